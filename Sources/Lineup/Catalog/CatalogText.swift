import Foundation

/// How text is compared: after Unicode NFC and without white space around it.
enum CatalogText {
  static func normalized(_ text: some StringProtocol) -> String {
    ScalarText.trimmed(text).precomposedStringWithCanonicalMapping
  }
}
