import Foundation
import Lineup
import LineupReports

/// The sheets of a tray as files of a folder: a workbook and a page each.
package struct ShareFiles {
  package let folder: String

  /// - Throws: where it is no folder, or none can be made there.
  package init(_ folder: String) throws(LineupError) {
    self.folder = folder
    let place = SourceLocation(source: folder)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw LineupError(
          [Problem(.other("this is a file; -o takes a folder for the sheets"), at: place)], kind: .usage)
      }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LineupError(
        [Problem(.fileUnwritable(reason: "the folder cannot be made"), at: place)], kind: .output)
    }
  }

  /// Writes all sheets; all files are there whole, or none is.
  /// - Returns: the paths.
  package func write(
    _ sheets: [ShareSheet], of scenario: Scenario, mark: String
  ) throws(LineupError) -> [String] {
    var names: Set<String> = []
    var files: [(path: String, bytes: [UInt8])] = []
    for sheet in sheets {
      let report = Report(sheet, of: scenario, mark: mark)
      var name = Self.fileName(sheet.title)
      var number = 2
      while !names.insert(name.lowercased()).inserted {
        name = "\(Self.fileName(sheet.title)) \(number)"
        number += 1
      }
      let base = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if ReportWorkbook.isAvailable {
        files.append((base + ".xlsx", try ReportWorkbook(report).bytes(namedFor: base + ".xlsx")))
      }
      files.append((base + ".html", Array(ReportPage(report).text.utf8)))
    }
    try AtomicFile.write(files)
    return files.map(\.path)
  }

  /// A title as the name of a file, on whatever system.
  static func fileName(_ title: String) -> String {
    let unsafe: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    let name = title.replacing(": ", with: " ").map { character in
      unsafe.contains(character) || character.isNewline
        || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "-" : character
    }
    let trimmed = String(name).trimmingPrefix { $0 == "." || $0 == " " }
    var short = String(trimmed)
    while short.utf8.count > 180 { short.removeLast() }
    while let last = short.last, last == " " || last == "." { short.removeLast() }
    return short.isEmpty ? "sheet" : short
  }
}
