/// What the styles of a group have in common, as people say it of them: `men`, `in season`, `not hero`.
package indirect enum StyleTrait: Sendable, Equatable {
  case inSeason(Bool)
  /// They may have this pitch.
  case pitch(String)
  /// They may have this offer; `none` for none.
  case offer(String)
  /// They have this value of an attribute of words, which says by itself what it is.
  case value(String)
  /// A number or a range of numbers of a column, as the scenario writes it.
  case number(String, of: String)
  /// Whether they have any value of an attribute.
  case has(String, Bool)
  case not(StyleTrait)
  case anyOf([StyleTrait])
}

/// How many styles have some traits, all of them.
package struct CountedStyles: Sendable, Equatable {
  package var count: Int
  package var traits: [StyleTrait]
}
