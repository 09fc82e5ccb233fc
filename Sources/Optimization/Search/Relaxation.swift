#if GLPK
  import GLPK

  /// What is to be remembered of a solved relaxation before other subproblems are tried on it.
  struct Relaxation {
    /// On the subproblem.
    let bound: Double
    /// The objective over the columns taken in.
    let value: Double
    let active: [Int32]
    /// Of the active columns, in their order.
    let values: [Double]
    let duals: [Double]
    let pricing: Pricing
    let basis: Basis

    init(_ sifting: Sifting<GLPKRelaxation>, bound: Double) {
      self.bound = bound
      value = sifting.restricted.value
      active = sifting.restricted.active
      values = sifting.restricted.activeValues()
      duals = sifting.duals
      pricing = sifting.pricing
      basis = sifting.restricted.basis
    }

    /// The columns of more than a half.
    var rounded: [Int] { columns(above: 0.5) }

    func columns(above least: Double) -> [Int] {
      zip(active, values).filter { $0.1 > least }.map { Int($0.0) }
    }
  }
#endif
