import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Every answer, stopped at every moment: what is said then is less, and nothing of it is false.
@Suite struct StoppedAnswersTests {
  /// STOP_LOOKS=100000 stops every answer at every look; else the first are tried one by one, and of the further ones
  /// so many, evenly spaced as far as the answer looks.
  static let asked = ProcessInfo.processInfo.environment["STOP_LOOKS"].flatMap(Int.init)

  /// The moments to stop an answer that looks so often when nothing stops it.
  static func looks(_ total: Int, of answer: StoppedAnswer) -> [Int] {
    // A local search of running orders looks thousands of times.
    let few = answer == .rundown ? 6 : 24
    let first = max(1, min(total, asked ?? few))
    return Array(1...first)
      + stride(from: first + 1, through: max(total, first), by: max(1, (total - first) / few))
  }

  /// The answers that are tried; STOP_ANSWERS=audit,adjust tries those.
  static let answers: [StoppedAnswer] =
    ProcessInfo.processInfo.environment["STOP_ANSWERS"].map { names in
      names.split(separator: ",").compactMap { StoppedAnswer(rawValue: String($0)) }
    } ?? StoppedAnswer.allCases

  @Test(arguments: answers, StoppedShow.Kind.allCases)
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
      for look in Self.looks(looks, of: answer) {
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
  case solve, repairs, explain, explainStyles, compare, frontier, tradeOff, audit, adjust, adjustWithin,
    alternatives,
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

extension Answer {
  /// Renders the answer in every form, none of which may end in a trap.
  func render() {
    _ = (text(style: TextStyle()), json, csv, page)
  }
}
