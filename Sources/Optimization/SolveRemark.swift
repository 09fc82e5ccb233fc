/// What a person should know of the way to an answer: why it is not the exact method's.
package enum SolveRemark: Sendable, Equatable {
  /// The exact method is not in this build.
  case exactUnavailable
  /// The exact method found no selection in time.
  case exactFoundNone
  /// The exact method's library failed.
  case exactFailed(backend: String, code: String, sentence: String)
  /// The exact method found no selection where there is one; what it says is not relied on.
  case exactContradicted
}
