/// A set of the user's own rule rows that cannot hold together.
///
/// Without any one of them the others can: the set is irreducible, which `isMinimal` says is proven.
/// It is found in whole numbers, by solving, so that clashes which the relaxation does not see are
/// found too.
///
///     if case .infeasible(let answer) = try show.solve().outcome, let conflict = answer.conflict {
///       print(conflict.rows.map(\.row), conflict.isMinimal)
///       // ["men: men", "in season"] true
///       print(conflict.reason ?? "")
///       // group(CountedStyles(count: 2, traits: [value("men"), inSeason(true)]))
///     }
package struct Conflict: Sendable, Equatable {
  /// A row of the conflict.
  package struct Row: Sendable, Equatable {
    /// The user's own name of the rule, or `items`, `air time`, `sales goal`, `lock SPU`.
    package var rule: String
    /// The row, as results name it; the rule itself for `each`, whose range is one for all values.
    package var row: String
    package var kind: RuleCheck.Kind
    /// What it asks for; `nil` for all or none.
    package var required: Bounds?
    /// Whether it must not give way (`repair: never`).
    package var isProtected = false
    /// Whether what it asks for is a range; else it holds or does not.
    package var hasRange = true
    /// Whether it is a lock of the scenario.
    package var isLock = false
  }

  /// In the order of a result.
  package var rows: [Row]
  /// Whether it is proven that any of the rows could be met without one of the others; false where a
  /// limit ended the proof.
  package var isMinimal: Bool
  /// Why they cannot hold together; `nil` where nothing makes it plain.
  package var reason: ConflictReason?
}
