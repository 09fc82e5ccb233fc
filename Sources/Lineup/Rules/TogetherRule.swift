/// All of these SPUs or none.
///
/// ## Formulation
///
/// Hard, with y(i) = sum over f of x(i,f):
///
///     y(first) - y(i) = 0     for each other i
///
/// Soft, with a 0/1 switch z that says which side is paid for, n SPUs and m(r) the amount by which
/// row r is missed (the penalty counts the fewer of those on and those off):
///
///     sum of y(i) - n z <= 0     (those on, where z = 0)
///     n z - sum of y(i) <= 0     (those off, where z = 1)
///
/// ## Example
///
///     outfit: { together: [A1001, A1002] }
///
/// Adds a row less than SPUs (hard), or 2 rows and a column (soft).
struct TogetherRule: RuleForm {
  static let form = "together"
  static let keys: [String] = []

  var spus: [SPUReference]

  static func read(_ node: Node, _ section: Section, _ reader: NodeReader) -> TogetherRule? {
    reader.spus(node, key: form).map(TogetherRule.init(spus:))
  }

  func formulate(_ frame: RuleFrame, in binder: inout RuleBinder) {
    let styles = spus.compactMap { binder.style($0) }
    guard styles.count == spus.count else { return }
    if frame.penalty == nil {
      let pairs = max(0, styles.count - 1)
      let row = binder.plan.addBlock(
        rule: frame.name, labels: pairs == 1 ? .none : .numbered,
        bounds: [Bounds](repeating: Bounds(lower: 0, upper: 0), count: pairs), penalty: nil)
      for (offset, style) in styles.dropFirst().enumerated() {
        binder.plan.add(style: styles[0], to: row + offset, factor: 1)
        binder.plan.add(style: style, to: row + offset, factor: -1)
      }
      return
    }
    let row = binder.plan.addBlock(
      rule: frame.name, labels: .sides(["on", "off"]),
      bounds: [Bounds](repeating: Bounds(upper: 0), count: 2), penalty: frame.penalty)
    for style in styles {
      binder.plan.add(style: style, to: row, factor: 1)
      binder.plan.add(style: style, to: row + 1, factor: -1)
    }
    let count = Double(styles.count)
    binder.plan.addSwitch(
      name: frame.name, entries: [(Int32(row), -count), (Int32(row + 1), count)])
  }

  func audit(_ frame: RuleFrame, of tray: AuditedTray) -> [RuleCheck] {
    let on = spus.count { tray.contains($0.spu) }
    return [
      RuleCheck(
        frame, row: frame.name, kind: .count, required: nil, actual: Double(on),
        miss: Double(min(on, spus.count - on)))
    ]
  }
}

extension TogetherRule {
  var allOrNone: [SPUReference]? { spus }

  func clash(withLocks locked: [String]) -> LockClash? {
    .needs(spus.map(\.spu).filter { !locked.contains($0) })
  }

  var modelForm: ModelForm? { .team(.together, spus.map(\.spu)) }
}
