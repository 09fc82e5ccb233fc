/// A smallest change of the rules that makes an infeasible show possible, proven by solving it.
///
/// A repair of one rule is exact: no smaller change of that rule alone suffices. Counts move in whole
/// numbers; locks, `together`, `exclusive` and `requires` can only be dropped. Rules with
/// `repair: never` stay as they are.
///
///     for repair in answer.repairs {
///       print(repair.changes.map { "\($0.row): \($0.from) to \($0.to)" }, repair.value)
///     }
public struct Repair: Sendable, Equatable {
  /// Rules that change, all of them at once.
  public var changes: [RuleChange]
  /// The objective of the best tray that the changed rules allow, net of penalties.
  public var value: Double
  /// Whether the value is proven; else a limit ended the search for a better tray.
  public var isProven: Bool

  /// How large the changes are, relative to what the rules asked for; repairs come cheapest first.
  public var relativeSize: Double { changes.reduce(0) { $0 + $1.relativeSize } }
}
