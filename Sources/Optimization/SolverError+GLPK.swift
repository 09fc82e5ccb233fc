import GLPK

extension SolverError {
  /// The error of the wrapper in the solver's terms.
  package init(_ error: GLPKError) {
    let backend = GLPKLibrary.name ?? "GLPK"
    switch error {
    case .invalidArgument(let what):
      self = .invalidProgram(what)
    case .failed(let code):
      self = .failed(backend: backend, code: code.name, sentence: code.sentence)
    case .unlistedCode(let code):
      self = .failed(backend: backend, code: String(code), sentence: "a code that glpk.h does not list")
    case .gaveUp:
      self = .failed(backend: backend, code: "abort", sentence: "an assertion inside it failed")
    }
  }
}
