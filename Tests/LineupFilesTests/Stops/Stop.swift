import Optimization
import Synchronization

/// A moment at which an answer is stopped: its k-th look at the clock, or at the wish to end.
struct Stop: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    /// Somebody wishes the end from this look on.
    case cancelled
    /// All the time is over from this look on.
    case outOfTime
    /// The time of every search that runs is over at this look; there is more for others.
    case oneSearch
  }

  let kind: Kind
  let look: Int

  var description: String { "\(kind) at look \(look)" }

  /// Seconds that the answer may take.
  var timeLimit: Double? { kind == .cancelled ? nil : 100 }

  /// What the clock shows from the look on. A search may take 5 seconds, or 2.
  private var late: Double { kind == .oneSearch ? 6 : 1e6 }

  /// Runs an answer.
  func run<Value>(
    _ answer: (_ timeLimit: Double?, _ isCancelled: @escaping @Sendable () -> Bool) throws -> Value
  ) throws -> Value {
    try count(answer).value
  }

  /// Runs an answer and counts its looks.
  func count<Value>(
    _ answer: (_ timeLimit: Double?, _ isCancelled: @escaping @Sendable () -> Bool) throws -> Value
  ) throws -> (value: Value, looks: Int) {
    let looks = Looks(last: look)
    let time =
      kind == .cancelled ? TimeSource { 0 } : TimeSource { [late] () -> Double in looks.isDue() ? late : 0 }
    let listens = kind == .cancelled
    let isCancelled: @Sendable () -> Bool = { listens && looks.isDue() }
    let value = try TimeSource.$current.withValue(time) { try answer(timeLimit, isCancelled) }
    return (value, looks.total)
  }
}

private final class Looks: Sendable {
  private let count = Atomic<Int>(0)
  private let last: Int

  init(last: Int) {
    self.last = last
  }

  func isDue() -> Bool { count.add(1, ordering: .relaxed).newValue >= last }

  var total: Int { count.load(ordering: .relaxed) }
}
