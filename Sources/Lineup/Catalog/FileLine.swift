/// A line of the files that a catalog is read from.
package struct FileLine: Sendable, Equatable, ExpressibleByIntegerLiteral {
  package var number: Int
  /// The file or sheet, where the catalog has several.
  package var piece: String?

  package init(_ number: Int, of piece: String? = nil) {
    self.number = number
    self.piece = piece
  }

  package init(integerLiteral number: Int) { self.init(number) }

  /// `line 3`, or `line 3 of b.csv`.
  package var words: String { "line \(number)" + (piece.map { " of \($0)" } ?? "") }

  /// `3, 7`, or `line 3, 7 of a.csv; line 2 of b.csv`: those of one file together, in the order of the first of each.
  package static func list(_ lines: [FileLine]) -> String {
    var groups: [(piece: String?, numbers: [String])] = []
    for line in lines {
      if let known = groups.firstIndex(where: { $0.piece == line.piece }) {
        groups[known].numbers.append(String(line.number))
      } else {
        groups.append((line.piece, [String(line.number)]))
      }
    }
    return groups.map { piece, numbers in
      let numbers = numbers.joined(separator: ", ")
      return piece.map { "line \(numbers) of \($0)" } ?? numbers
    }.joined(separator: "; ")
  }
}
