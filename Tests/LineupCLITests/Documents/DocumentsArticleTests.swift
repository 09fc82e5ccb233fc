import Lineup
import LineupFiles
import TestSupport
import Testing

/// The article on documents names everything that a program may meet.
@Suite struct DocumentsArticleTests {
  private static let article = Article.documentation("Documents")

  @Test func `the article has every document`() throws {
    let section = try #require(Self.article.sections.first { $0.title == "What every document says" })
    #expect(section.keys == Schema.all.map(\.name))
  }

  @Test func `the article has every code of a problem, and no others`() throws {
    let section = try #require(Self.article.sections.first { $0.title == "Problems" })
    let codes = section.rows.flatMap { row in
      (row.last ?? "").components(separatedBy: ", ").map { $0.replacing("`", with: "") }
    }
    #expect(codes.sorted() == ProblemCode.allCases.map(\.rawValue).sorted())
  }
}
