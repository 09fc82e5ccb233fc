#if GLPK
  import CGLPK
  import GLPK

  /// What branch and cut is asked.
  package struct BranchAndCutOptions: Sendable {
    /// Wall-clock seconds after which the search ends; `nil` for none.
    package var seconds: Double?
    /// Relative gap at which the search ends.
    package var gap: Double
    /// Column values of a solution known to be good, binary columns exactly 0 or 1.
    package var start: [Double]?

    package init(seconds: Double? = nil, gap: Double = 0, start: [Double]? = nil) {
      self.seconds = seconds
      self.gap = gap
      self.start = start
    }
  }

  /// The caller's side of branch and cut. What it throws ends the search and comes out of the call.
  package protocol BranchAndCutObserver: AnyObject {
    /// Whether a solution whose binary columns are whole up to 1e-6 is really one once they are rounded.
    ///
    /// One that is refused is cut off, alone, and the search goes on.
    func accepts(_ columns: [Double]) throws -> Bool
    /// Called before every node. `bound` is the best that any open node may still reach.
    func mayGoOn(bound: Double, nodes: Int) throws -> Bool
  }

  package enum BranchAndCutOutcome: Sendable {
    /// The search is complete: the last solution that was accepted is optimal, and none means that
    /// there is none.
    case complete
    /// The asked gap is reached.
    case withinGap(bound: Double)
    /// The time limit or the observer ended the search.
    case stopped(bound: Double)
  }

  extension LinearProblem {
    /// Branch and cut on the binary columns, from the optimal basis of the relaxation.
    ///
    /// Call `solveRelaxation` first, until it is `.optimal`. GLPK's own rounding heuristics are off, so
    /// that every solution it believes in has passed `accepts`.
    package mutating func branchAndCut(
      _ options: BranchAndCutOptions, observer: some BranchAndCutObserver
    ) throws -> BranchAndCutOutcome {
      guard options.gap >= 0, options.gap < .infinity else {
        throw GLPKError.invalidArgument("the gap is \(options.gap)")
      }
      guard glp_get_status(pointer) == GLP_OPT else { throw GLPKError.failed(.rootOptimumMissing) }
      if let start = options.start {
        guard start.count == columnCount, start.allSatisfy(\.isFinite),
          zip(start, isBinary).allSatisfy({ !$1 || $0 == 0 || $0 == 1 })
        else { throw GLPKError.invalidArgument("the start is no solution of \(columnCount) columns") }
      }
      var parameters = glp_iocp()
      glp_init_iocp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.presolve = GLP_OFF
      parameters.sr_heur = GLP_OFF
      parameters.mip_gap = options.gap
      parameters.tol_int = 1e-7
      parameters.tol_obj = 1e-10
      if let seconds = options.seconds {
        parameters.tm_lim = Int32(max(1, min(seconds * 1000, Double(Int32.max - 1))))
      }
      let session = BranchAndCutSession(
        observer: observer, bound: glp_get_obj_val(pointer), start: options.start, isBinary: isBinary)
      parameters.cb_func = { tree, information in
        guard let tree, let information else { return }
        Unmanaged<BranchAndCutSession>.fromOpaque(information).takeUnretainedValue().respond(to: tree)
      }
      let code = withExtendedLifetime(session) {
        parameters.cb_info = Unmanaged.passUnretained(session).toOpaque()
        return glp_intopt(pointer, &parameters)
      }
      if let error = session.error { throw error }
      switch ReturnCode(rawValue: code) {
      case nil where code == 0: return .complete
      case nil: throw GLPKError.unlistedCode(code)
      case .noPrimalFeasible?, .noFeasible?: return .complete
      case .gapReached?: return .withinGap(bound: session.bound)
      case .timeLimit?, .stoppedByApplication?: return .stopped(bound: session.bound)
      case let failure?: throw GLPKError.failed(failure)
      }
    }
  }

  /// What GLPK's callback needs to know between two calls.
  private final class BranchAndCutSession {
    let observer: any BranchAndCutObserver
    var bound: Double
    var start: [Double]?
    let isBinary: [Bool]
    var error: (any Error)?
    private var nodes = 0

    init(observer: any BranchAndCutObserver, bound: Double, start: [Double]?, isBinary: [Bool]) {
      self.observer = observer
      self.bound = bound
      self.start = start
      self.isBinary = isBinary
    }

    /// Swift errors must not cross C: the first one stops the search and is kept for the caller.
    func respond(to tree: OpaquePointer) {
      guard error == nil else { return }
      do {
        switch glp_ios_reason(tree) {
        case GLP_ISELECT: try select(tree)
        case GLP_IROWGEN: try judge(tree)
        case GLP_IHEUR: offerStart(tree)
        default: break
        }
      } catch {
        self.error = error
        glp_ios_terminate(tree)
      }
    }

    private func select(_ tree: OpaquePointer) throws {
      let best = glp_ios_best_node(tree)
      if best != 0 { bound = min(bound, glp_ios_node_bound(tree, best)) }
      nodes += 1
      if try !observer.mayGoOn(bound: bound, nodes: nodes) { glp_ios_terminate(tree) }
    }

    private func judge(_ tree: OpaquePointer) throws {
      guard let problem = glp_ios_get_prob(tree) else { return }
      var values: [Double] = []
      values.reserveCapacity(isBinary.count)
      for column in isBinary.indices {
        let value = glp_get_col_prim(problem, Int32(column + 1))
        if isBinary[column], abs(value - value.rounded()) > 1e-6 { return }
        values.append(value)
      }
      if try !observer.accepts(values) { cutOff(values, problem) }
    }

    /// Adds the row that this one assignment of the binary columns violates, and no other.
    private func cutOff(_ values: [Double], _ problem: OpaquePointer) {
      var columns: [Int32] = []
      var coefficients: [Double] = []
      var ones = 0.0
      for column in isBinary.indices where isBinary[column] {
        let isOne = values[column] > 0.5
        columns.append(Int32(column))
        coefficients.append(isOne ? 1 : -1)
        ones += isOne ? 1 : 0
      }
      let row = glp_add_rows(problem, 1)
      glp_set_row_bnds(problem, row, GLP_UP, 0, ones - 1)
      var padded = OneBased()
      _ = padded.with(indices: columns, values: coefficients) { count, indices, values in
        glp_set_mat_row(problem, row, count, indices, values)
      }
    }

    private func offerStart(_ tree: OpaquePointer) {
      guard let solution = start else { return }
      start = nil
      _ = OneBased.with(values: solution) { glp_ios_heur_sol(tree, $0) }
    }
  }
#endif
