/// Prices of everything that shows compete for: of each row of a block, of each constraint over all, and of each group
/// that a limit keeps down. Any prices whatever give a bound (Geoffrion 1974).
struct JointPrices: Sendable {
  /// Of the rows of all blocks, one block after the other.
  var rows: [Double]
  var constraints: [Double]
  /// Of groups in group limits; those that are not here cost nothing.
  var groups: [GroupPlace: Double] = [:]

  init(_ program: JointProgram) {
    rows = Array(repeating: 0, count: program.rowOffsets.last ?? 0)
    constraints = Array(repeating: 0, count: program.constraints.count)
  }

  /// What each sum costs.
  func ofSums(_ program: JointProgram) -> [Double] {
    var prices = [Double](repeating: 0, count: program.sumIsOfUnits.count)
    for (constraint, price) in zip(program.constraints, constraints) where price != 0 {
      for entry in constraint.entries { prices[Int(entry.sum)] += price * entry.factor }
    }
    return prices
  }

  /// The same within what each may be, and what the ranges add to the bound.
  mutating func clip(_ program: JointProgram) -> (value: Double, magnitude: Double) {
    var value = 0.0
    var magnitude = 0.0
    func clip(_ price: inout Double, _ range: JointProgram.Range) {
      if !price.isFinite { price = 0 }
      price = max(-range.penalty, min(range.penalty, price))
      let bound = price > 0 ? range.upper : range.lower
      if price == 0 || abs(bound) == .infinity {
        price = 0
        return
      }
      let term = price * bound + (range.penalty == .infinity ? abs(price) * range.tolerance : 0)
      value += term
      magnitude += abs(term)
    }
    var next = 0
    for block in program.blocks {
      for row in block.rows {
        clip(&rows[next], row.range)
        next += 1
      }
    }
    for index in constraints.indices { clip(&constraints[index], program.constraints[index].range) }
    // In a fixed order, so that the sum is the same each time.
    for (place, price) in groups.sorted(by: { $0.key < $1.key }) {
      let limit = program.groupLimits[Int(place.limit)]
      let left = Double(limit.left(for: place.group))
      let kept = max(0, min(limit.penalty, price.isFinite ? price : 0))
      groups[place] = kept
      value += kept * left * (1 + 1e-6)
      magnitude += kept * left
    }
    return (value, magnitude)
  }
}

/// A group in a group limit.
struct GroupPlace: Hashable, Comparable, Sendable {
  var limit: Int32
  var group: Int32

  static func < (left: GroupPlace, right: GroupPlace) -> Bool {
    (left.limit, left.group) < (right.limit, right.group)
  }
}

/// What groups cost on each block, summed over the limits that hold it: a rule's own price for each group.
struct GroupCharges: Sendable {
  private struct Charge: Sendable {
    var bit: UInt64
    var groups: JointProgram.StyleGroups
    var prices: [Int32: Double]
  }
  private var charges: [[Charge]]

  init(_ program: JointProgram, _ groups: [GroupPlace: Double]) {
    charges = Array(repeating: [], count: program.blocks.count)
    for (place, price) in groups.sorted(by: { $0.key < $1.key }) where price > 0 {
      let limit = program.groupLimits[Int(place.limit)]
      let bit = UInt64(1) << UInt64(limit.rule)
      for block in limit.blocks {
        if let known = charges[block].firstIndex(where: { $0.bit == bit }) {
          charges[block][known].prices[place.group, default: 0] += price
        } else {
          charges[block].append(Charge(bit: bit, groups: limit.groups, prices: [place.group: price]))
        }
      }
    }
  }

  func isFree(_ block: Int) -> Bool { charges[block].isEmpty }

  func charge(_ block: Int, style: Int32, mask: UInt64) -> Double {
    var sum = 0.0
    for charge in charges[block] where mask & charge.bit != 0 {
      for group in charge.groups.groups(of: style) { sum += charge.prices[group] ?? 0 }
    }
    return sum
  }
}
