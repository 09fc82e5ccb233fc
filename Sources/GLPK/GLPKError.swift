/// Why a call to GLPK was not made, or what it answered instead of a result.
package enum GLPKError: Error, Equatable, Sendable {
  /// The call would have ended the process: an index out of range, a number that is none, crossed
  /// bounds, an entry given twice. Nothing was passed to GLPK.
  case invalidArgument(String)
  /// A solver returned a code that is no result.
  case failed(ReturnCode)
  /// A solver returned a number or a status that `glpk.h` does not list.
  case unlistedCode(Int32)
  /// An assertion of GLPK's own failed, which would have ended the process. All problems of the thread are lost: they
  /// may be given up, and nothing else.
  case gaveUp
}
