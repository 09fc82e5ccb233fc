#if Workbooks
  import CXLSXWriter
  import Lineup
  import LineupReports

  /// The charts of a section as charts of Excel, two beside each other, with the figures that they show to
  /// the right of them.
  struct ChartSheet {
    private let charts: [ReportChart]
    private let title: String

    /// Sizes in pixels and cells; a row of Excel is 20 pixels high, a column 64 wide.
    private static let size = (width: UInt32(560), height: UInt32(320))
    private static let rowsOfChart = 17
    private static let columnsOfChart = 9
    private static let firstFigure = UInt16(19)

    /// - Parameter title: What the sheet is about.
    init(_ charts: [ReportChart], title: String) {
      self.charts = charts
      self.title = title
    }

    func write(to document: inout WorkbookDocument) throws(LineupError) {
      let (sheet, name) = try document.addSheet(Words.Rendering.charts)
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)  // A4
      worksheet_fit_to_pages(sheet, 1, 1)
      worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
      worksheet_write_string(sheet, 0, 0, title, document.format(CellLook(isBold: true, size: 14)))
      worksheet_set_column(sheet, Self.firstFigure, Self.firstFigure, 24, nil)
      var line: UInt32 = 2
      for (position, chart) in charts.enumerated() {
        writeFigures(chart, sheet, line, &document)
        insert(chart, sheet, name, figures: line, position, document.workbook)
        line += UInt32(chart.bars.count + 3)
      }
      let last = 2 + UInt32((charts.count + 1) / 2 * Self.rowsOfChart)
      worksheet_print_area(sheet, 0, 0, last, Self.firstFigure - 1)
    }

    private func writeFigures(
      _ chart: ReportChart, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32,
      _ document: inout WorkbookDocument
    ) {
      let column = Self.firstFigure
      worksheet_write_string(sheet, line, column, chart.title, document.format(CellLook(isBold: true)))
      let head = document.format(CellLook(isBold: true, fill: 0xE8EFF4))
      let titles =
        switch chart.kind {
        case .quota: [chart.subject, chart.unit, Words.Rendering.atLeast, Words.Rendering.atMost]
        case .waterfall: [chart.subject, Words.Rendering.from, Words.Rendering.step]
        case .scatter: ["", chart.unit, chart.subject]
        case .bars, .curve, .ratios: [chart.subject, chart.unit]
        }
      for (offset, title) in titles.enumerated() {
        worksheet_write_string(sheet, line + 1, column + UInt16(offset), title, head)
      }
      let look = document.format(CellLook(digits: chart.kind == .ratios ? "0.00" : "#,##0"))
      for (offset, bar) in chart.bars.enumerated() {
        let row = line + 2 + UInt32(offset)
        worksheet_write_string(sheet, row, column, bar.label, nil)
        for (offset, value) in Self.figures(of: bar, chart.kind).enumerated() {
          if let value { worksheet_write_number(sheet, row, column + 1 + UInt16(offset), value, look) }
        }
      }
    }

    /// What stands beside the name of a bar. A step is drawn as what lies below it, which is not to be seen, and its
    /// height.
    private static func figures(of bar: ReportChart.Bar, _ kind: ReportChart.Kind) -> [Double?] {
      let (lower, upper) = (bar.lower ?? 0, bar.upper ?? 0)
      switch kind {
      case .waterfall: return [min(lower, upper), abs(upper - lower)]
      case .scatter: return [bar.value, bar.position]
      case .quota, .bars, .curve, .ratios: return [bar.value, bar.lower, bar.upper]
      }
    }

    /// How Excel draws a kind of chart.
    private static func type(of kind: ReportChart.Kind) -> lxw_chart_type {
      switch kind {
      case .curve: LXW_CHART_LINE
      case .waterfall: LXW_CHART_COLUMN_STACKED
      case .scatter: LXW_CHART_SCATTER
      case .quota, .bars, .ratios: LXW_CHART_COLUMN
      }
    }

    private func insert(
      _ chart: ReportChart, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String, figures: UInt32,
      _ position: Int, _ workbook: UnsafeMutablePointer<lxw_workbook>
    ) {
      guard let drawn = workbook_add_chart(workbook, UInt8(Self.type(of: chart.kind).rawValue)) else {
        return
      }
      let first = figures + 3
      let last = figures + 2 + UInt32(chart.bars.count)
      func range(_ column: UInt16) -> String {
        let letter = SectionSheet.letters(Int(column))
        return "='\(name)'!$\(letter)$\(first):$\(letter)$\(last)"
      }
      let isQuota = chart.kind == .quota
      var series: [(offset: UInt16, title: String, colour: UInt32)] = [(1, chart.unit, 0x2A6F97)]
      if isQuota {
        series += [(2, Words.Rendering.atLeast, 0xA9C6D6), (3, Words.Rendering.atMost, 0xD6E3EA)]
      }
      if chart.kind == .waterfall { series.append((2, Words.Rendering.step, 0x2A6F97)) }
      for (offset, title, colour) in series {
        let across = chart.kind == .scatter ? Self.firstFigure + 2 : Self.firstFigure
        let added = chart_add_series(drawn, range(across), range(Self.firstFigure + offset))
        chart_series_set_name(added, title)
        if chart.kind == .curve {
          var line = lxw_chart_line(color: colour, none: 0, width: 2.25, dash_type: 0, transparency: 0)
          chart_series_set_line(added, &line)
          chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        } else if chart.kind == .scatter {
          chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        } else {
          let isHidden: UInt8 = chart.kind == .waterfall && offset == 1 ? 1 : 0
          var fill = lxw_chart_fill(color: colour, none: isHidden, transparency: 0)
          chart_series_set_fill(added, &fill)
        }
      }
      chart_title_set_name(drawn, chart.title)
      var font = lxw_chart_font()
      font.size = 12
      font.bold = 1
      chart_title_set_name_font(drawn, &font)
      var grid = lxw_chart_line(color: 0xDFE1E4, none: 0, width: 0.75, dash_type: 0, transparency: 0)
      chart_axis_major_gridlines_set_line(drawn.pointee.y_axis, &grid)
      chart_axis_set_num_format(drawn.pointee.y_axis, chart.kind == .ratios ? "0.0" : "#,##0")
      if !chart.subject.isEmpty { chart_axis_set_name(drawn.pointee.x_axis, chart.subject) }
      let legend = isQuota ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
      chart_legend_set_position(drawn, UInt8(legend.rawValue))
      var options = lxw_chart_options()
      options.x_scale = Double(Self.size.width) / 480
      options.y_scale = Double(Self.size.height) / 288
      worksheet_insert_chart_opt(
        sheet, UInt32(2 + position / 2 * Self.rowsOfChart),
        UInt16(position % 2 * Self.columnsOfChart), drawn, &options)
    }
  }
#endif
