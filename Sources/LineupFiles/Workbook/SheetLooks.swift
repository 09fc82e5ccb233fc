#if Workbooks
  import CXLSXWriter
  import Lineup
  import LineupReports

  /// How the cells of a table look in a sheet: patterns of numbers, colours, widths, heights.
  struct SheetLooks {
    let table: ReportTable
    /// The places of the columns that the sheet has.
    let columns: [Int]
    private let roles: [String]
    private let roleColumn: Int?

    static let widest = 56

    init(_ table: ReportTable) {
      self.table = table
      columns = table.shown(in: .workbook)
      let roleColumn = table.place(of: "role")
      self.roleColumn = roleColumn
      roles = Set(table.rows.compactMap { Self.role($0, roleColumn) }).sorted()
    }

    func look(_ place: Int, of row: ReportTable.Row) -> CellLook {
      let column = table.columns[place]
      let kind = table.kind(place, in: row)
      var look = CellLook(digits: Self.digits(kind, row.cells[place]))
      if column.kind == .state {
        look.isBold = true
        switch row.tone {
        case .plain: break
        case .good: look.colour = 0x1B7A4B
        case .warning: look.colour = 0x8A5A00
        case .bad: look.colour = 0xB3261E
        }
      }
      if column.kind == .tags || column.key == "spu", let fill = roleFill(row) { look.fill = fill }
      if let tint = row.tints[place] { look.fill = Self.fills[tint % Self.fills.count] }
      if row.marks.contains(place) { look.fill = 0xFFF2CC }
      if row.faults.contains(place) {
        look.colour = 0xB3261E
        look.isBold = true
      }
      look.wraps = Self.wraps(column)
      look.isRight = column.kind.isNumeric
      return look
    }

    /// The formula of a cell that is the product of others: units times price. `nil` where it is none, or would
    /// come to something else.
    func product(_ place: Int, of row: ReportTable.Row, shift: Int, line: UInt32) -> String? {
      guard case .number(let value) = row.cells[place] else { return nil }
      var product = 1.0
      var names: [String] = []
      for keys in table.columns[place].factors {
        var difference = 0.0
        var parts: [String] = []
        for key in keys {
          guard let factor = table.place(of: key), let column = columns.firstIndex(of: factor),
            case .number(let number) = row.cells[factor]
          else { return nil }
          difference += parts.isEmpty ? number : -number
          parts.append("\(SectionSheet.letters(column + shift))\(line + 1)")
        }
        product *= difference
        names.append(parts.count > 1 ? "(\(parts.joined(separator: "-")))" : parts.joined())
      }
      guard names.count > 1, abs(product - value) <= 1e-9 * max(1, abs(value)) else { return nil }
      return "=" + names.joined(separator: "*")
    }

    // MARK: Colours

    private static func role(_ row: ReportTable.Row, _ column: Int?) -> String? {
      guard let column, case .text(let text) = row.cells[column] else { return nil }
      return text.split(separator: "|").first.map(String.init)
    }

    /// The colour of the row's first role, by the order of the names of roles.
    private func roleFill(_ row: ReportTable.Row) -> UInt32? {
      guard let own = Self.role(row, roleColumn), let place = roles.firstIndex(of: own) else { return nil }
      return Self.fills[place % Self.fills.count]
    }

    private static let fills: [UInt32] = [
      0xFCE4D6, 0xDDEBF7, 0xE2EFDA, 0xFFF2CC, 0xEADCF4, 0xD9F2F0, 0xF8D7E3, 0xE7E6E6,
    ]

    // MARK: Numbers

    /// Excel's pattern of a number.
    static func digits(_ kind: ReportTable.Kind, _ cell: ReportTable.Cell) -> String? {
      switch kind {
      case .count: return cell == .missing ? nil : pattern(0)
      case .amount(let decimals), .minutes(let decimals): return pattern(decimals)
      case .difference(let decimals): return "+\(pattern(decimals));-\(pattern(decimals));0"
      case .share(let decimals): return (decimals == 0 ? "0" : "0.0") + "%"
      case .figure(.share): return "0.0%"
      case .figure:
        guard case .number(let number) = cell else { return nil }
        return pattern(ReportTable.decimals(of: [number], atMost: 2))
      case .text, .tags, .style, .name, .rule, .picture, .sentence, .aside, .state, .gauge, .range, .plot:
        return nil
      }
    }

    private static func pattern(_ decimals: Int) -> String {
      decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
    }

    // MARK: Sizes

    static func wraps(_ column: ReportTable.Column) -> Bool {
      column.kind == .sentence || column.kind == .aside
    }

    /// Programs do not make room by themselves for text that wraps.
    func height(of row: ReportTable.Row) -> Double {
      let lines = columns.filter { Self.wraps(table.columns[$0]) }.map { place in
        table.text(place, in: row, .spoken).split(separator: "\n", omittingEmptySubsequences: false)
          .reduce(0) { $0 + max(1, (DisplayWidth.of(String($1)) + Self.widest - 3) / (Self.widest - 2)) }
      }
      return Double(LXW_DEF_ROW_HEIGHT) * Double(min(26, max(1, lines.max() ?? 1)))
    }

    /// How many characters wide a column must be, so that nothing is cut and no number becomes ###.
    func width(_ place: Int) -> Double {
      let column = table.columns[place]
      // Room for the button of the filter.
      var width = DisplayWidth.of(column.title) + 3
      if column.kind != .picture {
        for row in table.rows {
          let text = table.text(place, in: row, .spoken)
          for line in text.split(separator: "\n") {
            width = max(width, DisplayWidth.of(DisplayWidth.truncated(String(line), to: 60)) + 2)
          }
        }
      }
      if table.summed.contains(place) {
        let sum = ReportTable.text(ReportTable.sum(place, over: table.rows), column.kind)
        // Sums are bold.
        width = max(width, DisplayWidth.of(sum) * 11 / 10 + 3)
      }
      return Double(min(width, Self.widest))
    }
  }
#endif
