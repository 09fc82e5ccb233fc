#if Workbooks
  import CXLSXWriter
  import Lineup

  /// The charts of a section as charts of Excel, beside the figures they show.
  struct ChartSheet {
    private let charts: [ReportChart]
    private static let blockHeight = 20

    init(_ charts: [ReportChart]) {
      self.charts = charts
    }

    func write(to document: inout WorkbookDocument) throws(LineupError) {
      let name = "Charts"
      let sheet = try document.addSheet(name)
      worksheet_set_column(sheet, 0, 0, 24, nil)
      worksheet_set_column(sheet, 1, 3, 12, nil)
      var line: UInt32 = 0
      for chart in charts {
        worksheet_write_string(sheet, line, 0, chart.title, document.format(CellLook(isBold: true)))
        let head = document.format(CellLook(isBold: true, fill: 0xE8EFF4))
        let hasQuota = chart.kind == .quota
        for (column, title) in (["", chart.unit] + (hasQuota ? ["at least", "at most"] : [])).enumerated() {
          worksheet_write_string(sheet, line + 1, UInt16(column), title, head)
        }
        for (offset, bar) in chart.bars.enumerated() {
          let row = line + 2 + UInt32(offset)
          worksheet_write_string(sheet, row, 0, bar.label, nil)
          if let value = bar.value {
            worksheet_write_number(sheet, row, 1, value, document.format(CellLook(digits: "#,##0")))
          }
          if let lower = bar.lower { worksheet_write_number(sheet, row, 2, lower, nil) }
          if let upper = bar.upper { worksheet_write_number(sheet, row, 3, upper, nil) }
        }
        insert(chart, sheet, name, line, document.workbook)
        line += UInt32(max(Self.blockHeight, chart.bars.count + 4))
      }
    }

    private func insert(
      _ chart: ReportChart, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String, _ line: UInt32,
      _ workbook: UnsafeMutablePointer<lxw_workbook>
    ) {
      let kind = chart.kind == .curve ? LXW_CHART_LINE : LXW_CHART_COLUMN
      guard let drawn = workbook_add_chart(workbook, UInt8(kind.rawValue)) else { return }
      let first = line + 3
      let last = line + 2 + UInt32(chart.bars.count)
      for (column, title) in [(1, chart.unit), (2, "at least"), (3, "at most")]
      where column == 1 || chart.kind == .quota {
        let letter = SectionSheet.letters(column)
        let series = chart_add_series(
          drawn, "='\(name)'!$A$\(first):$A$\(last)", "='\(name)'!$\(letter)$\(first):$\(letter)$\(last)")
        chart_series_set_name(series, title)
      }
      chart_title_set_name(drawn, chart.title)
      if chart.kind != .quota { chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
      worksheet_insert_chart(sheet, line, 5, drawn)
    }
  }
#endif
