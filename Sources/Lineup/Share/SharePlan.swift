/// A sheet for those who bring viewers: which items of a tray they see, and what of them.
///
///     share:
///       guides: { columns: [spu, name, price], per: region }
package struct SharePlan: Sendable {
  /// Who gets it.
  package var owner: String
  package var location: SourceLocation
  /// Which items; all unless said.
  package var condition = Where()
  /// What of them, in order.
  package var columns: [Column] = SharePlan.usualColumns
  /// The attribute of whose values each has a sheet of its own; `nil` for one sheet.
  package var per: Column?
  /// Whether the items stand in the running order, with their times.
  package var isInOrder = false

  /// A column by name, and where it stands.
  package struct Column: Sendable, Equatable {
    package var name: String
    /// `nil` where nobody wrote it.
    package var location: SourceLocation?

    package init(name: String, location: SourceLocation?) {
      self.name = name
      self.location = location
    }
  }

  package init(owner: String, location: SourceLocation) {
    self.owner = owner
    self.location = location
  }

  /// What a sheet has where nothing is said: nothing that is not for everybody.
  package static let usualColumns = ["spu", "name", "brand", "price"].map { Column(name: $0, location: nil) }
  /// What a sheet can have that is no column of the catalog.
  package static let derived = [
    "pitch", "minutes", "units", "gmv", "margin", "saving", "offer", "coupon", "image", "selling_point",
  ]
}

extension NodeReader {
  /// The section `share`.
  func shares(_ node: Node) -> [SharePlan] {
    (mapping(node, key: "share", expected: "owners to sheets") ?? []).compactMap { entry in
      let owner = CatalogText.normalized(entry.key)
      if owner.isEmpty {
        report(.emptyName("a sheet"), at: entry.keyLocation)
        return nil
      }
      guard
        let part = section(
          entry.value, key: entry.key, place: "the sheet \"\(owner)\"", known: ScenarioKeys.share)
      else { return nil }
      var plan = SharePlan(owner: owner, location: entry.keyLocation)
      if let node = part["where"] { plan.condition = condition(node) ?? Where() }
      if let node = part["columns"] {
        let names = list(node, key: "columns", expected: "columns") ?? []
        plan.columns = []
        for name in names {
          guard let text = text(name, key: "columns") else { continue }
          if plan.columns.contains(where: { $0.name == text }) {
            report(.listedTwice(text, key: "columns"), at: name.location)
          }
          plan.columns.append(.init(name: text, location: name.location))
        }
        if names.isEmpty {
          report(
            .wrongShape(key: "columns", expected: "a list of columns", found: "an empty list"),
            at: node.location)
        }
      }
      if let node = part["per"], let text = text(node, key: "per") {
        plan.per = .init(name: text, location: node.location)
      }
      if let node = part["rundown"], let text = text(node, key: "rundown") {
        if let truth = ScalarText.truth(text) {
          plan.isInOrder = truth
        } else {
          report(.invalidScalar(key: "rundown", text: text, expected: "true or false"), at: node.location)
        }
      }
      return plan
    }
  }
}
