import Foundation

/// Paths as a scenario writes them, which are relative to its folder.
enum RelativePath {
  /// A path that is relative to the current folder, as one that is relative to `folder`.
  static func path(of file: String, from folder: String) -> String {
    let parts = folder.split(separator: "/").map(String.init).filter { $0 != "." }
    if file.hasPrefix("/") || parts.isEmpty && !folder.hasPrefix("/") { return file }
    if folder.hasPrefix("/") || parts.contains("..") {
      return URL(filePath: file).standardizedFileURL.path(percentEncoded: false)
    }
    var rest = file.split(separator: "/").map(String.init).filter { $0 != "." }
    var up = parts
    while let first = up.first, rest.count > 1, rest[0] == first {
      up.removeFirst()
      rest.removeFirst()
    }
    return (up.map { _ in ".." } + rest).joined(separator: "/")
  }
}
