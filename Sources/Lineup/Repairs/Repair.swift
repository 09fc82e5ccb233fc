/// A smallest change of the rules that makes an infeasible show possible, proven by solving it.
///
/// A repair of one rule is exact: no smaller change of that rule alone suffices, which `isSmallest` says
/// is proven. Counts move in whole numbers; locks, `together`, `exclusive` and `requires` can only be dropped. Rules with
/// `repair: never` stay as they are.
///
///     if case .infeasible(let answer) = try show.solve().outcome {
///       for repair in answer.repairs { print(repair.changes.map(\.row), repair.changes.map(\.to), repair.value) }
///       // ["gender: men"] [Bounds(lower: 7, upper: 10)] 562312.4
///     }
package struct Repair: Sendable, Equatable {
  /// Rules that change, all of them at once.
  package var changes: [RuleChange]
  /// The objective of the best tray that the changed rules allow, net of penalties.
  package var value: Double
  /// Whether the value is proven; else a limit ended the search for a better tray.
  package var isProven: Bool
  /// Whether it is proven that no smaller change of the rule suffices, where one rule changes; of several,
  /// whether no tray misses less, relative to each rule's own bound.
  package var isSmallest: Bool

  /// How large the changes are, relative to what the rules asked for; repairs come cheapest first.
  package var relativeSize: Double { changes.reduce(0) { $0 + $1.relativeSize } }
}
