import Lineup

/// A file of factors, as a scenario takes it with `demand: { factors: factors.yaml }`.
package struct FactorsFile: Sendable {
  package let path: String
  private let output: OutputPaths

  /// - Throws: where it cannot be written, or one of the answer's files is the same.
  package init(_ path: String, beside files: AnswerFiles) throws(LineupError) {
    self.path = path
    output = try OutputPaths(files.paths + [path])
    try AtomicFile.check(path)
  }

  /// Throws where it is a file that was read.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes it; it is there whole or not at all.
  package func write(_ factors: ForecastFactors) throws(LineupError) {
    try AtomicFile.write(Self.text(of: factors), to: path)
  }

  /// YAML.
  package static func text(of factors: ForecastFactors) -> String {
    var lines = [
      "# What past shows say of forecasts. A scenario takes it with demand: { factors: FILE }.",
      "whole: \(number(factors.whole))", "belief: \(number(factors.belief))",
      "worth_using: \(factors.isWorthUsing)",
    ]
    if let spread = factors.spread { lines.append("spread: \(number(spread))") }
    for attribute in FactorAttribute.allCases {
      guard let entries = factors.entries[attribute], !entries.isEmpty else { continue }
      lines.append("\(attribute.rawValue):")
      for entry in entries {
        let ratio = entry.ratio.map { "ratio: \(number($0)), " } ?? ""
        lines.append(
          "  \(JSONValue.string(entry.value).text): { factor: \(number(entry.factor)), \(ratio)items: \(entry.items), shows: \(entry.shows) }"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ number: Double) -> String { "\(number)" }
}
