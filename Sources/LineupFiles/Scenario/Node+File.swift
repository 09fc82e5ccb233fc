import Lineup

extension Node {
  /// Reads a YAML or JSON file.
  ///
  /// - Parameter path: The file; locations name it as it is written here.
  /// - Throws: where the file cannot be read, is empty, is not UTF-8, is not YAML (with the line), has
  ///   a key twice, or is nested or repeated beyond reason.
  package init(contentsOf path: String) throws(LineupError) {
    try self.init(bytes: try FileBytes.contents(of: path, limit: .document), source: path)
  }

  /// Reads YAML or JSON text.
  ///
  /// - Parameter source: What locations name.
  package init(text: String, source: String) throws(LineupError) {
    try self.init(bytes: Array(text.utf8), source: source)
  }

  /// Reads the bytes of a YAML or JSON file.
  init(bytes: [UInt8], source: String) throws(LineupError) {
    let node = try bytes.withUnsafeBufferPointer { (buffer) throws(LineupError) -> Node? in
      try UTF8Text.check(buffer, source: source)
      let text = UnsafeBufferPointer(rebasing: buffer[UTF8Text.markLength(buffer)...])
      guard JSONAsYAML.looksLikeJSON(text) else { return try NodeComposer.compose(text, source: source) }
      let mended = JSONAsYAML.mended(text)
      return try mended.withUnsafeBufferPointer { (mended) throws(LineupError) in
        try NodeComposer.compose(mended, source: source)
      }
    }
    guard let node else { throw LineupError(.fileEmpty, at: SourceLocation(source: source)) }
    self = node
  }
}
