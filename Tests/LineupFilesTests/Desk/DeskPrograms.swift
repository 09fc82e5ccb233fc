import Foundation
import TestSupport

/// Programs from outside that pages and workbooks are tried with; tests that need one are skipped where it
/// is absent.
enum DeskPrograms {
  /// A Python that has openpyxl.
  static let python = ["python3", "/usr/bin/python3"].lazy
    .compactMap { $0.hasPrefix("/") ? $0 : Program.path(of: $0) }
    .first { (try? Program.run($0, ["-c", "import openpyxl"]).code) == 0 }

  static let office = Program.path(of: "soffice") ?? Program.path(of: "libreoffice")

  static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(Program.path).first

  /// Converts a file with LibreOffice, whose settings stay within `folder`.
  /// - Parameter filter: How the file is to be read, where that is not plain.
  static func convert(
    _ path: String, to kind: String, reading filter: [String] = [], in folder: TemporaryFolder
  ) throws -> ProcessOutcome {
    try Program.run(
      office ?? "",
      [
        "-env:UserInstallation=file://\(folder.path)/office", "--headless",
      ] + filter + ["--convert-to", kind, "--outdir", folder.path(of: "converted"), path])
  }

  /// Opens a page in a browser without a window, a profile or a network.
  static func browse(_ path: String, _ arguments: [String], in folder: TemporaryFolder) throws
    -> ProcessOutcome
  {
    try Program.run(
      browser ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/browser",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--virtual-time-budget=2000",
      ] + arguments + ["file://\(path)"])
  }
}
