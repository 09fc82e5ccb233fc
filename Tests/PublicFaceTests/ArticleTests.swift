import Foundation
import Testing

/// The code of the articles is code that is compiled.
@Suite("articles")
struct ArticleTests {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(
    "the code of an article is that of the example",
    arguments: [
      ("TrayInTenLines", "TenLines"), ("AnswersOfASession", "Answers"), ("EmbeddingInAService", "Service"),
    ])
  func code(article: String, example: String) throws {
    let text = try String(
      contentsOf: Self.package.appending(path: "Sources/Lineup/Lineup.docc/\(article).md"), encoding: .utf8)
    let source = try String(
      contentsOf: Self.package.appending(path: "Tests/PlanningToolExample/\(example).swift"), encoding: .utf8)
    func lines(_ text: some StringProtocol) -> [Substring] {
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map { Substring($0) }
    }
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    let compiled = lines(source)
    #expect(!blocks.isEmpty)
    for block in blocks {
      for line in lines(block) { #expect(compiled.contains(line), "\(line)") }
    }
  }
}
