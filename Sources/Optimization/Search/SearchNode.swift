#if GLPK
  import GLPK

  /// A part of the program that is still to be searched.
  struct SearchNode {
    /// What was left at the parent, and the decision that makes this node of it; `nil` at the root.
    var parent: PackedSubproblem?
    var decision: Decision?
    var bound: Double
    /// How far the relaxation of the parent was above the answer "down" of the last decision.
    var fraction = 0.5
    /// The basis of the parent's relaxation, for when the search comes back to this node.
    var basis: Basis?

    /// What it takes, nearly: what two nodes share is counted with each.
    var bytes: Int {
      MemoryLayout<SearchNode>.stride + (parent?.bytes ?? 0) + (basis?.bytes ?? 0)
    }
  }
#endif
