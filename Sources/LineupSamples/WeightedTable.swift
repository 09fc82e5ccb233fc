/// Choices with whole-number weights. Picking takes time logarithmic in the number of choices.
struct WeightedTable<Choice: Sendable>: Sendable {
  private var choices: [Choice] = []
  private var ends: [Int] = []
  /// The sum of the weights.
  private(set) var total = 0

  /// - Precondition: some weight is positive; choices without one are left out.
  init(_ entries: [(Choice, Int)]) {
    for (choice, weight) in entries where weight > 0 {
      total += weight
      choices.append(choice)
      ends.append(total)
    }
    precondition(total > 0, "a weighted table needs a choice with a positive weight")
  }

  init(_ entries: (Choice, Int)...) {
    self.init(entries)
  }

  /// The choice at `weight`, in `0..<total`.
  subscript(weight weight: Int) -> Choice {
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if weight < ends[middle] { high = middle } else { low = middle + 1 }
    }
    return choices[low]
  }
}
