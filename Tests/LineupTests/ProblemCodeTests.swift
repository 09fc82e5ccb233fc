import Testing

@testable import Lineup

@Suite struct ProblemCodeTests {
  /// What programs rely on: lines are added to this list, none is changed or taken away.
  private static let promised = """
    ambiguous-attribute ambiguous-column amount-too-large backend-failed broken-quotes broken-workbook
    cannot-be-tags default-for-spu defect duplicate-key duplicate-row duplicate-spu empty-name file-empty
    file-exists file-not-found file-too-large file-unreadable file-unwritable forecast-twice foreign-file
    header-mapped-twice impossible-range input-twice invalid-argument invalid-encoding invalid-file-name
    invalid-setting invalid-value keys-exclude listed-twice method-unavailable missing-cell missing-column
    missing-key more-problems negative-number no-forecast no-header no-rows no-sheets not-a-number not-a-tray
    not-numeric objective-too-small on-tray-twice open-number other out-of-range output-is-input
    output-is-terminal output-twice pitch-missing pitch-not-here reserved-header reserved-name row-too-long
    rule-form shortened-ids syntax too-many-rows tray-does-not-fit unknown-attribute unknown-document
    unknown-file-type unknown-header unknown-key unknown-measure unknown-name unknown-pitch unknown-region unknown-sheet
    unknown-spu unknown-value unknown-variant withdrawn-style wrong-shape
    """

  @Test func `every code is on the list, and none has changed`() {
    let codes = ProblemCode.allCases.map(\.rawValue)
    #expect(codes.sorted() == Self.promised.split(whereSeparator: \.isWhitespace).map(String.init))
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil) }
  }

  @Test(
    "a problem knows its code and the name that may be meant",
    arguments: [
      (.unknownKey("minuts", place: "\"show\"", known: ["items", "minutes"]), .unknownKey, "minutes"),
      (.unknownSPU("A1", nearest: "A2"), .unknownSPU, "A2"), (.noRows, .noRows, nil),
      (.unknownRegion("zzz", known: ["north"]), .unknownRegion, nil),
    ] as [(Problem.Kind, ProblemCode, String?)])
  func codes(kind: Problem.Kind, code: ProblemCode, suggestion: String?) {
    let problem = Problem(kind, at: SourceLocation(source: "s.yaml", line: 3), rule: "gender")
    #expect(problem.problemCode == code)
    #expect(problem.suggestion == suggestion)
    #expect(problem.description == "s.yaml:3: rule \"gender\": \(problem.message)")
  }
}
