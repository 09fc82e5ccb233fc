/// `demand: { factors: factors.yaml }`: the file of factors that a scenario takes.
package struct FactorsReference: Sendable {
  /// As written, relative to the scenario's file.
  package var path: String
  package var location: SourceLocation
  /// What it holds; `nil` until it is read.
  package var factors: ForecastFactors?

  package init(path: String, location: SourceLocation, factors: ForecastFactors? = nil) {
    self.path = path
    self.location = location
    self.factors = factors
  }
}

extension Scenario {
  /// The scenario with its file of factors read, where it names one.
  /// - Parameter read: gives what a file holds by its name.
  package func takingFactors(
    _ read: (String) throws(LineupError) -> Node
  ) throws(LineupError) -> Scenario {
    guard let reference = factors, reference.factors == nil else { return self }
    var scenario = self
    scenario.factors?.factors = try ForecastFactors(read(reference.path))
    return scenario
  }
}
