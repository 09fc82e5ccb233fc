import Lineup

/// The sheet Show: a key and its value in each row, as a scenario has them. Keys of sections are written with
/// dots (`show.minutes`, `defaults.stock`, `season.index.autumn`), usual ones also by plain words.
struct ShowSheet {
  private(set) var entries: [Node.Entry] = []

  /// Plain words for keys.
  static let words: [String: String] = [
    "date": "show.date", "region": "show.region", "minutes": "show.minutes",
    "reserved minutes": "show.reserved_minutes", "items": "show.items", "goal": "goal.gmv",
    "goal gmv": "goal.gmv", "views": "goal.views", "conversion": "goal.conversion",
    "order value": "goal.order_value", "forecast column": "demand.column", "forecast times": "demand.times",
    "default stock": "defaults.stock", "default forecast": "defaults.expected_units",
    "名称": "name", "日期": "show.date", "地区": "show.region", "时长": "show.minutes",
    "款数": "show.items", "目标": "objective", "销售目标": "goal.gmv", "锁定": "lock", "排除": "ban",
  ]

  /// Keys that take a list.
  private static let lists = ["lock", "ban", "tags", "sheet"]

  init(_ cells: SheetCells) throws(LineupError) {
    var failures: [Problem] = []
    for row in cells.rows {
      let written = row.cells.first ?? ""
      // Titles and notes have no value beside them.
      guard !written.isEmpty, row.cells.count > 1, !row.cells[1].isEmpty else { continue }
      if ["key", "项目"].contains(written.lowercased()) { continue }
      let plain = written.lowercased().replacing("_", with: " ")
      let key = Self.words[plain] ?? written
      do throws(LineupError) {
        var value = try cells.node(row, 1)
        let first = key.split(separator: ".").first.map(String.init) ?? key
        if Self.lists.contains(first), case .scalar(let text) = value.content {
          value.content = .sequence(
            text.split { ",，、;；".contains($0) }.map {
              Node(.scalar(CatalogText.normalized($0)), at: value.location)
            })
        }
        let path = key.split(separator: ".").map(String.init)
        Self.put(value, path[...], keyAt: cells.location(row, 0), in: &entries, failures: &failures)
      } catch {
        failures += error.problems
      }
    }
    if !failures.isEmpty { throw LineupError(failures) }
  }

  private static func put(
    _ value: Node, _ path: ArraySlice<String>, keyAt place: SourceLocation, in entries: inout [Node.Entry],
    failures: inout [Problem]
  ) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    if let known = entries.firstIndex(where: { $0.key == key }) {
      guard !rest.isEmpty, case .mapping(var inner) = entries[known].value.content else {
        failures.append(Problem(.duplicateKey(key, firstLine: nil), at: place))
        return
      }
      put(value, rest, keyAt: place, in: &inner, failures: &failures)
      entries[known].value.content = .mapping(inner)
      return
    }
    var inner: [Node.Entry] = []
    if !rest.isEmpty { put(value, rest, keyAt: place, in: &inner, failures: &failures) }
    entries.append(
      .init(
        key: key, keyLocation: place, value: rest.isEmpty ? value : Node(.mapping(inner), at: value.location))
    )
  }
}
