/// What a merchandiser asks of a show: the catalog, the show, who may be on the tray, what to
/// maximise and every rule. The contract says what each part means.
public struct Scenario: Sendable {
  /// Shown in results; the file's name where the scenario gives none.
  public var name: String
  /// The variant that was applied, if any.
  public var variant: String?
  /// The file as the user named it.
  public var source: String
  /// The catalog's path as written, relative to the scenario's file.
  public var catalogPath: String?
  /// The catalog's rows, where they stand in the scenario in place of a file.
  package var catalogRows: [Node]?
  /// Where the catalog is named.
  public var catalogLocation: SourceLocation?
  /// How the catalog is to be read.
  public var catalogSettings = CatalogSettings()
  public var demand: Demand?
  public var show = ShowPlan()
  /// Which SPUs may be on the tray at all.
  public var eligible = Where()
  /// The ways to present an item, in the order written; never empty.
  public var pitches: [Pitch] = [.standard]
  public var season: Season?
  public var objective = Objective.gmv
  public var goal: Goal?
  /// The rules by name, in the order written.
  public var rules: [NamedRule] = []
  public var locks: [Lock] = []
  public var bans: [SPUReference] = []
  /// What it was decoded from: the file with variant and settings applied, without its variants.
  public var document: Node?
  /// The files that it and its catalog were read from.
  public var inputs = InputDigests()
  /// What is said of the running order.
  public var rundown: RundownPlan?
}

/// A rule under the user's own name.
public struct NamedRule: Sendable {
  public var name: String
  public var location: SourceLocation
  /// Objective units for each unit by which a row misses its range; `nil` for a hard rule.
  public var penalty: Double?
  /// Whether no repair of an infeasible show may change it: `repair: never` in the rule.
  ///
  /// The key is an addition to the contract's rule forms and goes, like `penalty`, with every one:
  ///
  ///     hero ratio: { share: items, where: { role: hero }, range: 15%..25%, repair: never }
  public var isProtected = false
  var rule: any Rule

  /// The form's key: `sum`, `share`, …
  public var form: String { type(of: rule).form }
}
