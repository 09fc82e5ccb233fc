#if GLPK
  import GLPK

  /// The stages of one run of the exact method.
  struct ExactSearch {
    private let control: SearchControl
    private let enumerationLimit: Int

    init(_ control: SearchControl, enumerationLimit: Int) {
      self.control = control
      self.enumerationLimit = enumerationLimit
    }

    func run() throws(GLPKError) -> SolveOutcome {
      if control.isStopped { return control.unfinished() }
      if let start = control.limits.start { control.consider(start) }
      control.consider([])
      if control.mustStop() { return control.unfinished() }
      control.enter("presolve")
      var narrowing: Narrowing?
      if control.isLarge {
        switch try narrow(&narrowing) {
        case .pruned: return control.proven()
        case .stopped: return control.unfinished()
        case .solved: break
        }
      }
      guard var program = control.reduced(narrowing) else { return control.proven() }
      if control.mustStop() { return control.unfinished() }
      if !control.limits.reportsColumnBounds, program.selectionCount(atMost: enumerationLimit) != nil {
        control.enter("search")
        return program.enumerate(control) ? control.proven() : control.unfinished()
      }
      control.objectiveUnit = program.objectiveUnit()
      control.enter("sift")
      var sifting = try Sifting(program, control)
      let relaxed = try relax(program, sifting)
      if relaxed != .stopped { control.noteColumnBounds(program, sifting.pricing) }
      switch relaxed {
      case .pruned: return control.proven()
      case .stopped: return control.unfinished()
      case .solved: break
      }
      control.enter("improve")
      program.improve(from: sifting, limit: 250, patience: 20, control)
      if sifting.pricing.survivors(program, cutoff: control.cutoff).count > 250 {
        program.improve(from: sifting, limit: 400, patience: 100, control)
      }

      let kept = sifting.pricing.survivors(program, cutoff: control.cutoff)
      control.noteExclusions()
      control.effort.coreColumns = kept.count
      control.enter("search")
      program = program.restricted(to: kept, pace: control.pace)
      program = program.restricted(
        to: program.undominatedColumns(pace: control.pace), pace: control.pace)
      if control.mustStop() { return control.unfinished() }
      program = program.adding(program.countClasses(pace: control.pace), pace: control.pace)
      if control.mustStop() { return control.unfinished() }
      switch try addSwitchCuts(&program, &sifting) {
      case .pruned: return control.proven()
      case .stopped: return control.unfinished()
      case .solved: break
      }
      return try TreeSearch.exhaust(program, control) ? control.proven() : control.unfinished()
    }

    /// Narrows the given program by its relaxation.
    private func narrow(_ narrowing: inout Narrowing?) throws(GLPKError) -> SiftingOutcome {
      let whole = GroupedProgram(asGiven: ReducedProgram(control.program, pace: control.pace))
      if control.mustStop() { return .stopped }
      control.enter("sift")
      let sifting = try Sifting(whole, control)
      let outcome = try relax(whole, sifting)
      if outcome != .stopped { control.noteColumnBounds(whole, sifting.pricing) }
      guard outcome == .solved else { return outcome }
      control.enter("improve")
      whole.improve(from: sifting, limit: 250, patience: 20, control)
      control.enter("presolve")
      narrowing = control.narrowing(whole, sifting.pricing) ?? control.thinned()
      return .solved
    }

    /// Solves the relaxation of the whole program.
    private func relax(_ program: GroupedProgram, _ sifting: Sifting<GLPKRelaxation>) throws(GLPKError)
      -> SiftingOutcome
    {
      let outcome = try sifting.solve(cutoff: control.cutoff)
      control.lower(bound: sifting.bound)
      return outcome
    }

    /// Adds implied rows of switches until the relaxation breaks none, or gains little.
    private func addSwitchCuts(
      _ program: inout GroupedProgram, _ sifting: inout Sifting<GLPKRelaxation>
    ) throws(GLPKError) -> SiftingOutcome {
      let switches = SwitchRows(program)
      if switches.isEmpty { return .solved }
      sifting = try Sifting(program, control)
      for _ in 0..<12 {
        let outcome = try relax(program, sifting)
        guard outcome == .solved else { return outcome }
        let active = sifting.restricted.active
        let rows = switches.broken(
          program, active: active, values: sifting.restricted.activeValues(), limit: 100)
        if rows.isEmpty { break }
        program = program.adding(rows)
        sifting = try Sifting(program, control)
        for column in active { try sifting.restricted.activate(Int(column)) }
      }
      return .solved
    }
  }
#endif
