/// A set of the user's own rule rows that cannot hold together.
///
/// Without any one of them the others can: the set is irreducible, which `isMinimal` says is proven.
/// It is found in whole numbers, by solving, so that clashes which the relaxation does not see are
/// found too.
///
///     if case .infeasible(let answer) = try show.solve().outcome, let conflict = answer.conflict {
///       print(conflict.message)
///       // `men: men` (3) and `in season` (100%) cannot both hold: only 2 styles are men and in season.
///       print(conflict.rows.map(\.row), conflict.isMinimal)
///       // ["men: men", "in season"] true
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
  }

  /// In the order of a result.
  package var rows: [Row]
  /// Whether it is proven that any of the rows could be met without one of the others; false where a
  /// limit ended the proof.
  package var isMinimal: Bool
  /// The conflict in a sentence, with the figures.
  package var message: String
}
