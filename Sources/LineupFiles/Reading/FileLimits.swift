import Lineup

/// How large files may be. What is larger is refused with a message before the memory is full; what a
/// catalog needs is far below.
package enum FileLimit {
  /// A catalog, a table beside it, or a tray.
  case table
  /// A scenario, a calendar, a tray in JSON.
  case document

  var bytes: Int {
    switch self {
    case .table: 1 << 30
    case .document: 1 << 24
    }
  }

  var problem: Problem.Kind {
    switch self {
    case .table: .fileTooLarge(limit: "1 GiB", advice: "leave out columns and rows that no rule needs")
    case .document:
      .fileTooLarge(limit: "16 MiB", advice: "a scenario is a text of some lines; is it the right file?")
    }
  }
}
