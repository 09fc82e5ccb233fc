/// Something that no tray can keep, known without solving. The words are in `Words+Arithmetic.swift` of the reports.
package enum Impossibility: Sendable, Equatable {
  /// A lock on a style that may not be on a tray.
  case lock(IneligibleStyle)
  /// What counting and adding up show.
  case arithmetic(CountFinding)
  /// A rule asks for a share above the whole.
  case shareAboveWhole(rule: String, range: Bounds)
}
