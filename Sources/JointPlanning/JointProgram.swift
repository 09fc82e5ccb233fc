import Optimization

/// Several 0/1 programs, the blocks, that draw on one stock: the month of shows as numbers.
///
/// Block b chooses options, at most one of each style, and for each chosen option an amount
/// `least <= u <= demand`. With x in {0,1} for the options:
///
///     maximise   sum over options of fixedGain x + unitGain u  -  penalties of soft rows and constraints
///     subject to lower <= sum of coefficient x (or u, in a row of units) <= upper       for each row of a block
///                lower <= sum of factors of sums <= upper                               for each constraint
///                sum over all blocks of u <= stock                                      for each style
///                at most so many options of a style on the blocks of each style limit
///                at most so many options of the styles of a group on the blocks of each group limit
///
/// Sums run over the options of all blocks. A constraint that compares a sum with a share of another is two factors, so
/// that the whole enters no column twice.
package struct JointProgram: Sendable {
  package var blocks: [Block] = []
  /// How many styles share stock; styles beyond belong to one block alone and have no stock.
  package var styleCount = 0
  /// Of each style that shares stock; infinite where it does not run out.
  package var stock: [Double] = []
  /// Of each sum, whether it is of units.
  package var sumIsOfUnits: [Bool] = []
  package var constraints: [Constraint] = []
  package var styleLimits: [StyleLimit] = []
  package var groupLimits: [GroupLimit] = []

  package init() {}

  /// A row of a block or a constraint over several: its range and what missing it costs.
  package struct Range: Sendable {
    package var lower: Double
    package var upper: Double
    /// For each unit by which it is missed; `infinity` where it must hold.
    package var penalty: Double
    /// More than a plan that is taken may miss it by.
    package var tolerance: Double

    package init(lower: Double, upper: Double, penalty: Double = .infinity, tolerance: Double? = nil) {
      self.lower = lower
      self.upper = upper
      self.penalty = penalty
      let size = max(lower.isFinite ? abs(lower) : 0, upper.isFinite ? abs(upper) : 0)
      self.tolerance = tolerance ?? RowTolerance.widest(size: size)
    }

    package func miss(_ activity: Double) -> Double { max(0, max(lower - activity, activity - upper)) }
  }

  package struct Row: Sendable {
    package var range: Range
    /// Whether its coefficients are for each unit.
    package var isOfUnits: Bool

    package init(_ range: Range, isOfUnits: Bool) {
      self.range = range
      self.isOfUnits = isOfUnits
    }
  }

  package struct Constraint: Sendable {
    package var range: Range
    package var entries: [(sum: Int32, factor: Double)]

    package init(_ range: Range, entries: [(sum: Int32, factor: Double)]) {
      self.range = range
      self.entries = entries
    }
  }

  /// Entries of options in rows, option by option.
  package struct Entries: Sendable {
    package var start: [Int32] = [0]
    package var row: [Int32] = []
    package var coefficient: [Double] = []

    package init() {}

    package mutating func append(_ entries: [(row: Int32, coefficient: Double)]) {
      for entry in entries where entry.coefficient != 0 {
        row.append(entry.row)
        coefficient.append(entry.coefficient)
      }
      start.append(Int32(row.count))
    }

    package subscript(option: Int) -> Swift.Range<Int> { Int(start[option])..<Int(start[option + 1]) }
  }

  package struct Block: Sendable {
    package var rows: [Row] = []
    /// Of each option, ascending.
    package var style: [Int32] = []
    package var demand: [Double] = []
    package var least: [Double] = []
    package var fixedGain: [Double] = []
    package var unitGain: [Double] = []
    /// In the block's own rows.
    package var own = Entries()
    /// In the program's sums.
    package var shared = Entries()
    /// Bit r says that the option counts in limits of rule r.
    package var limitMask: [UInt64] = []
    /// Options that no plan has, as `barringWhatLocksShutOut` finds them; empty where there are none.
    var barred: [Bool] = []

    package init() {}

    package var optionCount: Int { style.count }
  }

  /// At most so many showings of each style on some blocks.
  package struct StyleLimit: Sendable {
    /// Which bit of `limitMask` counts.
    package var rule: Int
    /// Ascending.
    package var blocks: [Int]
    package var most: Int
    /// Showings that are past, by style.
    package var used: [Int32: Int]

    package init(rule: Int, blocks: [Int], most: Int, used: [Int32: Int] = [:]) {
      self.rule = rule
      self.blocks = blocks
      self.most = most
      self.used = used
    }

    /// What is left for a style, never below 0.
    package func left(for style: Int32) -> Int { max(0, most - (used[style] ?? 0)) }
  }

  /// At most so many showings of the styles of each group on some blocks.
  package struct GroupLimit: Sendable {
    package var rule: Int
    package var blocks: [Int]
    package var most: Int
    /// Showings that are past, by group.
    package var used: [Int32: Int]
    package var groups: StyleGroups
    /// For each showing too many; `infinity` where it must hold.
    package var penalty: Double

    package init(
      rule: Int, blocks: [Int], most: Int, used: [Int32: Int], groups: StyleGroups,
      penalty: Double = .infinity
    ) {
      self.rule = rule
      self.blocks = blocks
      self.most = most
      self.used = used
      self.groups = groups
      self.penalty = penalty
    }

    package func left(for group: Int32) -> Int { max(0, most - (used[group] ?? 0)) }
  }

  /// Which groups each style is in; none or several.
  package final class StyleGroups: Sendable {
    package let count: Int
    package let start: [Int32]
    package let group: [Int32]

    package init(count: Int, ofStyles groups: [[Int32]]) {
      self.count = count
      var start: [Int32] = [0]
      var flat: [Int32] = []
      for groups in groups {
        flat += groups
        start.append(Int32(flat.count))
      }
      self.start = start
      group = flat
    }

    package func groups(of style: Int32) -> ArraySlice<Int32> {
      Int(style) + 1 < start.count ? group[Int(start[Int(style)])..<Int(start[Int(style) + 1])] : []
    }
  }

  /// The showings of each style on a plan, by style.
  func patterns(of plan: JointPlan) -> [(style: Int32, showings: [Showing])] {
    var patterns: [Int32: [Showing]] = [:]
    for (block, showings) in plan.showings.enumerated() {
      for showing in showings {
        patterns[blocks[block].style[Int(showing.option)], default: []].append(showing)
      }
    }
    return patterns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What showings gain together, before any penalty.
  func gain(of showings: [Showing]) -> Double {
    var gain = 0.0
    for showing in showings {
      let block = blocks[Int(showing.block)]
      gain += block.fixedGain[Int(showing.option)] + block.unitGain[Int(showing.option)] * showing.units
    }
    return gain
  }

  /// Where the rows of each block begin among all rows, the sums' behind the last block's.
  package var rowOffsets: [Int] {
    var offsets = [0]
    for block in blocks { offsets.append(offsets[offsets.count - 1] + block.rows.count) }
    return offsets
  }
}

/// An option of a block that is on the plan, and its amount.
package struct Showing: Sendable, Equatable {
  package var block: Int32
  package var option: Int32
  package var units: Double

  package init(block: Int32, option: Int32, units: Double) {
    self.block = block
    self.option = option
    self.units = units
  }
}

/// What every block shows.
package struct JointPlan: Sendable, Equatable {
  /// Of each block, by option.
  package var showings: [[Showing]]

  package init(blockCount: Int) { showings = Array(repeating: [], count: blockCount) }

  package init(_ showings: [[Showing]]) { self.showings = showings }
}
