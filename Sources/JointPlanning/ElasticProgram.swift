extension JointProgram {
  /// The program in which nothing is gained and every hard row may be missed at a price: what it is worth is what the plan
  /// that misses the least misses, each miss by the size of its bound.
  package var elastic: JointProgram {
    var other = self
    func loosen(_ range: inout Range) {
      let size = max(
        range.lower.isFinite ? abs(range.lower) : 0, range.upper.isFinite ? abs(range.upper) : 0)
      // Soft rows are nothing to a plan that has no choice.
      range =
        range.penalty == .infinity
        ? Range(
          lower: range.lower - range.tolerance, upper: range.upper + range.tolerance,
          penalty: 1 / max(1, size))
        : Range(lower: -.infinity, upper: .infinity)
    }
    for block in other.blocks.indices {
      for row in other.blocks[block].rows.indices { loosen(&other.blocks[block].rows[row].range) }
      for option in other.blocks[block].style.indices {
        other.blocks[block].fixedGain[option] = 0
        other.blocks[block].unitGain[option] = 0
      }
    }
    for index in other.constraints.indices { loosen(&other.constraints[index].range) }
    for index in other.groupLimits.indices {
      if other.groupLimits[index].penalty == .infinity {
        other.groupLimits[index].penalty = 1
      } else {
        other.groupLimits[index].most = .max / 2
      }
    }
    return other
  }
}
