/// A heap of open subproblems, the greatest bound first; of equals the one that came last.
struct BestFirstQueue<Element> {
  private var heap: [(bound: Double, order: Int, element: Element)] = []
  private var inserted = 0

  var greatestBound: Double? { heap.first?.bound }

  mutating func insert(_ element: Element, bound: Double) {
    inserted += 1
    heap.append((bound, inserted, element))
    var child = heap.count - 1
    while child > 0, goesFirst(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popBest() -> Element? {
    guard let best = heap.first?.element else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        var first = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
          if goesFirst(child, first) { first = child }
        }
        if first == parent { break }
        heap.swapAt(parent, first)
        parent = first
      }
    }
    return best
  }

  private func goesFirst(_ one: Int, _ other: Int) -> Bool {
    (heap[one].bound, heap[one].order) > (heap[other].bound, heap[other].order)
  }
}
