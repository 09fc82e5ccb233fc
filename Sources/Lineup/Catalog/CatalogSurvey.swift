/// The cells of a table as texts, column by column, before anybody has said what they mean: what a starter
/// scenario is made from.
package struct CatalogSurvey: Sendable {
  package let headers: [String]
  package let columns: [Column]
  package let rowCount: Int

  /// A column under a header.
  package struct Column: Sendable {
    package let header: String
    /// From 0, among the headers.
    package let place: Int
    /// Row i holds `values[codes[i]]`, or nothing where the code is -1.
    package let codes: [Int32]
    package let values: [String]
    package let filled: Int
    /// The numbers of the values; `nil` where one is none.
    package let numbers: [Double?]

    package var distinct: Int { values.count }
    /// Whether it has values, and all are numbers.
    package var isNumeric: Bool { !values.isEmpty && !numbers.contains(nil) }
    /// Whether some value is a number.
    package var hasNumbers: Bool { numbers.contains { $0 != nil } }
    /// Whether most of its distinct values are numbers.
    package var isMostlyNumeric: Bool {
      !values.isEmpty && numbers.count { $0 != nil } * 2 > values.count
    }
  }

  package init(headers: [String], columns: [CatalogColumn], places: [Int], rowCount: Int) {
    self.headers = headers
    self.rowCount = rowCount
    self.columns = zip(columns, places).compactMap { column, place in
      guard case .text(let codes, let values) = column.values else { return nil }
      return Column(
        header: column.name, place: place, codes: codes, values: values,
        filled: codes.count { $0 >= 0 },
        numbers: values.map { value in
          var text = value
          return text.withUTF8 { NumberText.number($0) ?? AmountText.read($0, isOwnColumn: true)?.number }
        })
    }
  }
}

extension CatalogBuilder {
  /// All cells as texts; for settings that ask for no more.
  package consuming func finishSurvey() throws(LineupError) -> CatalogSurvey {
    let headers = plan.headers
    let places = plan.columns.map { $0.source?.place ?? 0 }
    let rows = try finishRows()
    return CatalogSurvey(headers: headers, columns: rows.columns, places: places, rowCount: rows.count)
  }
}
