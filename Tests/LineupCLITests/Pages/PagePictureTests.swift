import Foundation
import TestSupport
import Testing

/// The picture of a page at the head of the README. With `RECORD_SNAPSHOTS=1` in the environment it is taken anew
/// where the page has other words than when it was taken.
@Suite struct PagePictureTests {
  private static let path = "Sources/Lineup/Lineup.docc/Resources/page.png"
  private static let words = "Tests/LineupCLITests/Snapshots/page-picture.txt"
  private static let mostBytes = 150_000
  private static let size = (width: 1280, height: 900)

  static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(Program.path).first

  @Test func `the README's picture is small, and of the page that is made today`() throws {
    let folder = try TemporaryFolder()
    let page = try Self.page(in: folder)
    let shown = try Self.shownWords(of: String(contentsOf: URL(filePath: page), encoding: .utf8))
    let picture = SharedData.packageFolder.appending(path: Self.path)
    let taken = try? String(contentsOf: SharedData.packageFolder.appending(path: Self.words), encoding: .utf8)
    if recordsAnew,
      shown != taken || !FileManager.default.fileExists(atPath: picture.path(percentEncoded: false))
    {
      try Self.takePicture(of: page, in: folder).write(to: picture)
      try expectRecorded(shown, in: Self.words)
    }
    #expect(shown == taken || recordsAnew, "RECORD_SNAPSHOTS=1 swift test takes the picture anew")
    try expectPicture(Data(contentsOf: picture))
    #expect(Article.readme.text.contains("](\(Self.path))"))
  }

  @Test(.enabled(if: browser != nil, "chromium is not here"))
  func `the picture can be taken anew`() throws {
    let folder = try TemporaryFolder()
    try expectPicture(Self.takePicture(of: Self.page(in: folder), in: folder))
  }

  private func expectPicture(_ picture: Data) throws {
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "it is no PNG")
    #expect((10_000...Self.mostBytes).contains(picture.count))
    // The first chunk has width and height, four bytes each.
    try #require(picture.count > 24)
    func number(at place: Int) -> Int { picture[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(at: 16) == Self.size.width && number(at: 20) == Self.size.height)
  }

  /// Writes the page of the shipped group show.
  private static func page(in folder: TemporaryFolder) throws -> String {
    let scenario = SharedData.packageFolder.appending(path: "Models/group.yaml").path(percentEncoded: false)
    let outcome = try Lineup.run(["solve", scenario, "-o", "tray.html"], in: folder.path)
    try #require(outcome.code == 0, "\(outcome.errorText)")
    return folder.path(of: "tray.html")
  }

  /// The words of the page down to its first table, without the seconds of a run.
  private static func shownWords(of page: String) -> String {
    let body = page.components(separatedBy: "<main").last?.components(separatedBy: "<table")[0] ?? ""
    let lines = body.drop { $0 != ">" }.dropFirst().replacing(/<[^>]*>/, with: "\n")
    return withoutTimes(String(lines)).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func takePicture(of page: String, in folder: TemporaryFolder) throws -> Data {
    let browser = try #require(browser, "chromium is not here, and takes the picture")
    let outcome = try Program.run(
      browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--user-data-dir=\(folder.path)/browser", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--screenshot=\(folder.path(of: "page.png"))", "--window-size=\(size.width),\(size.height)",
        "file://\(page)",
      ])
    try #require(outcome.code == 0, "\(outcome.errorText)")
    return try Data(contentsOf: URL(filePath: folder.path(of: "page.png")))
  }
}
