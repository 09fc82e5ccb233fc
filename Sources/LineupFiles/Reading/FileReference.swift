/// Names of files within a file, which are relative to its folder.
enum FileReference {
  /// The path of what a file names.
  /// - Parameter path: The file that names it.
  static func path(of reference: String, in path: String) -> String {
    if reference.hasPrefix("/") { return reference }
    var folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for piece in reference.split(separator: "/") {
      switch piece {
      case ".": continue
      case ".." where !folders.isEmpty && folders.last != ".." && folders.last != "." && folders.last != "":
        folders.removeLast()
      default: folders.append(String(piece))
      }
    }
    return folders.joined(separator: "/")
  }
}
