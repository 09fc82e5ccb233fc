import Lineup

/// What styles are called, so that no id stands alone.
struct StyleNames {
  private let names: [String: String]
  private let catalog: Catalog?
  private let pictures: CatalogColumn?
  /// Whether rows may be of styles, as those of a month's appearances are: `no repeats: A1001 2026-09-09`.
  var tellsRowsOfStyles = false

  /// The names of a catalog; none where there is none.
  init(_ catalog: Catalog?) {
    names = [:]
    self.catalog = catalog
    pictures = catalog?.pictures
  }

  init(_ show: Show) { self.init(show.catalog) }

  /// The names of items, where no catalog is at hand.
  init(_ items: some Sequence<TrayItem>) {
    names = Dictionary(
      items.compactMap { item in item.name.map { (item.spu, $0) } }, uniquingKeysWith: { first, _ in first })
    catalog = nil
    pictures = nil
  }

  /// A style with its name and its picture.
  func style(_ spu: String) -> StyleName {
    guard let catalog, let row = catalog.row(ofSPU: spu) else {
      return StyleName(spu: spu, name: names[spu])
    }
    let picture = pictures?.values.text(row: row).flatMap(Catalog.link)
    return StyleName(spu: spu, name: catalog.text(.name, row: row), picture: picture)
  }

  func styles(_ spus: [String]) -> [StyleName] { spus.map(style) }

  /// `A1001 Wool coat`
  func label(_ spu: String) -> String { style(spu).label }

  /// A rule row's name, that of a lock with the name of its style.
  func row(_ row: String) -> String {
    guard row.hasPrefix("lock ") else { return tellsRowsOfStyles ? rowOfStyle(row) : row }
    let spu = String(row.dropFirst("lock ".count))
    return style(spu).name.map { "\(row) \($0)" } ?? row
  }

  /// `no repeats: A1001 Wool coat 2026-09-09`; the name as it is where it has no style.
  private func rowOfStyle(_ row: String) -> String {
    guard let mark = row.firstRange(of: ": ") else { return row }
    var value = row[mark.upperBound...]
    var day = Substring()
    if let space = value.lastIndex(of: " "), Day(String(value[value.index(after: space)...])) != nil {
      day = value[space...]
      value = value[..<space]
    }
    return style(String(value)).name.map { "\(row[..<mark.upperBound])\(value) \($0)\(day)" } ?? row
  }

  /// A cell of a rule row.
  func cell(ofRow row: String) -> ReportTable.Cell {
    let label = self.row(row)
    return label == row ? .text(row) : .named(row, label: label)
  }
}

extension TrayItem {
  /// `A1001 Wool coat`
  var label: String { StyleName(spu: spu, name: name).label }
}
