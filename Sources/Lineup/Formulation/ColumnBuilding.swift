import Optimization

/// Columns of a few thousand options in a row, term by term: which rows and numbers a term reads is then
/// found out once and not for every option.
struct ColumnBuilding {
  private let show: Show
  private let groups: [Int32]
  /// The greatest number of entries of an option.
  private let width: Int
  private var start = 0
  private var entries: [(row: Int32, coefficient: Double)]
  private var counts: [Int]
  private var gains: [Double]
  /// The columns built last; their entries are in rows of the whole program.
  private(set) var columns = Program()

  /// - Parameters:
  ///   - groups: of each option of the show.
  ///   - mostOptions: that are built at once.
  init(_ show: Show, groups: [Int32], mostOptions: Int) {
    self.show = show
    self.groups = groups
    let most = show.plan.styleTerms.values.reduce(0) { max($0, $1.count) }
    width = show.plan.terms.reduce(most) { $0 + $1.rows.mostRows }
    entries = Array(repeating: (0, 0), count: mostOptions * width)
    counts = Array(repeating: 0, count: mostOptions)
    gains = Array(repeating: 0, count: mostOptions)
  }

  mutating func build(_ range: Range<Int>) {
    start = range.lowerBound
    for column in counts.indices {
      counts[column] = 0
      gains[column] = 0
    }
    for (measure, weight) in show.objective {
      for option in range { gains[option - start] += weight * show.value(of: measure, option: option) }
    }
    for term in show.plan.terms { enter(term, range) }
    if !show.plan.styleTerms.isEmpty { enterStyleTerms(range) }
    columns.removeColumns()
    entries.withUnsafeBufferPointer { entries in
      for option in range {
        let first = (option - start) * width
        columns.addColumn(
          objective: gains[option - start], group: groups[option],
          entries: UnsafeBufferPointer(rebasing: entries[first..<first + counts[option - start]]))
      }
    }
  }

  private mutating func enter(_ term: Term, _ range: Range<Int>) {
    // The two commonest selectors are opened once a portion, not once an option: a third of the time.
    switch term.rows {
    case .one(let target):
      show.options.forEach(in: term.scope, range) { option, _, _ in add(option, target, term) }
    case .codes(let codes, let rowsOfCode):
      show.options.forEach(in: term.scope, range) { option, row, _ in
        for target in rowsOfCode[codes[row]] { add(option, target, term) }
      }
    default:
      show.options.forEach(in: term.scope, range) { option, row, pitch in
        term.rows.forEachRow(ofStyle: row, pitch: pitch, offer: show.options.offer(option)) {
          add(option, $0, term)
        }
      }
    }
  }

  private mutating func enterStyleTerms(_ range: Range<Int>) {
    for option in range {
      for term in show.plan.styleTerms[show.options.rows[option]] ?? []
      where term.pitch == nil || term.pitch == Int(show.options.pitches[option]) {
        if let offer = term.offer, offer != show.options.offer(option) { continue }
        add(option, term.row, term.factor)
      }
    }
  }

  private mutating func add(_ option: Int, _ row: Int32, _ term: Term) {
    add(option, row, show.value(of: term.measure, option: option) * term.factor)
  }

  private mutating func add(_ option: Int, _ row: Int32, _ coefficient: Double) {
    let column = option - start
    entries[column * width + counts[column]] = (row, coefficient)
    counts[column] += 1
  }
}

extension RowSelector {
  /// The greatest number of rows that an option can enter.
  var mostRows: Int {
    switch self {
    case .one, .numbers, .pitches, .offers: 1
    case .codes(_, let rowsOfCode): rowsOfCode.most
    case .bands(_, let bands): bands.count
    }
  }

  /// Calls `body` with each row that an option enters.
  func forEachRow(ofStyle row: Int, pitch: Int, offer: Int = 0, _ body: (Int32) -> Void) {
    switch self {
    case .one(let target): body(target)
    case .codes(let codes, let rowsOfCode): for target in rowsOfCode[codes[row]] { body(target) }
    case .bands(let numbers, let bands):
      for band in bands where band.bounds.contains(numbers[row]) { body(band.row) }
    case .numbers(let numbers, let rowOfNumber):
      if !numbers[row].isNaN, let target = rowOfNumber[numbers[row]] { body(target) }
    case .pitches(let rowOfPitch): if rowOfPitch[pitch] >= 0 { body(rowOfPitch[pitch]) }
    case .offers(let rowOfOffer): if rowOfOffer[offer] >= 0 { body(rowOfOffer[offer]) }
    }
  }
}
