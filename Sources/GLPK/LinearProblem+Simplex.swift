#if GLPK
  import CGLPK

  /// What is known of the linear relaxation after the simplex method.
  package enum SimplexOutcome: Sendable {
    case optimal
    case infeasible
    case unbounded
    /// The iteration limit ended it; the basis reached is kept, and the next call goes on from it.
    case interrupted
    /// The dual method found that the objective cannot reach the limit given.
    case belowLimit
  }

  package enum SimplexMethod: Sendable {
    /// Right after columns were added or objective coefficients changed.
    case primal
    /// Right after rows were added or bounds changed. Turns to the primal method where it fails.
    case dual
  }

  /// Where a row's activity or a column stands in a basis, with GLPK's numbers.
  package enum BasisStatus: UInt8, Sendable {
    case basic = 1
    case atLower = 2
    case atUpper = 3
    case free = 4
    case fixed = 5
  }

  /// The place of every row and column; a byte each.
  package struct Basis: Sendable, Equatable {
    var rows: [BasisStatus]
    var columns: [BasisStatus]

    /// What it takes.
    package var bytes: Int { rows.count + columns.count }
  }

  /// What stands for GLPK's answers in tests: no program makes its simplex method fail at will.
  package enum InjectedFault {
    /// Asked at each run of the simplex method; what it returns stands for GLPK's code, `nil` lets GLPK run.
    @TaskLocal package static var simplexCode: (@Sendable () -> Int32?)?
    /// A code that makes GLPK refuse its parameters, the only way to have it give up at will.
    package static let refusal: Int32 = 1_000
  }

  extension LinearProblem {
    /// Solves the linear relaxation from the basis that is there.
    ///
    /// - Parameters:
    ///   - iterationLimit: GLPK's simplex method cannot be interrupted from outside; a caller that must
    ///     be able to stop runs it in slices.
    ///   - objectiveLimit: the dual method ends where it knows that the objective is not above this.
    package mutating func solveRelaxation(
      _ method: SimplexMethod, iterationLimit: Int = .max, objectiveLimit: Double = -.infinity
    ) throws(GLPKError) -> SimplexOutcome {
      guard iterationLimit >= 0 else {
        throw .invalidArgument("the iteration limit is \(iterationLimit)")
      }
      var parameters = glp_smcp()
      glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.meth = method == .primal ? GLP_PRIMAL : GLP_DUALP
      parameters.r_test = method == .primal ? GLP_RT_HAR : GLP_RT_FLIP
      if objectiveLimit.isFinite { parameters.obj_ll = objectiveLimit }
      parameters.it_lim = Int32(clamping: iterationLimit)
      var injected = InjectedFault.simplexCode?()
      if injected == InjectedFault.refusal {
        parameters.msg_lev = injected ?? 0
        injected = nil
      }
      let code = injected ?? lineup_simplex(pointer, &parameters)
      if code == LINEUP_GAVE_UP {
        ThreadEnvironment.lose()
        throw .gaveUp
      }
      switch ReturnCode(rawValue: code) {
      case nil where code == 0: break
      case nil: throw .unlistedCode(code)
      case .iterationLimit?, .timeLimit?: return .interrupted
      case .objectiveLowerLimit?: return .belowLimit
      case .noPrimalFeasible?, .noFeasible?: return .infeasible
      case let failure?: throw .failed(failure)
      }
      switch glp_get_status(pointer) {
      case GLP_OPT: return .optimal
      case GLP_NOFEAS: return .infeasible
      case GLP_UNBND: return .unbounded
      default: return .interrupted
      }
    }

    /// Puts every row into the basis and every column at a bound: always a valid start.
    package mutating func resetBasis() { glp_std_basis(pointer) }

    /// Scales rows and columns geometrically by powers of two, which loses no digit.
    package mutating func scale() { glp_scale_prob(pointer, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP) }

    package var iterationCount: Int { Int(glp_get_it_cnt(pointer)) }

    /// Objective of the basic solution.
    package var relaxationValue: Double { glp_get_obj_val(pointer) }

    /// The duals of all rows: the gain of the objective for each unit by which a bound is relaxed.
    package func rowDuals(into duals: inout [Double]) {
      duals.removeAll(keepingCapacity: true)
      for row in 0..<rowCount { duals.append(glp_get_row_dual(pointer, Int32(row + 1))) }
    }

    /// The values of all columns in the basic solution.
    package func columnValues(into values: inout [Double]) {
      values.removeAll(keepingCapacity: true)
      for column in 0..<columnCount { values.append(glp_get_col_prim(pointer, Int32(column + 1))) }
    }

    /// The place of every row and column in the basis, to come back to with `restore`.
    package func basis() -> Basis {
      Basis(
        rows: (0..<rowCount).map {
          BasisStatus(rawValue: UInt8(glp_get_row_stat(pointer, Int32($0 + 1)))) ?? .basic
        },
        columns: (0..<columnCount).map {
          BasisStatus(rawValue: UInt8(glp_get_col_stat(pointer, Int32($0 + 1)))) ?? .atLower
        })
    }

    /// Sets the basis to one that `basis` gave. Rows added since are put into it, columns at their lower
    /// bounds.
    package mutating func restore(_ basis: Basis) throws(GLPKError) {
      guard basis.rows.count <= rowCount, basis.columns.count <= columnCount else {
        throw .invalidArgument(
          "a basis of \(basis.rows.count) rows and \(basis.columns.count) columns for \(rowCount) and \(columnCount)"
        )
      }
      for row in 0..<rowCount {
        let status = row < basis.rows.count ? basis.rows[row] : .basic
        glp_set_row_stat(pointer, Int32(row + 1), Int32(status.rawValue))
      }
      for column in 0..<columnCount {
        let status = column < basis.columns.count ? basis.columns[column] : .atLower
        glp_set_col_stat(pointer, Int32(column + 1), Int32(status.rawValue))
      }
    }
  }
#endif
