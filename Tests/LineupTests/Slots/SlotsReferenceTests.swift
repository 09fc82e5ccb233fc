import Lineup
import TestSupport
import Testing

/// The article on slots against the keys that the reader knows.
@Suite struct SlotsReferenceTests {
  private static let article = Article.documentation("SlotsByScore")

  @Test(arguments: SlotsPlan.sections.map(\.title))
  func `the article has the keys of each section, all of them and no others`(_ title: String) throws {
    let keys = try #require(SlotsPlan.sections.first { $0.title == title }?.keys)
    let section = try #require(Self.article.sections.first { $0.title == title })
    #expect(section.keys.sorted() == keys.sorted(), "\(Self.article.path):\(section.line)")
  }
}
