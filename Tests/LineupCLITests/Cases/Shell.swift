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

  /// What a command writes to a terminal; `nil` where none can be opened.
  static func runInTerminal(_ arguments: [String], in folder: TemporaryFolder) throws -> String? {
    let master = posix_openpt(O_RDWR | O_NOCTTY)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
      return nil
    }
    let slave = open(name, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: Lineup.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
      .filter { $0.key != "NO_COLOR" }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    close(slave)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // A terminal that nobody holds any more gives an error, not an end.
    while true {
      let count = read(master, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    close(master)
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
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
      #"{ "items": [{ "spu": "C", "pitch": "standard" }, { "spu": "D", "pitch": "standard" }] }"#, to: "t.json")
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
