/// A column of a file, by its header or by its place.
package enum ColumnReference: Sendable, Equatable {
  case header(String)
  /// `{ nth: 2, of: 商家编码 }`: one of several columns under the same header, counted from 1.
  case nth(Int, of: String)
  /// `{ letter: F }`: the column that a spreadsheet calls so, from 0.
  case letter(Int)

  /// The header by which it is found; `nil` where its place says it.
  package var header: String? {
    switch self {
    case .header(let header), .nth(_, let header): header
    case .letter: nil
    }
  }

  /// The name that a spreadsheet gives a column, such as `AB`.
  package static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }

  /// The place, from 0, of a column that a spreadsheet calls `AB`; `nil` where none is called so.
  package static func column(ofLetters text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 3 else { return nil }
    var column = 0
    for byte in text.utf8 {
      let letter = byte | 0x20
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return nil }
      column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
    }
    return column <= 16_384 ? column - 1 : nil
  }
}

/// What a column of the catalog is made of.
package enum ColumnForm: Sendable, Equatable {
  /// `price: 售价`, or one of the forms that say a place: the column itself.
  case column(ColumnReference)
  /// The numbers of several columns added up; a missing one counts 0.
  case sum([ColumnReference])
  /// The first that is filled.
  case first([ColumnReference])
  /// `{ part: -1, of: 类目, by: ">>" }`: from 1, or from the end below 0.
  case part(Int, of: ColumnReference, by: String)
  /// The text up to a mark, and what follows it.
  case before(String, of: ColumnReference)
  case after(String, of: ColumnReference)
  /// The filled ones, with a text between.
  case join([ColumnReference], with: String)
  /// `role: null`: no column is it.
  case none

  package static func header(_ header: String) -> ColumnForm { .column(.header(header)) }
  package static func nth(_ position: Int, of header: String) -> ColumnForm {
    .column(.nth(position, of: header))
  }

  /// The columns that it reads, in the order written.
  package var references: [ColumnReference] {
    switch self {
    case .column(let one), .part(_, let one, _), .before(_, let one), .after(_, let one): [one]
    case .sum(let all), .first(let all), .join(let all, _): all
    case .none: []
    }
  }

  /// Whether the columns it reads still answer to their own canonical names.
  var leavesHeaders: Bool { if case .column = self { false } else { true } }

  /// What it is, for people: `sum of 杭州仓, 北京仓`.
  package var words: String {
    func named(_ reference: ColumnReference) -> String {
      switch reference {
      case .header(let header): header
      case .nth(let position, let header): "\(header) (\(position))"
      case .letter(let column): "column \(ColumnReference.letters(column))"
      }
    }
    let names = references.map(named).joined(separator: ", ")
    switch self {
    case .column: return names
    case .sum: return "sum of \(names)"
    case .first: return "first of \(names)"
    case .part(let position, _, let by): return "part \(position) of \(names) by \"\(by)\""
    case .before(let mark, _): return "\(names) before \"\(mark)\""
    case .after(let mark, _): return "\(names) after \"\(mark)\""
    case .join: return "\(names) joined"
    case .none: return "nothing"
    }
  }
}
