import Lineup

/// Writes a first scenario for files that somebody has: `lineup init --catalog 库存.xlsx --table sales.xlsx`.
///
/// The files are looked at, a draft is made, and what reading it finds wrong is mended in the draft, until
/// the scenario reads. What the files do not say is a question in a comment.
package struct CatalogStarter {
  private let catalog: [String]
  private let tables: [String]
  private let folder: String
  private var draft: StarterDraft

  /// How often a draft is read and mended before the rest is left to people.
  private static let rounds = 24

  /// - Parameters:
  ///   - catalog: Files with the same headers.
  ///   - tables: Files to be joined by the ids of styles.
  ///   - folder: Where the scenario will be.
  package init(catalog: [String], tables: [String], folder: String) {
    self.catalog = catalog
    self.tables = tables
    self.folder = folder
    let file = catalog.first?.split(separator: "/").last.map(String.init) ?? "show"
    let name = file.split(separator: ".").first.map(String.init) ?? file
    draft = StarterDraft(
      name: name, catalog: catalog.map { RelativePath.path(of: $0, from: folder) })
  }

  /// The scenario in YAML.
  /// - Throws: where the catalog cannot be read at all, or holds what no scenario can mend.
  package consuming func text() throws(LineupError) -> String {
    try look()
    let show = try mended()
    if let show { propose(show) }
    return draft.text
  }

  // MARK: Looking

  private mutating func look() throws(LineupError) {
    let opening = try Self.opening(catalog)
    let sheets = opening.sheets
    if !sheets.alike.isEmpty { draft.sheets = sheets.read + sheets.alike }
    let survey = try Self.survey(catalog, sheets: draft.sheets)
    var columns = StarterColumns(survey)
    if columns.id == nil {
      throw LineupError(.noRows, at: SourceLocation(source: catalog.joined(separator: ", ")))
    }
    draft.facts.append("\(survey.rowCount) rows, \(survey.columns.count) columns")
    if !draft.sheets.isEmpty { draft.facts.append("sheets with the same header are read one after another") }
    draft.columns = columns.entries
    draft.otherColumns = columns.others.map(\.header)
    draft.defaults = columns.defaults
    if let id = columns.id {
      let missing = id.ids.count { $0 == nil }
      if missing > 0 {
        draft.leaveOut.append(
          .init(key: "spu", value: "{ has: false }", remarks: ["\(missing) rows have no id"]))
      }
      rollUp(id.ids, columns)
    }
    var sales: String?
    for (number, table) in tables.enumerated() {
      let survey = try Self.survey([table], sheets: [])
      let name = number == 0 ? "sales" : "table_\(number + 1)"
      let made = StarterTables(
        survey, file: RelativePath.path(of: table, from: folder), name: name, catalog: columns)
      if let entry = made.entry { draft.tables.append(entry) }
      if let failure = made.failure { draft.facts.append("QUESTION: \(failure)") }
      if made.hasStock { draft.defaults.removeAll { $0.key == "stock" } }
      if made.hasPrice { draft.defaults.removeAll { $0.key == "price" } }
      sales = sales ?? made.sales
    }
    chooseForecast(&columns, sales: sales)
  }

  private static func opening(
    _ files: [String], sheets: [String] = []
  ) throws(LineupError) -> TableOpening {
    var settings = CatalogSettings()
    settings.isSurvey = true
    settings.sheets = sheets.map { .init(name: $0, location: SourceLocation(source: files[0])) }
    var inputs: [(source: String, bytes: [UInt8])] = []
    for file in files { inputs.append((file, try FileBytes.contents(of: file))) }
    return try TableOpening(inputs, settings: settings)
  }

  private static func survey(_ files: [String], sheets: [String]) throws(LineupError) -> CatalogSurvey {
    try opening(files, sheets: sheets).builder().finishSurvey()
  }

  /// How rows of one id become a style.
  private mutating func rollUp(_ ids: [String?], _ columns: StarterColumns) {
    var counts: [String: Int] = [:]
    for id in ids { if let id { counts[id, default: 0] += 1 } }
    let repeated = counts.count { $0.value > 1 }
    guard repeated > 0 else { return }
    let rows = ids.count { $0 != nil }
    let stock = columns.entries.contains { $0.key == "stock" }
    draft.onDuplicate = .init(
      key: "", value: stock ? "{ stock: sum, price: first }" : "first",
      remarks: [
        "\(rows) rows are \(counts.count) styles; \(repeated) styles have several rows (sizes, colours, stores)",
        "QUESTION: is each row's stock a part of the style's? If every row has all of it: { stock: greatest }",
        "other ways for a column: sum, first, last, least, greatest, mean, list, count",
      ])
  }

  private mutating func chooseForecast(_ columns: inout StarterColumns, sales: String?) {
    if columns.hasForecast { return }
    let words = ["销量", "销售数", "已售", "sold", "sales", "판매량", "販売数", "売上件数"]
    let own = columns.others.first { column in
      column.isNumeric && words.contains { column.header.lowercased().contains($0) }
    }
    guard let source = sales ?? own.map({ columns.form(of: $0) }) else {
      draft.defaults.append(
        .init(
          key: "expected_units", value: "10",
          remarks: [
            "QUESTION: what sells how much? 10 pieces stand in for every style, so that the dear ones lead. Past sales",
            "make forecasts: lineup init --catalog … --table sales.xlsx, or demand: { column: HEADER, times: 0.1 }",
          ]))
      return
    }
    draft.demand = .init(
      key: "", value: "{ column: \(source), times: 0.1 }",
      remarks: ["QUESTION: what part of those sales does one show make? 0.1 is a tenth of them"])
  }

  // MARK: Mending

  /// The show of the draft, once what reading it finds is mended; `nil` where something is left.
  private mutating func mended() throws(LineupError) -> Show? {
    var last: [Problem] = []
    for _ in 0..<Self.rounds {
      do throws(LineupError) {
        return try ShowFile(bytes: Array(draft.text.utf8), source: place).show()
      } catch {
        if error.problems == last { break }
        last = error.problems
        let isMended = error.problems.filter { draft.mend($0) }.count > 0
        if !isMended { break }
      }
    }
    if let hopeless = last.first(where: { problem in
      switch problem.kind {
      case .scientificIDs, .fileEmpty, .noRows, .foreignFile, .brokenWorkbook: true
      default: false
      }
    }) {
      throw LineupError([hopeless])
    }
    draft.facts += last.prefix(6).map { "QUESTION: \($0.message)" }
    return nil
  }

  /// Where messages and relative paths take the draft to be.
  private var place: String { folder == "." || folder.isEmpty ? "show.yaml" : "\(folder)/show.yaml" }

  // MARK: Proposing

  /// Puts in how many items, and quotas in proportion to what there is.
  private mutating func propose(_ show: Show) {
    let count = show.candidates.count
    draft.facts.append(
      "\(show.catalog.count) styles, of which \(count) have a price and stock"
        + (show.catalog.flow.stock.map {
          "; stock \(FigureText.number($0.used)) of \(FigureText.number($0.inFiles))"
        }
          ?? ""))
    let flow = show.catalog.flow
    if flow.equalRows > 0 {
      draft.facts.append("\(flow.equalRows) rows are equal to another in every cell and count once")
      if flow.rows - flow.rowsLeftOut == flow.styles { draft.onDuplicate = nil }
    }
    guard count > 0 else {
      draft.items = 1...1
      return
    }
    let items = min(30, max(1, count / 2))
    draft.items = items...items
    for canonical in [CanonicalColumn.gender, .category, .brand] {
      guard let rule = StarterQuotas(canonical, in: show, items: items) else { continue }
      draft.rules.append(rule.entry)
      break
    }
    if let brand = show.catalog.column(.brand), case .text(_, let values) = brand.values, values.count >= 4,
      !draft.rules.contains(where: { $0.key == "brand" })
    {
      let cap = max(2, items / 3)
      if StarterQuotas.mostUnder(cap: cap, .brand, in: show) >= items {
        draft.rules.append(.init(key: "brands", value: "{ each: brand, items: ..\(cap) }"))
      }
    }
  }
}
