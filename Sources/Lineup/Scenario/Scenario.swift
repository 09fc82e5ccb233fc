/// What a merchandiser asks of a show: the catalog, the show, who may be on the tray, what to
/// maximise and every rule. The contract says what each part means.
public struct Scenario: Sendable {
  /// Shown in results; the file's name where the scenario gives none.
  public var name: String
  /// The variant that was applied, if any.
  package var variant: String?
  /// The file as the user named it.
  package var source: String
  /// The catalog's files as written, relative to the scenario's file; one after another.
  package var catalogPaths: [String] = []
  /// The catalog's files as people know them; `nil` where its rows stand in the scenario.
  package var catalogPath: String? { catalogPaths.isEmpty ? nil : catalogPaths.joined(separator: ", ") }
  /// The catalog's rows, where they stand in the scenario in place of a file.
  package var catalogRows: [Node]?
  /// Where the catalog is named.
  package var catalogLocation: SourceLocation?
  /// How the catalog is to be read.
  package var catalogSettings = CatalogSettings()
  package var demand: Demand?
  /// What forecasts are corrected by.
  package var factors: FactorsReference?
  package var show = ShowPlan()
  /// Which SPUs may be on the tray at all.
  package var eligible = Where()
  /// The ways to present an item, in the order written; never empty.
  package var pitches: [Pitch] = [.standard]
  package var season: Season?
  package var objective = Objective.gmv
  package var goal: Goal?
  /// The rules by name, in the order written.
  package var rules: [NamedRule] = []
  /// The offers that it may have; `nil` for one without.
  package var offers: OfferPlan?
  package var locks: [Lock] = []
  package var bans: [SPUReference] = []
  /// What it was decoded from: the file with variant and settings applied, without its variants.
  package var document: Node?
  /// The files that it and its catalog were read from.
  package var inputs = InputDigests()
  /// What is said of the running order.
  package var rundown: RundownPlan?
  /// Which channels bring the views.
  package var views: ViewsPlan?
  /// Who they are, and what they buy.
  package var audience: [AudienceSegment] = []
  /// What became of the plan of views, once the scenario is bound to a catalog.
  package var viewsAnswer: ViewsAnswer?
  /// By what all views are multiplied beside the plan; 1 for what it says.
  var viewsScale = 1.0
  /// The sheets for those who bring viewers, in the order written.
  package var shares: [SharePlan] = []
}

/// A rule under the user's own name.
package struct NamedRule: Sendable {
  package var name: String
  package var location: SourceLocation
  /// Objective units for each unit by which a row misses its range; `nil` for a hard rule.
  package var penalty: Double?
  /// Whether no repair of an infeasible show may change it: `repair: never` in the rule.
  ///
  /// The key is an addition to the contract's rule forms and goes, like `penalty`, with every one:
  ///
  ///     hero ratio: { share: items, where: { role: hero }, range: 15%..25%, repair: never }
  package var isProtected = false
  var rule: any RuleForm

  var frame: RuleFrame { RuleFrame(name: name, penalty: penalty) }

  /// The form's key: `sum`, `share`, …
  package var form: String { type(of: rule).form }
}
