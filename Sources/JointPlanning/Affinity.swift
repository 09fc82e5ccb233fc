/// How much blocks compete: the showings of one that limits or stock would not let beside those of the other.
struct Affinity {
  private var values: [Double]
  private let count: Int

  init(_ state: JointState) {
    count = state.program.blocks.count
    values = Array(repeating: 0, count: count * count)
    for showings in state.showingsOfStyle where showings.count > 1 {
      for one in showings {
        for other in showings where other.block != one.block {
          values[Int(one.block) * count + Int(other.block)] += 0.3
        }
      }
    }
    // Blocks that limits hold together.
    for limit in state.program.styleLimits where limit.blocks.count < max(3, count / 2) {
      for one in limit.blocks {
        for other in limit.blocks where one != other { values[one * count + other] += 3 }
      }
    }
  }

  subscript(one: Int, other: Int) -> Double { values[one * count + other] }
}
