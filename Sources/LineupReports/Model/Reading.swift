/// How names and ranges are given to a reader.
package enum Reading: Sendable {
  /// As a scenario writes them, `11..14`, names between grave accents: for a terminal, beside the file.
  case written
  /// In words, `11–14`, `at least 374,400`, names in quotes: for readers who never saw a scenario.
  case spoken
}
