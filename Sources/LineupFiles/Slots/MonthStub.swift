import Foundation
import Lineup

/// The `shows:` of a month file out of slots that have a partner (`lineup slots --month stub.yaml`).
package struct MonthStub: Sendable {
  package let path: String
  private let output: OutputPaths

  /// - Throws: where there is a file of that name, which is left as it is, or it cannot be written, or one of
  ///   the answer's files is the same.
  package init(_ path: String, beside files: AnswerFiles) throws(LineupError) {
    self.path = path
    if FileManager.default.fileExists(atPath: path) {
      throw LineupError(.fileExists, at: SourceLocation(source: path))
    }
    output = try OutputPaths(files.paths + [path])
  }

  /// Throws where it is a file that was read.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes it; it is there whole or not at all.
  package func write(_ result: SlotsResult) throws(LineupError) {
    try AtomicFile.write(Self.text(of: result), to: path)
  }

  /// What stands where a person is to write the level of a show.
  package static let level = "LEVEL"

  /// A show for each slot that has a partner, in the order of the calendar; the partner is its series.
  package static func text(of result: SlotsResult) -> String {
    let place = SourceLocation(source: "stub")
    func entry(_ key: String, _ value: Node.Content) -> Node.Entry {
      Node.Entry(key: key, keyLocation: place, value: Node(value, at: place))
    }
    let shows = result.plan.slots.indices.compactMap { position -> Node.Entry? in
      guard let owner = result.owners[position] else { return nil }
      let slot = result.plan.slots[position]
      var members = [entry("level", .scalar(level)), entry("date", .scalar(slot.day.description))]
      if let clock = slot.clock { members.append(entry("start", .scalar(clock))) }
      members.append(entry("series", .scalar(result.standings[owner].score.partner.name)))
      return entry("\(slot.name) \(slot.day)", .mapping(members))
    }
    let title = result.plan.name.split(whereSeparator: \.isNewline).joined(separator: " ")
    return """
      # The shows of \(title), a slot each. Put the level of each show in place of \(level), and beside this the
      # catalog and the levels: that is a month file.

      """ + NodeYAML.text(Node(.mapping([entry("shows", .mapping(shows))]), at: place))
  }
}
