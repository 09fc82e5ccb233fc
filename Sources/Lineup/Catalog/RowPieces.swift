/// The files and sheets that the rows of a catalog come from, where there are several.
struct RowPieces: Sendable {
  private struct Piece: Sendable {
    /// `sheet 女装`; empty where the file has one table.
    var name: String
    /// The file, where there are several.
    var file: String?
    var firstRow: Int
  }

  private var pieces: [Piece] = []

  mutating func begin(_ name: String, file: String?, firstRow: Int) {
    pieces.append(Piece(name: name, file: file, firstRow: firstRow))
  }

  /// Where a line of the piece that is being read is.
  func location(ofLine line: Int, source: String) -> SourceLocation {
    SourceLocation(source: pieces.last.map { Self.source($0, source) } ?? source, line: line)
  }

  /// Where a row is.
  func location(ofRow row: Int, line: Int, source: String) -> SourceLocation {
    let piece = pieces.last { $0.firstRow <= row }
    return SourceLocation(source: piece.map { Self.source($0, source) } ?? source, line: line)
  }

  /// Whether rows are of several files or sheets.
  var areSeveral: Bool { pieces.count > 1 }

  /// What the piece that is being read is called; `nil` where there is one only.
  var current: String? { pieces.last.map(Self.title) }

  /// What the piece of a row is called; `nil` where there is one only.
  func name(ofRow row: Int) -> String? { pieces.last { $0.firstRow <= row }.map(Self.title) }

  /// What the piece of a row is called, where it is another than that of a later row.
  func name(ofRow row: Int, unlike later: Int) -> String? {
    let place = pieces.lastIndex { $0.firstRow <= row }
    guard let place, place != pieces.lastIndex(where: { $0.firstRow <= later }) else { return nil }
    return pieces[place].name.isEmpty ? pieces[place].file : pieces[place].name
  }

  private static func title(_ piece: Piece) -> String {
    [piece.file, piece.name.isEmpty ? nil : piece.name].compactMap(\.self).joined(separator: ", ")
  }

  private static func source(_ piece: Piece, _ source: String) -> String {
    let file = piece.file ?? source
    return piece.name.isEmpty ? file : "\(file), \(piece.name)"
  }
}
