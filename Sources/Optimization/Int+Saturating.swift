extension Int {
  /// The whole part of any double: beyond the integers their end, 0 for what is no number.
  ///
  /// Every double that comes from a person, a file or a search becomes an integer here and nowhere else,
  /// since the conversion of the standard library ends the program where there is no such integer.
  package init(saturating number: Double) {
    if let exact = Int(exactly: number.rounded(.towardZero)) {
      self = exact
    } else {
      self = number.isNaN ? 0 : number > 0 ? .max : .min
    }
  }
}
