#if GLPK
  import GLPK

  /// Branch and bound over a grouped program with sifted relaxations.
  ///
  /// Plunges until a subproblem is pruned, then goes on with the open one of the best bound. Every
  /// bound is a Lagrangian one from `Pricing`, every selection is checked by the given program, so the
  /// answer does not depend on what GLPK's tolerances let pass.
  final class TreeSearch {
    let program: GroupedProgram
    let control: SearchControl
    let sifting: Sifting<GLPKRelaxation>
    var chooser: BranchingChooser
    var propagation: Propagation
    var open = OpenNodes()
    /// Columns that no better selection contains, by the root's reduced costs.
    var isOut: [Bool]
    let outerBound: Double
    /// After how many nodes the search gives up; `nil` for one that is to be complete.
    let nodeLimit: Int?
    /// Whether the relaxation of the whole program ties, and how the bound falls.
    var startsTied = false
    var progress: Progress
    private var outCount = 0
    /// What its open nodes took when it last said so.
    private var heldBytes = 0
    var visits = 0
    var nextImprovement = 2
    /// How often `polish` has searched.
    var polishes = 0
    var rootPricing: Pricing?
    var probePricing = Pricing()
    private var rootCutoff = -Double.infinity

    /// - Parameter outerBound: of what lies outside this program, where it is a part of another search's.
    init(
      _ program: GroupedProgram, _ control: SearchControl, sifting: Sifting<GLPKRelaxation>,
      outerBound: Double = -.infinity,
      nodeLimit: Int? = nil
    ) {
      self.nodeLimit = nodeLimit
      self.program = program
      self.outerBound = outerBound
      self.control = control
      self.sifting = sifting
      chooser = BranchingChooser(program)
      propagation = Propagation(program)
      progress = Progress(program)
      isOut = Array(repeating: false, count: program.columnCount)
    }

    enum Outcome {
      case complete
      case stopped
      /// A better selection has left so few columns that a new search over them is cheaper.
      case shrunk
      /// Nodes lead nowhere for ties; with questions on gains a new search may get further.
      case onPlateau
      /// The limit of nodes is reached.
      case limited
    }

    func run() throws(GLPKError) -> Outcome {
      defer { control.hold(-heldBytes) }
      var next: SearchNode? = SearchNode(bound: control.bound)
      while let node = next ?? open.popBest() {
        next = nil
        noteBound(with: node.bound)
        if node.bound <= control.cutoff { continue }
        if control.mustStop() {
          noteBound(with: node.bound)
          return .stopped
        }
        if let nodeLimit, visits >= nodeLimit { return .limited }
        control.nodes += 1
        switch try expand(node) {
        case .stopped:
          noteBound(with: node.bound)
          return .stopped
        case .done: break
        case .later(let node): open.insert(node)
        case .children(let first, let second):
          if let second { open.insert(second) }
          if isWorthPlunging(first) { next = first } else { open.insert(first) }
        }
        open.drop(upTo: control.cutoff)
        control.hold(open.bytes - heldBytes)
        heldBytes = open.bytes
        if hasShrunk { return .shrunk }
        if isOnPlateau(next) { return .onPlateau }
      }
      return .complete
    }

    /// A plunge finds selections and is cheap, but leads astray where its bound has fallen half way from
    /// the best open one to the incumbent.
    private func isWorthPlunging(_ node: SearchNode) -> Bool {
      guard let incumbent = control.incumbent else { return true }
      return node.bound - incumbent.value >= 0.5 * (control.bound - incumbent.value)
    }

    /// Searches a program until nothing is left: over fewer columns each time that many have gone, with questions on gains
    /// once it is on a plateau.
    /// - Parameter nodeLimit: after how many nodes it gives up; `nil` for a search that is to be complete.
    /// - Returns: whether the search is complete; `false` when it was stopped or given up.
    static func exhaust(
      _ program: GroupedProgram, _ control: SearchControl, outerBound: Double = -.infinity,
      nodeLimit: Int? = nil
    ) throws(GLPKError) -> Bool {
      var program = program
      var nodeLimit = nodeLimit
      while true {
        if control.mustStop() { return false }
        guard let settled = program.settled(pace: control.pace) else { return true }
        program = settled
        if control.mustStop() { return false }
        let tree = TreeSearch(
          program, control, sifting: try Sifting(program, control), outerBound: outerBound,
          nodeLimit: nodeLimit)
        switch try tree.run() {
        case .complete: return true
        case .stopped, .limited: return false
        case .shrunk:
          program = program.restricted(to: tree.remainingColumns, pace: control.pace)
        case .onPlateau:
          program = program.restricted(to: tree.remainingColumns, pace: control.pace)
          if control.mustStop() { return false }
          program = program.adding(program.gainIntervals(), pace: control.pace)
          program.hasGainIntervals = true
        }
        nodeLimit = nodeLimit.map { max(0, $0 - tree.visits) }
      }
    }

    private func noteBound(with bound: Double) {
      control.lower(
        bound: max(
          bound, outerBound, open.greatestBound ?? -.infinity, control.incumbent?.value ?? -.infinity))
    }

    /// The columns that a better selection may contain, ascending.
    var remainingColumns: [Int] { isOut.indices.filter { !isOut[$0] } }

    private var hasShrunk: Bool {
      fixByRootReducedCosts()
      return program.columnCount > 150 && outCount * 3 > program.columnCount
    }

    func fixByRootReducedCosts() {
      guard let rootPricing, control.cutoff > rootCutoff else { return }
      rootCutoff = control.cutoff
      for column in isOut.indices where !isOut[column] {
        if rootPricing.bound - rootPricing.loss(column, program) <= control.cutoff {
          isOut[column] = true
          outCount += 1
        }
      }
    }
  }
#endif
