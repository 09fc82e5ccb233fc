import Lineup

/// Makes a `Node` of YAML text: each scalar as it was written, each key once, everything with its
/// line. Works with a stack of its own, so that no document can exhaust the thread's.
struct NodeComposer {
  /// How deep lists and mappings may stand within each other.
  static let depthLimit = 64
  /// How many values a document may have, those that aliases repeat included.
  static let nodeLimit = 1_000_000

  private let source: String
  private let tellsLines: Bool
  private var frames: [Frame] = []
  private var anchors: [String: Part] = [:]
  private var nodeCount = 0
  private var root: Node?

  /// A finished node and its measures.
  private struct Part {
    var node: Node
    /// Nodes in it, itself included.
    var count: Int
    /// Levels of lists and mappings in it, itself included.
    var height: Int
  }

  /// A list or mapping that is still open.
  private struct Frame {
    var location: SourceLocation
    var anchor: String?
    var isMapping: Bool
    var items: [Node] = []
    var entries: [Node.Entry] = []
    var key: (text: String, location: SourceLocation)?
    /// The line in which each key stands.
    var keyLines: [String: Int] = [:]
    var count = 1
    var height = 1

    var awaitsKey: Bool { isMapping && key == nil }
  }

  private init(source: String, tellsLines: Bool) {
    self.source = source
    self.tellsLines = tellsLines
  }

  /// The one document in `bytes`; `nil` where there is nothing but white space and comments.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - source: What locations name.
  ///   - tellsLines: Whether locations have lines.
  static func compose(_ bytes: UnsafeBufferPointer<UInt8>, source: String, tellsLines: Bool = true)
    throws(LineupError) -> Node?
  {
    var composer = NodeComposer(source: source, tellsLines: tellsLines)
    var events = YAMLEvents(bytes)
    do {
      while try composer.take(events.next()) {}
    } catch let failure as YAMLFailure {
      throw LineupError(.syntax(failure.sentence), at: composer.location(failure.line))
    } catch let error as LineupError {
      throw error
    } catch {
      throw LineupError(.other("\(error)"), at: composer.location(nil))
    }
    return composer.root
  }

  /// Takes one event; returns whether more follow.
  private mutating func take(_ event: YAMLEvent) throws -> Bool {
    switch event.content {
    case .streamEnd: return false
    case .documentEnd: break
    case .documentStart:
      if root != nil {
        throw YAMLFailure(sentence: "a second document starts here; keep one", line: event.line)
      }
    case .sequenceStart(let anchor): try open(isMapping: false, anchor: anchor, line: event.line)
    case .mappingStart(let anchor): try open(isMapping: true, anchor: anchor, line: event.line)
    case .end: try close()
    case .alias(let name):
      guard let part = anchors[name] else {
        throw YAMLFailure(
          sentence: "there is no \"&\(name)\" above that \"*\(name)\" could mean", line: event.line)
      }
      if frames.last?.awaitsKey == true {
        guard case .scalar(let text) = part.node.content else { throw Self.keyFailure(line: event.line) }
        try setKey(text, line: event.line)
      } else {
        try add(part, line: event.line)
      }
    case .scalar(let scalar): try take(scalar, line: event.line)
    }
    return true
  }

  private mutating func take(_ scalar: YAMLEvent.Scalar, line: Int) throws {
    let isKey = frames.last?.awaitsKey == true
    let isNull = scalar.isPlain && ["", "~", "null"].contains(scalar.text) && !isKey
    var node = Node(isNull ? .null : .scalar(scalar.text), at: location(line))
    node.isQuoted = !scalar.isPlain
    let part = Part(node: node, count: 1, height: 0)
    if let anchor = scalar.anchor { anchors[anchor] = part }
    guard isKey else { return try add(part, line: line) }
    if scalar.isPlain, scalar.text.isEmpty {
      throw YAMLFailure(sentence: "a key is missing before the \":\"", line: line)
    }
    if scalar.isPlain, scalar.text == "<<" {
      throw YAMLFailure(sentence: "merge keys (\"<<\") are not supported; write the keys out", line: line)
    }
    try setKey(scalar.text, line: line)
  }

  private mutating func setKey(_ text: String, line: Int) throws {
    let top = frames.count - 1
    if let first = frames[top].keyLines[text] {
      let firstLine = tellsLines ? first : nil
      throw LineupError(.duplicateKey(text, firstLine: firstLine), at: location(line))
    }
    frames[top].keyLines[text] = line
    frames[top].key = (text, location(line))
  }

  private mutating func open(isMapping: Bool, anchor: String?, line: Int) throws {
    if frames.last?.awaitsKey == true { throw Self.keyFailure(line: line) }
    if frames.count == Self.depthLimit { throw Self.depthFailure(line: line) }
    try count(1, line: line)
    frames.append(Frame(location: location(line), anchor: anchor, isMapping: isMapping))
  }

  private mutating func close() throws {
    guard let frame = frames.popLast() else { return }
    let node = Node(frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items), at: frame.location)
    let part = Part(node: node, count: frame.count, height: frame.height)
    if let anchor = frame.anchor { anchors[anchor] = part }
    attach(part)
  }

  /// Adds a value that did not open a frame: a scalar or what an alias stands for.
  private mutating func add(_ part: Part, line: Int) throws {
    if frames.count + part.height > Self.depthLimit { throw Self.depthFailure(line: line) }
    try count(part.count, line: line)
    attach(part)
  }

  private mutating func attach(_ part: Part) {
    guard !frames.isEmpty else {
      root = part.node
      return
    }
    let top = frames.count - 1
    frames[top].count += part.count
    frames[top].height = max(frames[top].height, part.height + 1)
    if let key = frames[top].key {
      frames[top].entries.append(Node.Entry(key: key.text, keyLocation: key.location, value: part.node))
      frames[top].key = nil
    } else {
      frames[top].items.append(part.node)
    }
  }

  private mutating func count(_ count: Int, line: Int) throws {
    nodeCount += count
    if nodeCount > Self.nodeLimit {
      throw YAMLFailure(sentence: "the document has more than \(Self.nodeLimit) values", line: line)
    }
  }

  private func location(_ line: Int?) -> SourceLocation {
    SourceLocation(source: source, line: tellsLines ? line : nil)
  }

  private static func keyFailure(line: Int) -> YAMLFailure {
    YAMLFailure(
      sentence: "a key must be a single text, not a list or a mapping; "
        + "put text that starts with \"[\" or \"{\" in quotes",
      line: line)
  }

  private static func depthFailure(line: Int) -> YAMLFailure {
    YAMLFailure(sentence: "lists and mappings stand more than \(depthLimit) levels deep", line: line)
  }
}
