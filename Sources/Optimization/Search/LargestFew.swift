/// Keeps the elements of largest keys out of many, up to a limit; of equal keys the earlier ones.
struct LargestFew<Element> {
  private let limit: Int
  /// A heap with the least key, the latest of equals, at the top.
  private var heap: [(key: Double, order: Int, element: Element)] = []
  private var inserted = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes logarithmic time in the limit.
  mutating func insert(_ element: Element, _ key: Double) {
    inserted += 1
    let entry = (key: key, order: inserted, element: element)
    if heap.count < limit {
      heap.append(entry)
      var child = heap.count - 1
      while child > 0, goesFirst(heap[child], heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if limit > 0, key > heap[0].key {
      heap[0] = entry
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
          if goesFirst(heap[child], heap[least]) { least = child }
        }
        if least == parent { break }
        heap.swapAt(parent, least)
        parent = least
      }
    }
  }

  private func goesFirst(
    _ first: (key: Double, order: Int, element: Element),
    _ second: (key: Double, order: Int, element: Element)
  ) -> Bool {
    (first.key, second.order) < (second.key, first.order)
  }

  /// Largest key first.
  var elements: [Element] {
    heap.sorted { ($1.key, $0.order) < ($0.key, $1.order) }.map(\.element)
  }
}
