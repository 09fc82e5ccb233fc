import Foundation
import TestSupport
import Testing

/// What comes from a pipe can be read once only.
@Suite(.timeLimit(.minutes(1))) struct PipeTests {
  @Test(arguments: ["t.json", "t.csv"])
  func `a tray comes from a pipe`(name: String) throws {
    let folder = try SmallFiles.folder()
    let script =
      "mkfifo pipe; cat \(name) > pipe & \"$LINEUP\" audit s.yaml --tray pipe --format json; "
      + "cat \(name) | \"$LINEUP\" audit s.yaml --tray /dev/stdin --format json"
    let outcome = try Shell.run(script, in: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.matches(of: /"keeps_rules": true/).count == 2)
  }

  @Test(arguments: [
    "solve p.yaml", "check p.yaml", "compare p.yaml", "compare p.yaml --set defaults.stock=9",
    "frontier p.yaml --vary defaults.stock=1..3 --steps 3", "alternatives p.yaml -k 2 --differ 1",
    "audit p.yaml --tray t.csv",
  ])
  func `a catalog comes from a pipe, however often it is asked for`(command: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write(
      "catalog: pipe\nshow: { items: 2 }\nvariants: { few: { defaults: { stock: 2 } } }\n", to: "p.yaml")
    let outcome = try Shell.run("mkfifo pipe; cat c.csv > pipe & \"$LINEUP\" \(command)", in: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(!outcome.text.contains("error"))
  }

  @Test func `a pipe whose headers are asked about is not read again`() throws {
    let folder = try SmallFiles.folder()
    try folder.write("catalog: pipe\n", to: "p.yaml")
    let outcome = try Shell.run(
      "mkfifo pipe; sed 1s/spu/xx/ c.csv > pipe & \"$LINEUP\" check p.yaml", in: folder)
    #expect(outcome.code == 65)
    #expect(outcome.text.hasPrefix("The headers of pipe:"))
    #expect(outcome.errorText.contains("the column \"spu\" is missing"))
  }

  @Test func `a scenario comes from a pipe`() throws {
    let folder = try SmallFiles.folder()
    let script =
      "sed \"s#c.csv#$PWD/c.csv#\" s.yaml | \"$LINEUP\" compare /dev/stdin --set show.items=1 --format json"
    let outcome = try Shell.run(script, in: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }
}
