import Foundation

/// A page of Markdown of this project, in the parts that tests compare with the program.
package struct Article: Sendable {
  /// From the folder of the package.
  package let path: String
  package let text: String

  /// The file's name, without its ending.
  package var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }

  /// Fenced blocks, in order.
  package let blocks: [Block]
  /// What stands under each heading, in order; what stands before the first has an empty title.
  package let sections: [Section]

  package struct Block: Sendable {
    package var language: String
    /// Of its fence.
    package var line: Int
    package var lines: [String]

    package var text: String { lines.joined(separator: "\n") + "\n" }
  }

  package struct Section: Sendable {
    package var title: String
    package var line: Int
    /// The rows of its tables, without their heads.
    package var rows: [[String]] = []
    package var blocks: [Block] = []

    /// The first cells of its tables' rows, without the marks of code.
    package var keys: [String] {
      rows.compactMap { $0.first?.trimmingCharacters(in: CharacterSet(charactersIn: "` ")) }
    }
  }

  package static let readme = Article("README.md")

  /// An article of the catalogue of documentation.
  package static func documentation(_ name: String) -> Article {
    Article("Sources/Lineup/Lineup.docc/\(name).md")
  }

  /// Every article of the catalogue, sorted by name.
  package static let allDocumentation: [Article] = {
    let folder = SharedData.packageFolder.appending(path: "Sources/Lineup/Lineup.docc")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { documentation(String($0.dropLast(3))) }
  }()

  package init(_ path: String) {
    self.path = path
    let url = SharedData.packageFolder.appending(path: path)
    text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var blocks: [Block] = []
    var sections = [Section(title: "", line: 1)]
    var open: Block?
    var isInTable = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          sections[sections.count - 1].blocks.append(block)
          open = nil
        } else {
          open = Block(language: String(line.dropFirst(3)), line: index + 1, lines: [])
        }
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("#") {
        let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
        sections.append(Section(title: title, line: index + 1))
      } else if line.hasPrefix("|---") {
        isInTable = true
      } else if line.hasPrefix("|") {
        if isInTable { sections[sections.count - 1].rows.append(Self.cells(line)) }
      } else {
        isInTable = false
      }
    }
    self.blocks = blocks
    self.sections = sections
  }

  /// The cells of a row of a table; a bar behind a backslash is a text.
  private static func cells(_ line: String) -> [String] {
    let bar = "\u{1}"
    let cells = line.replacing("\\|", with: bar).split(separator: "|", omittingEmptySubsequences: false)
    return cells.dropFirst().dropLast().map {
      $0.replacing(bar, with: "|").trimmingCharacters(in: .whitespaces)
    }
  }
}
