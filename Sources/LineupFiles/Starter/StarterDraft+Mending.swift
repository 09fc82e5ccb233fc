import Lineup

extension StarterDraft {
  /// Mends what is wrong with the draft, with a question beside it; `false` where that cannot be done.
  mutating func mend(_ problem: Problem) -> Bool {
    switch problem.kind {
    case .notANumber(_, let key, let text): return mend(word: text, of: key)
    case .openNumber(_, let key, let text, let withPoint, let withComma, _):
      if numbers.contains(where: { $0.key == key }) { return false }
      numbers.append(
        .init(
          key: key, value: "point",
          remarks: ["QUESTION: is \(text) here \(withPoint) (point) or \(withComma) (comma)?"]))
      return true
    case .rowWithoutID:
      if leaveOut.contains(where: { $0.key == "spu" }) { return false }
      leaveOut.append(.init(key: "spu", value: "{ has: false }", remarks: ["rows without an id"]))
      return true
    case .duplicateSPU:
      if onDuplicate != nil { return false }
      onDuplicate = .init(key: "", value: "roll_up", remarks: ["styles have several rows"])
      return true
    case .ambiguousColumn(let column, let headers):
      guard !columns.contains(where: { $0.key == column }), let header = headers.first else { return false }
      let isSame = Set(headers.map { $0.lowercased() }).count == 1
      let quoted = YAMLText.scalar(header)
      columns.append(
        .init(
          key: column, value: isSame ? "{ nth: 1, of: \(quoted) }" : quoted,
          remarks: ["QUESTION: or one of \(headers.dropFirst().joined(separator: ", "))"]))
      return true
    case .reservedHeader(let header):
      let name = "\(header)_of_file"
      if columns.contains(where: { $0.key == name }) { return false }
      columns.append(
        .init(key: name, value: YAMLText.scalar(header), remarks: ["\(header) is a name of Lineup's own"]))
      return true
    case .headerGivenTwice(let header, let column, _):
      guard let place = columns.firstIndex(where: { $0.key == column }) else { return false }
      columns[place].value = "{ nth: 1, of: \(YAMLText.scalar(header)) }"
      return true
    case .notNumeric(let attribute, _):
      guard demand?.value.contains(attribute) == true else { return false }
      demand = nil
      defaults.append(
        .init(key: "expected_units", value: "10", remarks: ["QUESTION: \(attribute) is no column of numbers"])
      )
      return true
    case .demandAndColumn:
      demand = nil
      return true
    case .outOfRange, .noForecast: return false
    default: return false
    }
  }

  /// Takes a cell that is no number for the first number in it, or for a number that is asked for.
  private mutating func mend(word: String, of key: String) -> Bool {
    if values.count(where: { $0.column == key }) > 60
      || values.contains(where: { $0.column == key && $0.words.contains(word) })
    {
      return false
    }
    let digits = word.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var number = digits.isEmpty ? "" : String(digits)
    while number.last == "." { number.removeLast() }
    if number.isEmpty || Double(number) == nil {
      let isNone = ["out", "no", "缺", "无", "售罄", "없", "품절", "切れ"].contains { word.lowercased().contains($0) }
      // A word among sales is no sale; among prices and stock it is something.
      let isOwn = columns.contains { ["price", "stock"].contains($0.key) && $0.value.contains(key) }
      number = isNone || !isOwn ? "0" : "10"
    }
    if let place = values.firstIndex(where: { $0.column == key && $0.number == number }) {
      values[place].words.append(word)
    } else {
      values.append(.init(column: key, number: number, words: [word]))
    }
    return true
  }
}
