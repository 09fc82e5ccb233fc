/// Cells that hold several values.
package enum Tags {
  /// The tags of a cell: separated by `|`, `;`, `/` or `、`, trimmed, none empty, each once.
  package static func split(_ cell: String) -> [String] {
    var tags: [String] = []
    for part in cell.split(whereSeparator: { "|;/、".contains($0) }) {
      let tag = CatalogText.normalized(String(part))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }
}
