import Lineup

extension Scenario {
  /// Reads a scenario, or one of its variants, from bytes: YAML or JSON.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - variant: the name of a variant to apply.
  ///   - settings: changes on top, such as `show.minutes=120` or `rules."hero ratio".range=15%..25%`.
  /// - Throws: everything that is wrong with it, with lines.
  public init(
    bytes: [UInt8], name: String = "the scenario", variant: String? = nil, settings: [String] = []
  ) throws(LineupError) {
    self = try ShowFile(bytes: bytes, source: name).scenario(variant: variant, settings: settings)
  }

  /// Reads a scenario, or one of its variants, from a file.
  /// - Throws: where it cannot be read, and everything that is wrong with it.
  public init(file path: String, variant: String? = nil, settings: [String] = []) throws(LineupError) {
    self = try ShowFile(path: path).scenario(variant: variant, settings: settings)
  }

  /// The scenario with changes on top, such as `show.minutes=120`.
  public func applying(_ settings: [String]) throws(LineupError) -> Scenario {
    guard let document else { return self }
    var patches: [Node] = []
    for setting in settings { patches.append(try Node.setting(setting)) }
    var changed = try Scenario(document, settings: patches)
    changed.variant = variant
    changed.inputs = inputs
    return changed
  }
}
