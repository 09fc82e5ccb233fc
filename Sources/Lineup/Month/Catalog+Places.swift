extension Catalog {
  /// The catalog with the six names of a month's rules as columns, each with one value for every style.
  /// - Parameter all: every place of the month, so that values of other shows are known.
  func placed(at place: MonthPlace, among all: [MonthPlace]) -> Catalog {
    var catalog = self
    for name in Month.placeNames {
      var values: [String] = []
      for other in all {
        if let value = other.value(of: name), !values.contains(value) { values.append(value) }
      }
      // Weekdays are known whether there is a show or not.
      if name == "weekday" {
        for day in Weekday.allCases where !values.contains(day.rawValue) { values.append(day.rawValue) }
      }
      let code = place.value(of: name).flatMap { values.firstIndex(of: $0) } ?? -1
      var column = CatalogColumn(
        name: name, header: name, canonical: nil,
        values: .text(codes: Array(repeating: Int32(code), count: count), values: values), emptyCells: 0)
      column.isDays = name == "date"
      catalog.columns.append(column)
      catalog.columnsByName[name] = .found(catalog.columns.count - 1)
    }
    return catalog
  }
}
