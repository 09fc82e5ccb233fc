extension JointProgram {
  /// The same program without options that cannot stand beside what must be on a block: a row that only one style can fill
  /// keeps the windows around it free.
  func barringWhatLocksShutOut() -> JointProgram {
    let locked = lockedStyles
    guard locked.contains(where: { !$0.isEmpty }) else { return self }
    var program = self
    for limit in styleLimits {
      let bit = UInt64(1) << UInt64(limit.rule)
      var counts: [Int32: Int] = [:]
      for block in limit.blocks {
        for (style, mask) in locked[block] where mask & bit != 0 { counts[style, default: 0] += 1 }
      }
      let full = counts.filter { $0.value >= limit.left(for: $0.key) }
      if full.isEmpty { continue }
      for block in limit.blocks {
        for option in program.blocks[block].style.indices {
          let style = program.blocks[block].style[option]
          guard full[style] != nil, program.blocks[block].limitMask[option] & bit != 0,
            locked[block][style] == nil
          else { continue }
          if program.blocks[block].barred.isEmpty {
            program.blocks[block].barred = Array(repeating: false, count: blocks[block].optionCount)
          }
          program.blocks[block].barred[option] = true
        }
      }
    }
    return program
  }

  /// The styles that each block must show, with the rules in which every option of theirs counts there.
  var lockedStyles: [[Int32: UInt64]] {
    blocks.map { block in
      // Of each row that must be filled, the style that fills it; -1 where there are several.
      var filler: [Int32: Int32] = [:]
      for option in block.style.indices {
        for entry in block.own[option] {
          let row = block.own.row[entry]
          let range = block.rows[Int(row)].range
          guard range.penalty == .infinity, range.lower > range.tolerance, block.own.coefficient[entry] > 0
          else { continue }
          let known = filler[row]
          filler[row] = known == nil || known == block.style[option] ? block.style[option] : -1
        }
      }
      let styles = Set(filler.values).filter { $0 >= 0 && Int($0) < styleCount }
      var locked: [Int32: UInt64] = [:]
      for option in block.style.indices where styles.contains(block.style[option]) {
        locked[block.style[option], default: .max] &= block.limitMask[option]
      }
      return locked
    }
  }
}
