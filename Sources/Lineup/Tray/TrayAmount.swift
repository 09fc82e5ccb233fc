/// An amount that a tray's file gives of an item, beside the one that the catalog gives.
package struct TrayAmount: Sendable, Equatable {
  /// Which amount.
  package enum Column: String, Sendable, CaseIterable {
    case price, stock, units

    /// Those that may stand in for the catalog's; units follow from them and the forecast.
    package static let takeable: [Column] = [.price, .stock]
  }

  package var column: Column
  /// As it is written.
  package var text: String
  /// What it is read as; `nil` where it is no number.
  package var number: Double?

  package init(column: Column, text: String, number: Double?) {
    self.column = column
    self.text = text
    self.number = number
  }

  /// Whether it is the same amount. Money and stock may have lost what lies behind their second decimal,
  /// units whatever the text has no digits for: spreadsheets write what they show.
  func agrees(with other: Double) -> Bool {
    guard let number else { return false }
    if abs(number - other) <= 1e-9 * max(1, abs(number), abs(other)) { return true }
    guard let decimals, column == .units || decimals >= 2 else { return false }
    var half = 0.5
    for _ in 0..<min(decimals, 12) { half /= 10 }
    return abs(number - other) <= half * (1 + 1e-9)
  }

  /// Digits behind the point; `nil` for a text in another shape.
  private var decimals: Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.allSatisfy({ $0.isASCII && ($0.isNumber || ".,-".contains($0)) }) else {
      return nil
    }
    return parts.count == 2 ? parts[1].count : 0
  }
}
