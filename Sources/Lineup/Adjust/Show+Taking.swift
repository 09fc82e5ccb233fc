extension Show {
  /// The show with amounts of a tray in place of the catalog's.
  /// - Parameter columns: which amounts; of those that `TrayAmount.Column.takeable` lists.
  /// - Throws: where the tray's file has no such column, or an amount is none.
  package func taking(_ columns: [TrayAmount.Column], from list: TrayList) throws(LineupError) -> Show {
    var catalog = catalog
    var problems: [Problem] = []
    for column in TrayAmount.Column.takeable where columns.contains(column) {
      let canonical: CanonicalColumn = column == .price ? .price : .stock
      var numbers: [Int: Double] = [:]
      var isThere = false
      for entry in list.entries {
        guard let amount = list.amounts(of: entry.spu)?.amounts.first(where: { $0.column == column }) else {
          continue
        }
        isThere = true
        guard let row = catalog.row(ofSPU: entry.spu), let place = list.amounts(of: entry.spu)?.location
        else {
          continue
        }
        if let number = amount.number, number > 0 || (number == 0 && column == .stock) {
          numbers[row] = number
        } else if amount.number == nil {
          problems.append(
            Problem(.notANumber(column: column.rawValue, key: column.rawValue, text: amount.text), at: place))
        } else {
          problems.append(
            Problem(
              .outOfRange(
                key: column.rawValue, text: amount.text,
                expected: column == .price ? "above 0" : "0 or more"), at: place))
        }
      }
      if !isThere {
        throw LineupError(
          [
            Problem(
              .other("the tray's file has no \(column.rawValue) to take"),
              at: SourceLocation(source: "--take \(column.rawValue)"))
          ], kind: .usage)
      }
      catalog = catalog.with(canonical, numbers)
    }
    if !problems.isEmpty { throw LineupError(problems) }
    return try Show(scenario, catalog: catalog, seasonTable: seasonTable, calendar: calendar)
  }
}

extension Catalog {
  /// The catalog with other numbers in a canonical column, by row.
  func with(_ canonical: CanonicalColumn, _ changes: [Int: Double]) -> Catalog {
    guard let position = columns.firstIndex(where: { $0.canonical == canonical }),
      case .numbers(var numbers) = columns[position].values, !changes.isEmpty
    else { return self }
    for (row, number) in changes { numbers[row] = number }
    var catalog = self
    catalog.setValues(.numbers(numbers), ofColumn: position)
    return catalog
  }
}
