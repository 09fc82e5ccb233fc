import Lineup

/// A sentence, or a part of one, in which names of rules and ranges are known as such, so that every
/// rendering can give them in its own way.
///
///     let phrase: Phrase = "\(rule: "gender: men") asks for \(range: bounds, .count)"
package struct Phrase: Sendable, Equatable {
  /// A piece of a phrase.
  package enum Part: Sendable, Equatable {
    case text(String)
    /// The name of a rule row.
    case rule(String)
    /// What a rule row asks for; `nil` for all or none.
    case range(Bounds?, RuleCheck.Kind)
  }

  package private(set) var parts: [Part]

  package init(_ text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  private init(parts: [Part]) { self.parts = parts }

  package var isEmpty: Bool { parts.isEmpty }

  /// The phrase as text.
  package func text(_ reading: Reading) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .rule(let name): reading == .written ? "`\(name)`" : "\"\(Words.row(name, reading))\""
      case .range(let bounds, let kind): Words.range(bounds, kind, reading)
      }
    }.joined()
  }

  package static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(parts: first.parts + second.parts)
  }

  package static func += (first: inout Phrase, second: Phrase) { first.parts += second.parts }

  /// Phrases one after the other.
  package static func joined(_ phrases: [Phrase], separator: Phrase = "") -> Phrase {
    var joined = Phrase("")
    for (position, phrase) in phrases.enumerated() {
      if position > 0 { joined += separator }
      joined += phrase
    }
    return joined
  }

  /// The same with its first letter large, to stand at the beginning.
  package var capitalized: Phrase {
    guard case .text(let text)? = parts.first else { return self }
    return Phrase(parts: [.text(text.prefix(1).uppercased() + text.dropFirst())] + parts.dropFirst())
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    package mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
    package mutating func appendInterpolation(rule name: String) { parts.append(.rule(name)) }

    package mutating func appendInterpolation(range bounds: Bounds?, _ kind: RuleCheck.Kind) {
      parts.append(.range(bounds, kind))
    }
  }

  package init(stringLiteral value: String) { self.init(value) }
  package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
}
