import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Every answer, stopped at every moment: what is said then is less, and nothing of it is false.
@Suite struct StoppedAnswersTests {
  /// Looks that are tried one by one; of the further ones, so many, evenly spaced as far as an answer looks.
  /// STOP_LOOKS=100000 tries all.
  static let firstLooks = ProcessInfo.processInfo.environment["STOP_LOOKS"].flatMap(Int.init) ?? 120
  static let furtherLooks = 60

  /// The moments to stop an answer that looks so often when nothing stops it.
  static func looks(_ total: Int) -> [Int] {
    let first = Array(1...max(1, min(total, firstLooks)))
    let step = max(1, (total - firstLooks) / furtherLooks)
    return first + stride(from: firstLooks + 1, through: max(total, firstLooks), by: step)
  }

  @Test(arguments: StoppedAnswer.allCases, StoppedShow.Kind.allCases)
  func `an answer that is stopped at any look says nothing false`(
    answer: StoppedAnswer, kind: StoppedShow.Kind
  ) throws {
    let folder = try TemporaryFolder()
    let fixture = try StoppedShow(kind, in: folder)
    let question = try answer.question(about: fixture)
    for stopKind in Stop.Kind.allCases {
      let whole = Stop(kind: stopKind, look: .max)
      let (faults, looks) = try whole.count { try question($0, $1) }
      #expect(faults.isEmpty, "\(answer) of the \(kind) show, not stopped: \(faults.prefix(3))")
      for look in Self.looks(looks) {
        let stop = Stop(kind: stopKind, look: look)
        do {
          let faults = try stop.run { try question($0, $1) }
          #expect(faults.isEmpty, "\(answer) of the \(kind) show, \(stop): \(faults.prefix(3))")
          // One fault is told, not a hundred of its like.
          if !faults.isEmpty { break }
        } catch {
          Issue.record("\(answer) of the \(kind) show, \(stop): \(error)")
          break
        }
      }
    }
  }
}

/// The answers that can be stopped.
enum StoppedAnswer: String, CaseIterable, Sendable {
  case solve, repairs, explain, explainStyles, compare, frontier, tradeOff, audit, adjust, adjustWithin, alternatives,
    jitter, confidence, rundown

  /// Asks for the answer and returns what is false about it.
  typealias Question = (
    _ timeLimit: Double?, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws -> [String]

  func question(about fixture: StoppedShow) throws -> Question {
    switch self {
    case .solve: fixture.solving()
    case .repairs: try fixture.repairing()
    case .explain: fixture.pricing()
    case .explainStyles: fixture.regretting()
    case .compare: try fixture.comparing()
    case .frontier: try fixture.varying()
    case .tradeOff: fixture.trading()
    case .audit: try fixture.auditing()
    case .adjust: try fixture.adjusting(limit: nil)
    case .adjustWithin: try fixture.adjusting(limit: 1)
    case .alternatives: fixture.choosing()
    case .jitter: try fixture.jittering(confidence: nil)
    case .confidence: try fixture.jittering(confidence: 0.6)
    case .rundown: try fixture.ordering()
    }
  }
}

extension AnswerReport {
  /// Renders the answer in every form, none of which may end in a trap.
  func render() {
    _ = (text(style: TextStyle()), json, csv, page)
  }
}
