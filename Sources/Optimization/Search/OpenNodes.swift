#if GLPK
  internal import HeapModule

  /// The nodes that wait to be searched, the greatest bound first; of equals the one that came last.
  struct OpenNodes {
    private struct Entry: Comparable {
      var node: SearchNode
      var order: Int

      static func < (one: Entry, other: Entry) -> Bool {
        (one.node.bound, one.order) < (other.node.bound, other.order)
      }

      static func == (one: Entry, other: Entry) -> Bool { one.order == other.order }
    }

    private var heap = Heap<Entry>()
    private var inserted = 0
    /// What the nodes take, nearly.
    private(set) var bytes = 0

    var greatestBound: Double? { heap.max?.node.bound }

    mutating func insert(_ node: SearchNode) {
      inserted += 1
      bytes += node.bytes
      heap.insert(Entry(node: node, order: inserted))
    }

    mutating func popBest() -> SearchNode? {
      guard let best = heap.popMax() else { return nil }
      bytes -= best.node.bytes
      return best.node
    }

    /// Forgets the nodes that lead to nothing above the cutoff.
    mutating func drop(upTo cutoff: Double) {
      while let least = heap.min, least.node.bound <= cutoff {
        heap.removeMin()
        bytes -= least.node.bytes
      }
    }
  }
#endif
