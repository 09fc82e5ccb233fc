import Foundation
import Lineup

/// Two measures as `--trade` gives them: `gmv,margin`.
package struct TradedMeasures: Sendable {
  package let first: Measure
  package let second: Measure

  /// - Throws: a usage error where there are not two measures that the show knows.
  package init(_ argument: String, in show: Show) throws(LineupError) {
    let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard names.count == 2, names[0] != names[1] else {
      throw LineupError(
        [Problem(.other("\"\(argument)\" is no pair of measures; write it as gmv,margin"))], kind: .usage)
    }
    let measures = names.map { Measure(named: $0) }
    for measure in measures {
      do throws(LineupError) {
        try show.checkMeasure(measure)
      } catch {
        throw LineupError(error.problems.map { Problem($0.kind) }, kind: .usage)
      }
    }
    first = measures[0]
    second = measures[1]
  }
}
