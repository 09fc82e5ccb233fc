import Testing

@testable import LineupFiles

@Suite struct DisplayWidthTests {
  @Test(
    "text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("Coat", 4), ("羊毛大衣", 8), ("코트", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("é", 1), ("e\u{301}", 1),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("한글 A", 6), ("「大衣」", 8), ("，。", 4), ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2),
      ("🇨🇳", 2), ("❤️", 2), ("1️⃣", 2), ("a\u{200B}b", 2), ("\u{FEFF}a", 1), ("¥299", 4), ("₩", 1), ("…", 1),
      ("x\ty", 2), ("ก็", 1), ("𠮷", 2), ("·", 1), ("①", 1), ("☆", 1), ("⌚", 2),
    ])
  func widths(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(
    "what does not fit is cut off with an ellipsis",
    arguments: [
      ("Coat", 4, "Coat"), ("Coats", 4, "Coa…"), ("羊毛大衣", 8, "羊毛大衣"), ("羊毛大衣", 7, "羊毛大…"),
      ("羊毛大衣", 6, "羊毛…"), ("羊毛", 1, "…"), ("羊毛", 0, ""), ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
    ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: width) == expected)
    #expect(DisplayWidth.of(DisplayWidth.truncated(text, to: width)) <= width)
  }

  @Test func `padding fills up to the width on either side`() {
    #expect(DisplayWidth.padded("大衣", to: 6) == "大衣  ")
    #expect(DisplayWidth.padded("大衣", to: 6, alignment: .right) == "  大衣")
    #expect(DisplayWidth.padded("羊毛大衣", to: 6) == "羊毛… ")
  }

  @Test func `text cannot command the terminal`() {
    #expect(DisplayWidth.singleLine("a\r\nb\tc\u{1B}[31md\u{9B}e\u{2028}f") == "a b c [31md e f")
    #expect(DisplayWidth.singleLine("羊毛 大衣") == "羊毛 大衣")
  }
}

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable(columns: [
      .init("SPU", minimumWidth: 3), .init("Name", maximumWidth: 14), .init("Price", alignment: .right),
    ])
    table.addGroup("women (2)")
    table.addRow(["A1044", "羊毛大衣", "1299"])
    table.addRow(["A1050", "Knit dress with\nlong sleeves", "299"])
    table.addGroup("남성 (1)")
    table.addRow(["한1", "코트"])
    return table
  }

  @Test func `columns line up whatever the script`() {
    let expected = """
      SPU    Name            Price
      ────────────────────────────
      women (2)
      A1044  羊毛大衣         1299
      A1050  Knit dress wi…    299
      남성 (1)
      한1    코트

      """
    #expect(table.text() == expected)
  }

  @Test func `a narrow terminal narrows the widest text`() {
    let expected = """
      SPU    Name      Price
      ──────────────────────
      women (2)
      A1044  羊毛大衣   1299
      A1050  Knit dr…    299
      남성 (1)
      한1    코트

      """
    #expect(table.text(width: 22) == expected)
    #expect(table.text(width: 5).hasPrefix("SPU  Name      Price\n"))
  }

  @Test func `styles do not move columns`() {
    let text = table.text { part, text in
      part == .cell(row: 1, column: 0) ? "<\(text)>" : part == .group ? "[\(text)]" : text
    }
    #expect(text.contains("<A1050>  Knit dress wi…    299\n"))
    #expect(text.contains("[남성 (1)]\n"))
  }
}
