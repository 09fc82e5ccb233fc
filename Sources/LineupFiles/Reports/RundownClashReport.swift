import Lineup

/// What `lineup rundown` says where no order keeps the rules, or none was found.
public struct RundownClashReport: AnswerReport {
  private let clash: RundownClash
  private let scenario: Scenario

  public init(_ clash: RundownClash, of scenario: Scenario) {
    self.clash = clash
    self.scenario = scenario
  }

  public func text(style: TextStyle) -> String {
    style.paint(ReportText.title(scenario), .bold) + "\n" + style.paint("No running order: ", .red)
      + DisplayWidth.singleLine(clash.message) + "\n"
  }

  public var json: String { RundownClashDocument(clash: clash, scenario: scenario).json }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.addRow(["rule", "proven", "message"].map(CSVWriter.Cell.text))
    for rule in clash.rules {
      writer.addRow([.text(rule), .text(clash.isProven ? "true" : "false"), .text(clash.message)])
    }
    return writer.bytes
  }
}
