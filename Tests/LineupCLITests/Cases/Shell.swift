import Foundation
import TestSupport

/// The command as a line of a shell, for streams and limits that only a shell sets.
enum Shell {
  /// Runs a script of the POSIX shell, in which `$LINEUP` is the command.
  static func run(_ script: String, in folder: TemporaryFolder) throws -> ProcessOutcome {
    try Program.run("/bin/sh", ["-c", script], in: folder.path, environment: ["LINEUP": Lineup.path])
  }

  /// Whether there is a device that is always full.
  static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }

  /// Whether there is a program that gives a command a terminal.
  static var hasTerminal: Bool {
    #if os(Linux)
      Program.path(of: "script") != nil
    #else
      false
    #endif
  }

  /// What a command writes to a terminal, standard error among it.
  static func runInTerminal(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let words = ([Lineup.path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    return try Program.run(
      Program.path(of: "script") ?? "script", ["-qec", words.joined(separator: " "), "/dev/null"],
      in: folder.path, environment: ["TERM": "xterm", "NO_COLOR": ""]
    ).text
  }
}

/// A show so small that every command answers at once.
enum SmallFiles {
  static let catalog = """
    spu,name,brand,price,stock,expected_units
    A,Coat,Mira,10,5,3
    B,Bag,Tovo,20,5,2
    C,Cap,Mira,30,5,2
    D,Dress,Lumi,25,5,2

    """

  /// Shows `s.yaml` and, without a tray, `none.yaml`; the tray of the first as `t.json` and `t.csv`.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(catalog, to: "c.csv")
    try folder.write("catalog: c.csv\nshow: { items: 2, minutes: 30 }\n", to: "s.yaml")
    try folder.write("catalog: c.csv\nshow: { items: 9 }\n", to: "none.yaml")
    try folder.write(
      #"{ "items": [{ "spu": "C", "pitch": "standard" }, { "spu": "D", "pitch": "standard" }] }"#,
      to: "t.json")
    try folder.write("spu,pitch\nC,standard\nD,standard\n", to: "t.csv")
    return folder
  }

  /// Every command that answers on standard output.
  static let commands: [String] = [
    "check s.yaml", "check s.yaml --format json", "solve s.yaml", "solve s.yaml --format json",
    "solve none.yaml --format csv", "explain s.yaml", "explain s.yaml --spu A", "explain none.yaml",
    "compare s.yaml --set show.items=1", "frontier s.yaml --vary show.minutes=3..9 --steps 2",
    "frontier s.yaml --trade gmv,items --steps 2", "audit s.yaml --tray t.json", "adjust s.yaml --tray t.csv",
    "alternatives s.yaml -k 2 --differ 1", "alternatives s.yaml --jitter 10% --samples 2",
    "rundown s.yaml --tray t.json", "rundown s.yaml --tray t.json --set show.minutes=2", "init starter",
    "--help", "help solve", "--version", "--generate-completion-script bash",
  ]
}
