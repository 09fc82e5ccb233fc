/// What stands before the decimals of a number: `99.50` or `99,50`.
package enum DecimalMark: String, Sendable, Equatable, CaseIterable {
  case point, comma

  /// The mark that groups thousands where this one stands before decimals.
  var other: DecimalMark { self == .point ? .comma : .point }

  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."): self = .point
    case UInt8(ascii: ","): self = .comma
    default: return nil
    }
  }
}
