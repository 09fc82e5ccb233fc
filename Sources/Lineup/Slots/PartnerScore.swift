/// The score of a partner with each of its terms, so that it can be recomputed by hand.
package struct PartnerScore: Sendable, Equatable {
  package var partner: Partner
  /// What the rules' columns add up to; mostly below 0.
  package var points: Double
  /// The term of the rules: weight x max(0, start + points).
  package var rules: Double
  /// The term of the sales: weight x 100 x sales / largest sales.
  package var sales: Double

  package var score: Double { rules + sales }

  /// The scores of all partners, in their order.
  package static func all(_ partners: [Partner], _ formula: ScoreFormula) -> [PartnerScore] {
    let largest = partners.map(\.sales).max() ?? 0
    return partners.map { partner in
      let points = partner.marks.reduce(0) { $0 + $1.points }
      return PartnerScore(
        partner: partner, points: points, rules: formula.rules * max(0, formula.start + points),
        sales: largest > 0 ? formula.sales * 100 * (partner.sales / largest) : 0)
    }
  }
}
