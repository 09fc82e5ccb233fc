/// The conditions of a rundown bound to a catalog; names and values that it does not know are reported.
struct RundownScopes: Sendable {
  /// One for each rule of spacing; `nil` for those that keep values apart.
  var spacing: [Scope?]
  var opening: Scope?
  var closing: Scope?
  var encore: Scope?

  init(_ plan: RundownPlan, in binder: RuleBinder) {
    spacing = plan.spacing.map { rule in
      switch rule.form {
      case .every(_, let condition): return binder.scope(condition)
      case .apart(let attribute):
        _ = binder.attribute(attribute, at: rule.location)
        return nil
      }
    }
    opening = plan.opening.map { binder.scope($0.condition) }
    closing = plan.closing.map { binder.scope($0.condition) }
    encore = plan.encore.map { binder.scope($0.condition) }
    if let blocks = plan.blocks { _ = binder.attribute(blocks.attribute, at: blocks.location) }
    for fixed in plan.fixed { _ = binder.style(fixed.spu) }
    for offer in plan.offers { _ = binder.style(offer.spu) }
  }
}
