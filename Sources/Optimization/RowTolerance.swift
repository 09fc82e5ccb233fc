/// How far a hard row may be missed: the one definition (contract, section 4) that formulation, presolve, search,
/// heuristic, exports and the audit of trays go by.
///
/// A row may be missed by a millionth of its size, at least by a millionth. The size of a row is its bound; of a row that
/// compares two sums (a share, an average) it is the larger of them.
package enum RowTolerance {
  /// A millionth.
  package static let relative = 1e-6

  /// How far a row of this size may be missed.
  package static func ofSize(_ size: Double) -> Double { relative * scale(size) }

  /// What sums of doubles lose is no miss: each asks for less than the next, so that whatever the search takes the audit
  /// takes, and bounds hold for all that the audit takes.
  package enum Rounding: Double, Sendable {
    /// Of the search, which takes a selection.
    case search = 1e-15
    /// Of the audit, which sums in another order.
    case audit = 3e-14
    /// Of bounds, which are to hold for every tray that the audit takes.
    case bound = 1e-13
  }

  /// Whether a row of this size may be missed so far.
  package static func allows(miss: Double, size: Double, _ rounding: Rounding) -> Bool {
    miss <= ofSize(size) + rounding.rawValue * scale(size)
  }

  /// More than a row of this size may be missed.
  package static func widest(size: Double) -> Double {
    ofSize(size) + Rounding.bound.rawValue * scale(size)
  }

  private static func scale(_ size: Double) -> Double { size.isFinite ? max(1, abs(size)) : 1 }
}
