import Foundation
import TestSupport
import Testing

/// Files that are written: never over what is read, all or none, and nothing left behind.
@Suite struct OutputFileTests {
  private func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try folder.names() {
      contents[name] = try? Data(contentsOf: URL(filePath: folder.path(of: name)))
    }
    return contents
  }

  // MARK: Outputs that are inputs

  @Test(arguments: [
    "solve s.yaml -o c.csv", "solve s.yaml -o ./c.csv", "solve s.yaml -o \"$PWD/c.csv\"",
    "solve s.yaml -o sub/../c.csv", "solve s.yaml -o link.csv", "solve s.yaml -o hard.csv",
    "solve s.yaml -o new.json -o linked/c.csv", "solve s.json -o s.json", "solve season.yaml -o seasons.json",
    "check s.yaml -o c.csv", "explain s.yaml -o c.csv", "explain s.yaml --spu A -o c.csv",
    "compare s.yaml -o c.csv", "frontier s.yaml --vary show.minutes=3..9 -o c.csv",
    "frontier s.yaml --trade gmv,items -o c.csv", "audit s.yaml --tray t.json -o t.json",
    "adjust s.yaml --tray t.csv -o x.json -o t.csv", "alternatives s.yaml -o c.csv",
    "rundown s.yaml --tray t.json -o t.json",
    "rundown s.yaml --tray t.json --follow t.csv --shown 1 -o t.csv",
    "export s.yaml -o link.mps", "solve s.yaml >> c.csv",
  ])
  func `an output that was read is refused, whatever names it`(command: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write(#"{ "catalog": "c.csv", "show": { "items": 2 } }"#, to: "s.json")
    try folder.write(
      "catalog: c.csv\nshow: { region: n, date: 2026-09-09 }\nseason: { calendar: seasons.json }\n",
      to: "season.yaml")
    try folder.write(#"{ "n": { "9": { "autumn": 1.2 } } }"#, to: "seasons.json")
    _ = try Shell.run(
      "mkdir sub; ln -s c.csv link.csv; ln c.csv hard.csv; ln -s s.yaml link.mps; ln -s . linked", in: folder)
    let before = try contents(folder)
    let outcome = try Shell.run("\"$LINEUP\" \(command)", in: folder)
    #expect(outcome.code == 64)
    #expect(outcome.errorText.hasSuffix("a file that this command reads; write to another file\n"))
    #expect(outcome.text.isEmpty)
    #expect(try contents(folder) == before)
  }

  @Test(.timeLimit(.minutes(1)))
  func `it is refused before anything is solved`() throws {
    let folder = try TemporaryFolder()
    try folder.write(SeptemberShow.hardCatalog(styles: 200, columns: 8), to: "catalog.csv")
    try folder.write(SeptemberShow.hardScenario(columns: 8, range: "..50000"), to: "show.yaml")
    for command in [["solve"], ["compare"], ["frontier", "--vary", "show.minutes=1000..1004"]] {
      let arguments = [command[0], "show.yaml"] + command.dropFirst() + ["-o", "catalog.csv"]
      #expect(try Lineup.run(arguments, in: folder.path).code == 64)
    }
  }

  @Test(.enabled(if: SharedData.hasCases, "\(SharedData.noCases)"))
  func `the cases of outputs over inputs`() throws {
    let field = try SharedData.copy(ofCase: "field/10-output-is-the-catalog")
    let outcome = try Shell.run(try field.text(of: "cmd.sh"), in: field)
    #expect(outcome.text.hasSuffix("rc 64\n"))
    #expect(try field.text(of: "c.csv").hasPrefix("spu,price,stock"))
    let faults = try SharedData.copy(ofCase: "faults/09-output-over-inputs")
    #expect(try Lineup.run(["solve", "s.yaml", "-o", "c.csv"], in: faults.path).code == 64)
    #expect(try faults.text(of: "c.csv").hasPrefix("spu,price,stock"))
  }

  // MARK: Two that are one

  @Test(arguments: [
    "-o a.json -o a.json", "-o a.csv -o ./a.csv", "-o a.json -o \"$PWD/a.json\"", "-o a.json -o link.json",
    "-o link.json -o a.json", "-o old.csv -o hard.csv", "-o linked/a.json -o a.json",
    "--format json -o a.json > a.json",
  ])
  func `two outputs that are one file are refused`(options: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write("old", to: "old.csv")
    _ = try Shell.run("ln -s a.json link.json; ln old.csv hard.csv; ln -s . linked", in: folder)
    let outcome = try Shell.run("\"$LINEUP\" solve s.yaml \(options)", in: folder)
    #expect(outcome.code == 64)
    #expect(outcome.errorText.contains("is the same file as"))
    #expect(try folder.text(of: "old.csv") == "old")
    #expect(try !folder.names().contains("a.csv"))
  }

  // MARK: All or none

  @Test(.enabled(if: Shell.hasFullDevice), arguments: ["full.json -o", "", "new.xlsx -o full.json -o"])
  func `of several files one of which finds no room none is written`(first: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write("old", to: "old.csv")
    _ = try Shell.run("ln -s /dev/full full.json", in: folder)
    let before = try contents(folder)
    let last = first.isEmpty ? "-o full.json" : ""
    let outcome = try Shell.run(
      "\"$LINEUP\" solve s.yaml -o \(first) old.csv -o new.html \(last)", in: folder)
    #expect(outcome.code == 74)
    #expect(
      outcome.errorText == "lineup: full.json: the file cannot be written: no space left on device\n")
    #expect(try contents(folder) == before)
  }

  @Test(arguments: ["solve s.yaml -o a.json -o old.html", "export s.yaml -o a.lp -o b.dat", "init fresh"])
  func `a limit on the size of files leaves nothing behind`(command: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write("old", to: "old.html")
    let before = try contents(folder)
    let outcome = try Shell.run("ulimit -f 0; exec \"$LINEUP\" \(command) > /dev/null", in: folder)
    #expect(outcome.code == 74)
    #expect(try contents(folder) == before)
  }

  @Test func `a link to nothing stays a link, and its target is made`() throws {
    let folder = try SmallFiles.folder()
    _ = try Shell.run("mkdir there; ln -s there/new.json one.json; ln -s one.json two.json", in: folder)
    let outcome = try Lineup.run(["solve", "s.yaml", "-o", "two.json"], in: folder.path)
    #expect(outcome.code == 0)
    let manager = FileManager.default
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path(of: "one.json")) == "there/new.json")
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path(of: "two.json")) == "one.json")
    #expect(try folder.text(of: "there/new.json").contains("\"optimal\""))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [[SIGINT, SIGINT], [SIGTERM, SIGTERM], [SIGHUP], [SIGINT, SIGTERM]])
  func `a second signal leaves no temporary file`(signals: [Int32]) throws {
    let folder = try SmallFiles.folder()
    // A pipe without a reader holds the writing up while the other files are not finished yet.
    _ = try Shell.run("mkfifo pipe; ln -s pipe slow.json; mkdir out", in: folder)
    let outcome = try Lineup.run(
      ["solve", "s.yaml", "-o", "out/a.csv", "-o", "slow.json", "-o", "out/b.html"], in: folder.path
    ) { process in
      func unfinished() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "out"))
      }
      while try unfinished().count < 2, process.isRunning { Thread.sleep(forTimeInterval: 0.02) }
      #expect(try unfinished().count == 2)
      for signal in signals {
        kill(process.processIdentifier, signal)
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
    #expect(outcome.code == 128 + (signals.last ?? 0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "out")).isEmpty)
  }

  // MARK: Names

  @Test func `every file that is written is named on standard error`() throws {
    let folder = try SmallFiles.folder()
    for (command, files) in [
      ("check s.yaml", ["a.json", "b.csv"]), ("solve s.yaml", ["a.json", "b.csv"]),
      ("solve none.yaml", ["a.json"]), ("explain s.yaml", ["a.json", "b.html"]),
      ("explain none.yaml", ["a.csv"]),
      ("compare s.yaml", ["a.csv"]), ("frontier s.yaml --trade gmv,items --steps 2", ["a.json"]),
      ("audit s.yaml --tray t.csv", ["a.json"]), ("adjust s.yaml --tray t.csv", ["a.json"]),
      ("alternatives s.yaml -k 2 --differ 1", ["a.html"]), ("rundown s.yaml --tray t.csv", ["a.json"]),
      ("rundown s.yaml --tray t.csv --set show.minutes=2", ["a.json", "b.csv"]),
      ("export s.yaml", ["a.mps", "b.lp"]),
    ] {
      let outcome = try Lineup.run(
        command.split(separator: " ").map(String.init) + files.flatMap { ["-o", $0] }, in: folder.path)
      #expect(outcome.errorText == files.map { "wrote \($0)\n" }.joined(), "\(command)")
    }
  }

  @Test func `a name that is not UTF-8 is refused, one behind a link is written to`() throws {
    let folder = try SmallFiles.folder()
    let outcome = try Shell.run(
      #"""
      bad=$(printf 'caf\351')
      "$LINEUP" solve "$bad.yaml"; echo $?
      "$LINEUP" solve s.yaml -o "$bad.json"; echo $?
      "$LINEUP" solve s.yaml --tray; ls | wc -l
      mkdir "$bad"; ln -s "$bad/t.json" new.json; "$LINEUP" solve s.yaml -o new.json > /dev/null; echo $?
      "$LINEUP" solve s.yaml -o new.json > /dev/null; echo $?
      cd "$bad"; cat t.json | head -1
      """#, in: folder)
    #expect(outcome.text == "64\n64\n5\n0\n0\n{\n", "\(outcome.text)")
    #expect(outcome.errorText.contains("the argument is not UTF-8"))
  }

  @Test(arguments: [
    ("s.json", #"{ "catalog": "c.csv\u0000.txt" }"#), ("n.yaml", "catalog: \"c.csv\\0x\"\n"),
    ("q.yaml", "catalog: c.csv\nshow: { region: n, date: 2026-09-09 }\nseason: { calendar: \"a\\0b\" }\n"),
  ])
  func `a name with a NUL is refused where it stands`(name: String, scenario: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write(scenario, to: name)
    let outcome = try Lineup.run(["solve", name], in: folder.path)
    #expect(outcome.code == 65)
    #expect(outcome.errorText.hasPrefix("lineup: \(name):"))
    #expect(outcome.errorText.contains("the file's name holds a NUL character"))
  }
}
