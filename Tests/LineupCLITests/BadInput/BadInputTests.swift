import Foundation
import TestSupport
import Testing

@Suite struct BadInputTests {
  @Test(arguments: BadInput.all)
  func `bad input is told with file, line and a way out, and nothing is written`(input: BadInput) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in input.content { try folder.write(Data(bytes), to: name) }
    let before = try folder.names()
    let outcome = try Lineup.run(input.arguments, in: folder.path)
    var words = outcome.errorText
    if words.hasPrefix("Error:") { words = words.prefix { !$0.isNewline } + "\n" }
    #expect(words == input.words + "\n")
    #expect(outcome.code == input.code)
    // `check` shows the headers that it asks about.
    #expect(outcome.text.isEmpty || outcome.text.hasPrefix("The headers of "))
    #expect(try folder.names() == before)
  }

  @Test func `there are many of them, and each is another`() {
    #expect(BadInput.all.count >= 100)
    #expect(Set(BadInput.all.map(\.name)).count == BadInput.all.count)
  }
}
