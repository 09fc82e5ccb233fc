import Testing

@testable import Lineup
@testable import LineupFiles

/// Archives as programs write them that do not know sizes beforehand, or write large ones.
@Suite struct ZipArchiveTests {
  /// How an archive is written.
  struct Writing: Sendable, CustomStringConvertible {
    var description: String
    /// Sizes and places of entries stand in the field of extras.
    var hasWideEntries = false
    /// The record at the end is one of ZIP64.
    var hasWideEnd = false
    /// Sizes follow the bytes of a part.
    var hasDescriptors = false
    /// Another field stands before that of ZIP64.
    var hasOtherExtras = false
    var comment = ""
  }

  private static let writings = [
    Writing(description: "plain"),
    Writing(description: "wide entries", hasWideEntries: true),
    Writing(description: "wide end", hasWideEnd: true),
    Writing(description: "wide entries and end", hasWideEntries: true, hasWideEnd: true),
    Writing(description: "descriptors", hasDescriptors: true),
    Writing(description: "wide descriptors", hasWideEntries: true, hasWideEnd: true, hasDescriptors: true),
    Writing(description: "other extras", hasWideEntries: true, hasOtherExtras: true),
    Writing(
      description: "a comment behind", hasWideEntries: true, hasWideEnd: true, hasOtherExtras: true,
      comment: "made by an ERP"),
  ]

  @Test(arguments: writings) func `parts are found however sizes are written`(writing: Writing) throws {
    let parts = [("a.txt", "first"), ("xl/sheet.xml", "<a>second</a>"), ("empty", "")]
    let archive = try ZipArchive(Self.bytes(parts, writing))
    #expect(archive.names == ["a.txt", "empty", "xl/sheet.xml"])
    for (name, text) in parts { #expect(try archive.part(name) == Array(text.utf8)) }
    #expect(try archive.part("XL\\Sheet.xml") == Array("<a>second</a>".utf8))
    #expect(try archive.part("xl/sheet.xml", first: 3) == Array("<a>".utf8))
    #expect(try archive.part("other") == nil)
  }

  @Test(arguments: writings) func `an archive that is cut off anywhere is refused`(writing: Writing) {
    let bytes = Self.bytes([("a.txt", "first")], writing)
    for count in 0..<(bytes.count - writing.comment.utf8.count) {
      #expect(throws: ZipArchive.Failure.self) {
        _ = try ZipArchive(Array(bytes.prefix(count))).part("a.txt")
      }
    }
  }

  @Test func `sizes that no memory has are refused`() {
    var bytes = Self.bytes([("a.txt", "first")], Writing(description: "", hasWideEntries: true))
    // The size in the field of extras of the directory.
    let place = bytes.count - 22 - 28 + 4
    bytes.replaceSubrange(place..<(place + 8), with: Self.number(1 << 40, 8))
    let failure = #expect(throws: ZipArchive.Failure.self) { _ = try ZipArchive(bytes).part("a.txt") }
    #expect(failure?.reason.contains("would unpack to 1099511627776 bytes") == true)
    bytes.replaceSubrange(place..<(place + 8), with: [UInt8](repeating: 0xFF, count: 8))
    #expect(throws: ZipArchive.Failure.self) { _ = try ZipArchive(bytes).part("a.txt") }
  }

  private static func bytes(_ parts: [(name: String, text: String)], _ writing: Writing) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let content = Array(part.text.utf8)
      let offset = archive.count
      let flags = number(writing.hasDescriptors ? 8 : 0, 2)
      let sizes =
        writing.hasWideEntries
        ? number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4)
        : number(content.count, 4) + number(content.count, 4)
      let other = writing.hasOtherExtras ? number(0x5455, 2) + number(5, 2) + [1, 2, 3, 4, 5] : []
      let wideSizes = number(content.count, 8) + number(content.count, 8)
      let local =
        writing.hasWideEntries ? other + number(1, 2) + number(16, 2) + wideSizes : other
      let central =
        writing.hasWideEntries
        ? other + number(1, 2) + number(24, 2) + wideSizes + number(offset, 8) : other
      let start = number(45, 2) + flags + number(0, 2) + number(0, 4) + number(0, 4)
      archive +=
        number(0x0403_4B50, 4) + start + (writing.hasDescriptors ? number(0, 8) : sizes)
        + number(name.count, 2) + number(local.count, 2) + name + local + content
      if writing.hasDescriptors {
        archive += number(0x0807_4B50, 4) + number(0, 4) + (writing.hasWideEntries ? wideSizes : sizes)
      }
      directory +=
        number(0x0201_4B50, 4) + number(45, 2) + start + sizes + number(name.count, 2)
        + number(central.count, 2) + number(0, 2) + number(0, 8)
        + number(writing.hasWideEntries ? 0xFFFF_FFFF : offset, 4) + name + central
    }
    var end: [UInt8] = []
    if writing.hasWideEnd {
      end =
        number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
        + number(parts.count, 8) + number(parts.count, 8) + number(directory.count, 8)
        + number(archive.count, 8)
      end += number(0x0706_4B50, 4) + number(0, 4) + number(archive.count + directory.count, 8) + number(1, 4)
    }
    let count = writing.hasWideEnd ? 0xFFFF : parts.count
    end += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
    end += number(writing.hasWideEnd ? 0xFFFF_FFFF : directory.count, 4)
    end += number(writing.hasWideEnd ? 0xFFFF_FFFF : archive.count, 4)
    end += number(writing.comment.utf8.count, 2) + Array(writing.comment.utf8)
    return archive + directory + end
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
