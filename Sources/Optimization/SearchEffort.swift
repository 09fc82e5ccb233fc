/// A part of a search and the wall-clock seconds it took.
package struct SearchStage: Sendable, Equatable {
  /// `presolve`, `sift`, `improve`, `search`.
  package var name: String
  package var seconds: Double
}

/// What a search did, in counts that are the same on every machine.
package struct SearchEffort: Sendable, Equatable {
  /// Iterations of the simplex method.
  package var iterations = 0
  /// Passes of a column through pricing.
  package var pricedColumns = 0
  /// Columns that could be in a selection better than the first one, after fixing by reduced costs.
  package var coreColumns = 0
}
