import Testing

@Suite struct RandomProgramTests {
  /// An oracle over instances that are all infeasible, or all trivial, would prove nothing.
  @Test func `the random programs are mixed`() {
    let programs = (0..<1000).map { randomProgram(seed: $0) }
    let optima = programs.map { bruteForce($0) }
    #expect((50...400).contains(optima.count { $0 == nil }))
    #expect(optima.count { $0 == 0 } < 300)
    #expect(programs.count { $0.penalty.contains { $0 < .infinity } } > 200)
    #expect(programs.count { $0.group.contains(-1) } > 200)
  }
}
