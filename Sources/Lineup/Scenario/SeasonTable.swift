/// What one row of a season table says: the index of each tag.
package struct SeasonRow: Sendable, Equatable {
  /// The tags in the order written.
  package private(set) var tags: [String] = []
  private var indices: [String: Double] = [:]

  package init() {}

  /// The index of a tag; `nil` where the row does not list it.
  package subscript(tag: String) -> Double? {
    get { indices[tag] }
    set {
      if indices[tag] == nil { tags.append(tag) }
      indices[tag] = newValue
    }
  }
}

/// The season table as a show reads it: the row for its region and month, and the tags of the other rows.
struct SeasonTable: Sendable {
  /// The row that gives the indices.
  let row: SeasonRow
  /// Tags that other regions or months list, in order, none twice.
  let otherTags: [String]

  init(_ row: SeasonRow, among rows: [SeasonRow] = []) {
    self.row = row
    var known = Set(row.tags)
    otherTags = rows.flatMap(\.tags).filter { known.insert($0).inserted }
  }

  /// The index of a tag; `nil` where the show's row does not list it.
  subscript(tag: String) -> Double? { row[tag] }

  /// The tag by which the table knows a tag of a catalog or a rule: the same, one in other letter case, or one
  /// with a word for the same season; `all` for the words for every season. The show's row comes before
  /// others; `nil` where none of them is meant.
  func tag(for tag: String) -> String? {
    if tag == SeasonWords.everySeason { return tag }
    return Self.tag(for: tag, among: row.tags) ?? Self.tag(for: tag, among: otherTags)
      ?? (SeasonWords.group(of: tag) == SeasonWords.everySeason ? SeasonWords.everySeason : nil)
  }

  private static func tag(for tag: String, among listed: [String]) -> String? {
    if listed.contains(tag) { return tag }
    if let alike = listed.first(where: { Spelling.areAlike($0, tag) }) { return alike }
    guard let group = SeasonWords.group(of: tag) else { return nil }
    return listed.first { SeasonWords.group(of: $0) == group }
  }

  /// The listed tag that an unknown one is nearest to: by a season's word within it, else by its letters.
  func nearest(to tag: String) -> String? {
    let listed = row.tags + otherTags
    if let group = SeasonWords.group(within: tag),
      let same = listed.first(where: { SeasonWords.group(of: $0) == group })
    {
      return same
    }
    return Nearest.name(to: tag, among: listed)
  }
}

/// Words for the seasons, each group one season.
enum SeasonWords {
  /// The tag of what is sold in every season.
  static let everySeason = "all"

  private static let groups: [(season: String, words: [String])] = [
    ("spring", ["spring", "春", "春季", "春装", "春款", "봄"]),
    ("summer", ["summer", "夏", "夏季", "夏装", "夏款", "여름"]),
    ("autumn", ["autumn", "fall", "秋", "秋季", "秋装", "秋款", "가을"]),
    ("winter", ["winter", "冬", "冬季", "冬装", "冬款", "겨울"]),
    (everySeason, ["all", "all season", "all seasons", "all-season", "year-round", "四季", "全年", "사계절"]),
  ]

  private static let seasonOfWord: [String: String] = Dictionary(
    groups.flatMap { group in group.words.map { (key($0), group.season) } },
    uniquingKeysWith: { first, _ in first })

  /// The season that a text is a word for, letter case, width, spaces and hyphens aside.
  static func group(of text: String) -> String? { seasonOfWord[key(text)] }

  /// The first season whose word stands within a text, such as the autumn of 早秋款.
  static func group(within text: String) -> String? {
    let text = key(text)
    return groups.first { group in group.words.contains { text.contains(key($0)) } }?.season
  }

  private static func key(_ text: String) -> String {
    Spelling.key(text).filter { !$0.isWhitespace && $0 != "-" }
  }
}
