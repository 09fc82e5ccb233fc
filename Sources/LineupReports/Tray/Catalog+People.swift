import Lineup

/// Columns of a catalog that people look at and rules do not.
extension Catalog {
  /// The column whose cells are links, judged by its first distinct value.
  var pictures: CatalogColumn? {
    columns.first { column in
      guard column.canonical == nil, case .text(_, let values) = column.values, let first = values.first
      else { return false }
      return Self.link(first) != nil
    }
  }

  /// What a host says of a style.
  var sellingPoints: CatalogColumn? {
    let names = [
      "selling points", "selling point", "selling_points", "selling_point", "卖点", "商品卖点", "产品卖点", "核心卖点",
      "셀링포인트", "description",
    ]
    return names.lazy.compactMap { name -> CatalogColumn? in
      guard case .found(let index)? = lookup(name), case .text = columns[index].values else { return nil }
      return columns[index]
    }.first
  }

  /// A text that is a link to the web and nothing else.
  static func link(_ text: String) -> String? {
    let isLink = text.hasPrefix("https://") || text.hasPrefix("http://")
    return isLink && text.utf8.count < 2000
      && !text.contains(where: { $0.isWhitespace || "\"<>".contains($0) })
      ? text : nil
  }
}

/// Roles by the job that they do.
enum Roles {
  /// What the role of a hero is called.
  static let hero: Set<String> = ["hero", "heroes", "爆款", "爆", "主推", "히어로"]

  static func isHero(_ role: some StringProtocol) -> Bool { hero.contains(role.lowercased()) }
}
