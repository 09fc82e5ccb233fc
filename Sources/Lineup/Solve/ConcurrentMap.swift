import Foundation
import Optimization
import Synchronization

/// Independent pieces of work on every core, each on a thread with a stack deep enough for a search.
package enum ConcurrentMap {
  /// The result of `body` for every item, in order. The calling thread waits.
  ///
  /// - Parameter threads: how many at once; every core unless said.
  /// - Throws: the first error, by the order of the items.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ body: @escaping @Sendable (Item) throws(LineupError) -> Value
  ) throws(LineupError) -> [Value] {
    let results = values(items, threads: threads) { item in
      Result { () throws(LineupError) in try body(item) }
    }
    var values: [Value] = []
    for result in results { values.append(try result.get()) }
    return values
  }

  /// Two different pieces of work at once, the first on the calling thread.
  static func both<First: Sendable, Second: Sendable>(
    _ first: () throws(LineupError) -> First,
    _ second: @escaping @Sendable () throws(LineupError) -> Second
  ) throws(LineupError) -> (First, Second) {
    let time = TimeSource.current
    let board = WorkBoard<Result<Second, LineupError>>(count: 1)
    let thread = Thread {
      TimeSource.$current.withValue(time) {
        board.finish(0, Result { () throws(LineupError) in try second() })
      }
      board.leave()
    }
    thread.stackSize = 16 << 20
    thread.start()
    let own = Result { () throws(LineupError) in try first() }
    board.waitForOne()
    let one = try own.get()
    for other in board.values { return (one, try other.get()) }
    throw LineupError([Problem(.other("a piece of work came to nothing"))], kind: .failure)
  }

  /// As `map`, for work that does not fail.
  package static func values<Item: Sendable, Value: Sendable>(
    _ items: [Item], threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ body: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    let board = WorkBoard<Value>(count: items.count)
    let workers = min(items.count, max(1, threads))
    if workers == 0 { return [] }
    let time = TimeSource.current
    for _ in 0..<workers {
      let thread = Thread {
        TimeSource.$current.withValue(time) {
          while let position = board.take() {
            board.finish(position, body(items[position]))
          }
        }
        board.leave()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    for _ in 0..<workers { board.waitForOne() }
    return board.values
  }
}

/// Hands out positions to threads and gathers what they make of them.
private final class WorkBoard<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var values: [Value?]
  }

  private let state: Mutex<State>
  private let done = DispatchSemaphore(value: 0)
  private let count: Int

  init(count: Int) {
    self.count = count
    state = Mutex(State(values: Array(repeating: nil, count: count)))
  }

  func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func finish(_ position: Int, _ value: Value) {
    state.withLock { $0.values[position] = value }
  }

  func leave() { done.signal() }

  func waitForOne() { done.wait() }

  /// Complete once every thread has left.
  var values: [Value] { state.withLock { $0.values.compactMap(\.self) } }
}
