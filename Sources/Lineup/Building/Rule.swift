/// A rule of a show that is built in code, under the name by which results call it.
///
///     let rules = [
///       Rule("women", .sum(.items, .between(24, 28), of: ["gender": "women"])),
///       Rule("heroes", .share(of: ["role": "hero"], .between(0.15, 0.25)), penalty: 500),
///       Rule("one of a family", .each("family", .atMost(1))),
///     ]
public struct Rule: Sendable {
  let name: String
  let form: Form
  let penalty: Double?
  let isProtected: Bool

  /// - Parameters:
  ///   - name: unlike that of any other rule.
  ///   - penalty: units of the objective for each unit by which the range is missed, above 0; `nil` for a rule that
  ///     every tray must keep.
  ///   - isProtected: whether no repair of a show without a tray may change it.
  public init(_ name: String, _ form: Form, penalty: Double? = nil, isProtected: Bool = false) {
    self.name = name
    self.form = form
    self.penalty = penalty
    self.isProtected = isProtected
  }

  /// What a rule asks for: one of the forms that scenarios know.
  public struct Form: Sendable {
    /// The keys of the form and what stands there.
    let entries: [(key: String, value: Node)]

    /// The sum of a measure over the items that meet a condition lies within a range.
    public static func sum(_ measure: Measure, _ range: Bounds, of condition: Where = [:]) -> Form {
      Form(entries: [("sum", .text(measure.name)), ("where", condition.node), ("range", range.node)])
    }

    /// The part that some of the items have in a measure lies within a range, 0.15 for 15%.
    /// - Parameters:
    ///   - condition: which items the part is of.
    ///   - whole: which items it is a part of; all unless said.
    public static func share(
      _ measure: Measure = .items, of condition: Where, among whole: Where = [:], _ range: Bounds
    ) -> Form {
      Form(entries: [
        ("share", .text(measure.name)), ("where", condition.node), ("of", whole.node), ("range", range.node),
      ])
    }

    /// The average of a numeric column over the items that meet a condition lies within a range.
    public static func average(_ column: String, _ range: Bounds, of condition: Where = [:]) -> Form {
      Form(entries: [("average", .text(column)), ("where", condition.node), ("range", range.node)])
    }

    /// So many items of each listed value of an attribute; of a numeric one, of each range such as `100..200`.
    public static func split(
      _ attribute: String, _ items: KeyValuePairs<String, Bounds>, of condition: Where = [:]
    ) -> Form {
      Form(entries: [
        ("split", .text(attribute)), ("where", condition.node),
        ("items", .mapping(items.map { ($0.key, $0.value.node) })),
      ])
    }

    /// So many items of every value of an attribute that occurs.
    public static func each(_ attribute: String, _ items: Bounds, of condition: Where = [:]) -> Form {
      Form(entries: [("each", .text(attribute)), ("where", condition.node), ("items", items.node)])
    }

    /// All of these styles or none.
    public static func together(_ spus: [String]) -> Form { Form(entries: [("together", .list(spus))]) }

    /// At most one of these styles.
    public static func exclusive(_ spus: [String]) -> Form { Form(entries: [("exclusive", .list(spus))]) }

    /// A style only with at least one of some others.
    public static func requires(_ spu: String, anyOf others: [String]) -> Form {
      Form(entries: [("requires", .mapping([("spu", .text(spu)), ("any_of", .list(others))]))])
    }
  }

  /// The rule as a scenario writes it.
  var node: Node {
    var entries = form.entries
    if let penalty { entries.append(("penalty", .text(plain(penalty)))) }
    if isProtected { entries.append(("repair", .text("never"))) }
    return .mapping(entries)
  }
}
