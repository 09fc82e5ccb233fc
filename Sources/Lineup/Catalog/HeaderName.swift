import Foundation

/// How headers and attribute names are compared: in Unicode NFC, letter case and spaces aside.
package enum HeaderName {
  /// The form under which two headers are the same.
  package static func normalized(_ header: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in header.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
    where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
