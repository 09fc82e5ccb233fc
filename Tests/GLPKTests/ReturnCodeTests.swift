import GLPK
import Testing

@Suite struct ReturnCodeTests {
  @Test func `every code has its own name and sentence`() {
    let codes = ReturnCode.allCases
    #expect(codes.map(\.rawValue) == Array(1...19))
    #expect(Set(codes.map(\.name)).count == 19)
    #expect(Set(codes.map(\.sentence)).count == 19)
  }

  @Test(arguments: [
    (ReturnCode.invalidBasis, "GLP_EBADB", "invalid basis"),
    (.solverFailed, "GLP_EFAIL", "solver failed"),
    (.timeLimit, "GLP_ETMLIM", "time limit exceeded"),
    (.gapReached, "GLP_EMIPGAP", "relative mip gap tolerance reached"),
  ])
  func `a code is worded as in glpk.h`(code: ReturnCode, name: String, sentence: String) {
    #expect(code.name == name)
    #expect(code.sentence == sentence)
  }
}
