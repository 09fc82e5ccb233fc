import Testing

@testable import Lineup
@testable import LineupFiles

/// Encodings of before Unicode are told from each other by the texts of the trade alone.
@Suite struct EncodingKindTests {
  /// Rows of texts, for the encodings that can hold them. No header is one that is known.
  private static let texts: [(rows: [String], encodings: [EncodingTests.Writing])] = [
    (["甲,乙,丙", "羊毛大衣,黑色 白色,299", "秋季新款女装连衣裙,成分：棉100%,159"], [.gb18030]),
    (["系列,颜色,尺码", "韩版宽松显瘦百搭针织衫,米杏色,均码", "雪纺衫,藏青,XL", "羽绒服 中长款,咖啡色,M"], [.gb18030]),
    (["面料,工艺", "桑蚕丝 真丝,喆系列", "绗缝 镂空 蕾丝,囍字款", "牛仔 阔腿裤 打底裤,水洗"], [.gb18030]),
    (["鞋", "帆布鞋"], [.gb18030]),
    (["색상,사이즈", "여성 원피스 블랙,프리사이즈", "남성 후드티 네이비 기모 맨투맨,95"], [.cp949]),
    (["비고,원산지", "겨울 롱패딩 화이트 세일,대한민국", "뷔스티에 니트 캉캉 스커트,베트남 (手工)"], [.cp949]),
    (["코트", "울"], [.cp949]),
    (["色,サイズ", "レディース ワンピース 秋冬 長袖,フリー", "折りたたみ傘 晴雨兼用 軽量,３９８０円"], [.shiftJIS, .eucJP]),
    (["備考,素材", "靴 鞄 帽子 手袋,綿", "日傘,絹"], [.shiftJIS]),
    (["ｶﾗｰ,ｻｲｽﾞ", "ﾜﾝﾋﾟｰｽ ﾌﾞﾗｯｸ,ﾌﾘｰｻｲｽﾞ", "ﾒﾝｽﾞ ﾆｯﾄ ｾｰﾀｰ,Ｌ"], [.shiftJIS]),
    (["注文,納期", "①カットソー ㎝表記 ㈱ミレイユ,髙島屋", "Ⅱ型ボトムス ～春まで～,№5"], [.shiftJIS]),
    (["傘", "靴"], [.shiftJIS]),
    (["顏色,尺寸", "羊毛大衣 黑色,均碼", "秋冬新款連身裙 白色,中碼", "帆布鞋 藍色,四十號"], [.big5]),
    (["鞋類,單位", "時尚拉鍊外套 經典款,一件"], [.big5]),
  ]

  @Test(arguments: texts.indices)
  func `the bytes tell the encoding`(index: Int) throws {
    for writing in Self.texts[index].encodings {
      for times in [1, 40] {
        let rows = Self.texts[index].rows
        let text =
          rows[0] + "\n" + String(repeating: rows.dropFirst().joined(separator: "\n") + "\n", count: times)
        let file = try TextFile(writing.bytes(of: text), source: "c.csv", settings: .init())
        #expect(String(decoding: file.bytes, as: UTF8.self) == text, "\(writing): \(file.notes)")
      }
    }
  }

  @Test func `headers that are known beat what the characters say`() throws {
    let text = "商品管理番号,商品名,販売価格,在庫数,ﾌﾞﾗﾝﾄﾞ\nuv-042,ﾜﾝﾋﾟｰｽ,¥3980,12,ﾐﾚｲﾕ\n"
    let catalog = try readCSV(EncodingTests.Writing.shiftJIS.bytes(of: text.replacing("¥", with: "")))
    #expect(catalog.columns.map(\.canonical) == [.spu, .name, .price, .stock, .brand])
    #expect(catalog.text(.name, row: 0) == "ﾜﾝﾋﾟｰｽ")
    #expect(catalog.notes.first?.kind == .encoding("Shift_JIS (Japanese)", .guessed))
  }

  @Test(arguments: ["shift_jis", "Shift-JIS", "SJIS", "cp932", "Windows-31J", "ms932"])
  func `Shift_JIS has many names`(name: String) throws {
    var settings = CatalogSettings()
    settings.encoding = .init(name: name, location: SourceLocation(source: "s"))
    let text = "spu,name,price,stock\nA,①ﾆｯﾄ 表示～,1,1\n"
    let catalog = try readCSV(EncodingTests.Writing.shiftJIS.bytes(of: text), settings)
    #expect(catalog.text(.name, row: 0) == "①ﾆｯﾄ 表示～")
    let error = #expect(throws: LineupError.self) {
      try readCSV(Array("spu,name,price,stock\nA,".utf8) + [0x85, 0x20, 0xFF], settings)
    }
    #expect(error?.problems.map(\.kind) == [.notInEncoding("Shift_JIS (Japanese)")])
  }

  @Test func `an encoding that is said is taken for what the bytes would not tell`() throws {
    var settings = CatalogSettings()
    settings.encoding = .init(name: "gbk", location: SourceLocation(source: "s"))
    let catalog = try readCSV(
      EncodingTests.Writing.shiftJIS.bytes(of: "spu,name,price,stock\nA,傘,1,1\n"), settings)
    #expect(catalog.text(.name, row: 0) == "嶱")
  }
}
