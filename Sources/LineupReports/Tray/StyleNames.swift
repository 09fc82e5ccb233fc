import Lineup

/// What styles are called, so that no id stands alone.
struct StyleNames {
  private let names: [String: String]
  private let catalog: Catalog?
  private let pictures: CatalogColumn?

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
    guard row.hasPrefix("lock ") else { return row }
    let spu = String(row.dropFirst("lock ".count))
    return style(spu).name.map { "\(row) \($0)" } ?? row
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
