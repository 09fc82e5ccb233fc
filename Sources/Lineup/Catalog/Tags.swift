/// Cells that hold several values.
package enum Tags {
  /// The tags of a cell: separated by `|`, `;`, `/` or `、`, trimmed, none empty, each once.
  /// - Parameter ofSeasons: Whether it holds seasons, which commas of either width separate too.
  package static func split(_ cell: String, ofSeasons: Bool = false) -> [String] {
    let separators = ofSeasons ? "|;/、,，；" : "|;/、"
    var tags: [String] = []
    for part in cell.split(whereSeparator: { separators.contains($0) }) {
      let tag = CatalogText.normalized(String(part))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }
}
