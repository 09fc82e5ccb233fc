import Foundation

/// What the operating system says about a failed call.
package enum SystemWords {
  /// `permission denied`, in lower case as part of a sentence.
  package static func sentence(_ code: Int32) -> String {
    let words = String(cString: strerror(code))
    guard let first = words.first, words.dropFirst().first?.isUppercase != true else { return words }
    return first.lowercased() + words.dropFirst()
  }
}
