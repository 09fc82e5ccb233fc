import Lineup

/// A starter scenario while it is being made: what was read in the files, what was chosen, and what nobody but
/// the reader can know.
struct StarterDraft {
  /// A line of a section with what is to be said of it.
  struct Entry {
    var key: String
    var value: String
    /// Lines of comment above it.
    var remarks: [String] = []
  }

  /// Cells of a column and the number that they stand for.
  struct WordNumbers {
    var column: String
    var number: String
    var words: [String]
  }

  var name: String
  var catalog: [String]
  var sheets: [String] = []
  var encoding: String?
  /// What is said at the top.
  var facts: [String] = []
  var columns: [Entry] = []
  var values: [WordNumbers] = []
  var numbers: [Entry] = []
  var leaveOut: [Entry] = []
  var onDuplicate: Entry?
  var tables: [Entry] = []
  var demand: Entry?
  var defaults: [Entry] = []
  var items: ClosedRange<Int>?
  var rules: [Entry] = []
  /// Columns that rules can name.
  var otherColumns: [String] = []

  /// The scenario in YAML.
  var text: String {
    var lines: [String] = []
    func comment(_ texts: [String], indent: String = "") {
      for text in texts { lines.append("\(indent)# \(Self.oneLine(text))") }
    }
    func section(_ key: String, _ entries: [Entry]) {
      if entries.isEmpty { return }
      lines.append("")
      lines.append("\(key):")
      for entry in entries {
        comment(entry.remarks, indent: "  ")
        lines.append("  \(YAMLText.scalar(entry.key)): \(entry.value)")
      }
    }
    comment([
      "A first scenario, written from the files themselves. Lines with # are notes; \"QUESTION\" marks what"
    ])
    comment(["the files do not say. Edit it, then:  lineup check, lineup solve"])
    comment(facts)
    lines.append("")
    lines.append("name: \(YAMLText.scalar(name))")
    let files = catalog.map(YAMLText.scalar)
    lines.append("catalog: \(files.count == 1 ? files[0] : "[\(files.joined(separator: ", "))]")")
    if !sheets.isEmpty { lines.append("sheet: [\(sheets.map(YAMLText.scalar).joined(separator: ", "))]") }
    if let encoding { lines.append("encoding: \(encoding)") }
    section("columns", columns)
    if !otherColumns.isEmpty {
      comment(Self.wrapped("columns that rules can name besides: " + otherColumns.joined(separator: ", ")))
    }
    if !values.isEmpty {
      lines.append("")
      comment(["QUESTION: what number do these words stand for?"])
      lines.append("values:")
      var known: [String] = []
      for entry in values where !known.contains(entry.column) {
        known.append(entry.column)
        let parts = values.filter { $0.column == entry.column }.map { part in
          "\(part.number): [\(part.words.map(YAMLText.scalar).joined(separator: ", "))]"
        }
        lines.append("  \(YAMLText.scalar(entry.column)): { \(parts.joined(separator: ", ")) }")
      }
    }
    section("numbers", numbers)
    if !leaveOut.isEmpty {
      lines.append("")
      lines.append("leave_out:")
      for entry in leaveOut {
        comment(entry.remarks, indent: "  ")
        lines.append("  - { \(YAMLText.scalar(entry.key)): \(entry.value) }")
      }
    }
    if let onDuplicate {
      lines.append("")
      comment(onDuplicate.remarks)
      lines.append("on_duplicate: \(onDuplicate.value)")
    }
    if !tables.isEmpty {
      lines.append("")
      lines.append("tables:")
      for table in tables {
        comment(table.remarks, indent: "  ")
        lines.append("  \(YAMLText.scalar(table.key)):")
        lines.append(contentsOf: table.value.split(separator: "\n").map { "    \($0)" })
      }
    }
    if let demand {
      lines.append("")
      comment(demand.remarks)
      lines.append("demand: \(demand.value)")
    }
    section("defaults", defaults)
    if let items {
      lines.append("")
      comment(["QUESTION: how many styles does the show take? Its length, with 3 minutes a style, would be"])
      comment(["show: { minutes: 120 } in place of items."])
      let range =
        items.lowerBound == items.upperBound
        ? "\(items.lowerBound)" : "\(items.lowerBound)..\(items.upperBound)"
      lines.append("show: { items: \(range) }")
      lines.append(
        "objective: gmv                       # or margin, units, or a mix: { gmv: 1, margin: 0.5 }")
    }
    section("rules", rules)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 100 { lines.append("   ") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}
