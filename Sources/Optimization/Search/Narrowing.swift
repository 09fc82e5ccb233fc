#if GLPK
  import GLPK

  /// A large program cut down to the columns that a better selection than one at hand may contain.
  ///
  /// Reason: a reduction passes over every non-zero several times and writes most of them anew; the
  /// relaxation needs only sums over them. So the relaxation of the program as given is sifted first, a
  /// local search finds a first selection, and the duals' bound shows of nearly every column that no better
  /// selection contains it (fixing by reduced cost). The reductions then have a few thousand columns left.
  struct Narrowing {
    /// What is left of the program; rows without a column that nothing selected meets are gone.
    var program: Program
    /// The column of the given program that each column stands for.
    var original: [Int32]

    /// A program of fewer columns is reduced sooner than narrowed.
    static let leastColumns = 60_000
  }

  extension SearchControl {
    /// Narrows the given program.
    ///
    /// - Returns: `.pruned` where no selection is better than the incumbent or none meets every hard row;
    ///   no narrowing where so many columns are left that it is not worth its copy.
    func narrow() throws(GLPKError) -> (outcome: Sifting.Outcome, narrowing: Narrowing?) {
      let whole = GroupedProgram(asGiven: ReducedProgram(program))
      enter("sift")
      let sifting = try Sifting(whole, self)
      let outcome = try sifting.solve(Subproblem(whole), cutoff: cutoff)
      lower(bound: sifting.bound)
      guard outcome == .solved else { return (outcome, nil) }
      noteColumnBounds(whole, sifting.pricing)
      enter("improve")
      whole.improve(from: sifting, limit: 250, patience: 20, self)
      enter("presolve")
      let kept = whole.survivors(sifting.pricing, cutoff: cutoff)
      if kept.count > whole.columnCount / 2, !treatsAsLarge { return (.solved, nil) }
      return (.solved, Narrowing(program, keeping: kept.map { whole.original[$0] }.sorted()))
    }
  }

  extension Narrowing {
    /// - Parameter kept: columns, ascending.
    init(_ program: Program, keeping kept: [Int32]) {
      var newRow = [Int32](repeating: -1, count: program.rowCount)
      for column in kept {
        for position in program.entries(of: Int(column)) { newRow[Int(program.rowIndex[position])] = 0 }
      }
      var narrowed = Program()
      for row in 0..<program.rowCount
      where newRow[row] == 0 || program.lower[row] > 0 || program.upper[row] < 0 {
        newRow[row] = Int32(
          narrowed.addRow(
            lower: program.lower[row], upper: program.upper[row], penalty: program.penalty[row]))
      }
      var newGroup: [Int32: Int32] = [:]
      for column in kept {
        let group = program.group[Int(column)]
        if group >= 0, newGroup[group] == nil { newGroup[group] = Int32(newGroup.count) }
        narrowed.addColumn(
          objective: program.objective[Int(column)], group: newGroup[group] ?? -1,
          entries: program.entries(of: Int(column)).map {
            (newRow[Int(program.rowIndex[$0])], program.coefficient[$0])
          })
      }
      self.program = narrowed
      original = kept
    }
  }
#endif
