import Foundation
import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// The article on scenarios against the tables of keys that the readers know.
@Suite struct ScenarioReferenceTests {
  private static let article = Article.documentation("ScenarioReference")

  @Test(arguments: ScenarioKeys.sections.map(\.title))
  func `the reference has the keys of each section, all of them and no others`(_ title: String) throws {
    let keys = try #require(ScenarioKeys.sections.first { $0.title == title }?.keys)
    let section = try #require(
      Self.article.sections.first { $0.title == title }, "\(Self.article.path) has no section \"\(title)\"")
    let place = "\(Self.article.path):\(section.line)"
    #expect(Set(keys).subtracting(section.keys).sorted() == [], "\(place): keys that it does not describe")
    #expect(Set(section.keys).subtracting(keys).sorted() == [], "\(place): keys that no reader knows")
    #expect(section.keys.count == Set(section.keys).count, "\(place): a key that is described twice")
    for row in section.rows { #expect(row.count == 4 && row[3] != "", "\(place): \(row)") }
  }

  @Test func `no section is described that no reader knows`() {
    let known = Set(ScenarioKeys.sections.map(\.title))
    #expect(known.count == ScenarioKeys.sections.count)
    for section in Self.article.sections where !section.rows.isEmpty {
      #expect(known.contains(section.title), "\(Self.article.path):\(section.line)")
    }
  }

  @Test func `every example of the reference is a scenario that is read, and shows every key of its section`()
    throws
  {
    for section in Self.article.sections {
      var shown: Set<String> = []
      for block in section.blocks where block.language == "yaml" {
        for text in block.text.components(separatedBy: "\n---\n") {
          let place = "\(Self.article.path):\(block.line)"
          do {
            let node = try Node(text: text, source: place)
            shown.formUnion(Self.keys(of: node))
            for variant in [nil] + Scenario.variantNames(in: node) {
              _ = try Scenario(node, variant: variant)
            }
          } catch {
            Issue.record("\(place): \(error)")
          }
        }
      }
      let missing = Set(section.keys).subtracting(shown)
      #expect(missing.sorted() == [], "\(Self.article.path):\(section.line): keys without an example")
    }
  }

  /// Every key of a document, at whatever depth.
  private static func keys(of node: Node) -> Set<String> {
    switch node.content {
    case .null, .scalar: []
    case .sequence(let nodes): nodes.reduce(into: []) { $0.formUnion(keys(of: $1)) }
    case .mapping(let entries):
      entries.reduce(into: []) { keys, entry in
        keys.insert(entry.key)
        keys.formUnion(Self.keys(of: entry.value))
      }
    }
  }

  /// What no table has, no test compares.
  @Test func `every list of keys that a reader knows is a table`() throws {
    let folder = SharedData.packageFolder.appending(path: "Sources/Lineup")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var readers = 0
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      readers += text.ranges(of: "known: ScenarioKeys.").count
      #expect(!text.contains(/known: \["/), "\(file.lastPathComponent): to ScenarioKeys with it")
    }
    #expect(readers > 10)
  }
}
