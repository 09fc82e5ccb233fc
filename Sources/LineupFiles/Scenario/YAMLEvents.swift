internal import CYAML
import Lineup

/// A piece of YAML syntax as libyaml tells it, and the line where it starts, from 1.
struct YAMLEvent {
  enum Content {
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(Scalar)
    case sequenceStart(anchor: String?)
    case mappingStart(anchor: String?)
    /// The end of the innermost sequence or mapping.
    case end
  }

  struct Scalar {
    var text: String
    /// Written without quotes and not as a block.
    var isPlain: Bool
    var anchor: String?
  }

  var content: Content
  var line: Int
}

/// Reads YAML event by event with the system's libyaml.
///
/// A tree that a library builds by recursion hashes keys through aliases and tells no line of a second
/// key; the events let Lineup bound depth and size and name lines.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter bytes: UTF-8 without a byte order mark; must outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event.
  mutating func next() throws(YAMLFailure) -> YAMLEvent {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
      defer { yaml_event_delete(&event) }
      if let content = try content(of: event) {
        return YAMLEvent(content: content, line: Int(event.start_mark.line) + 1)
      }
    }
  }

  private func content(of event: yaml_event_t) throws(YAMLFailure) -> YAMLEvent.Content? {
    switch event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuseTag(scalar.tag, of: event)
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        YAMLEvent.Scalar(
          text: String(decoding: text, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
          anchor: Self.string(scalar.anchor)))
    case YAML_SEQUENCE_START_EVENT:
      try refuseTag(event.data.sequence_start.tag, of: event)
      return .sequenceStart(anchor: Self.string(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      try refuseTag(event.data.mapping_start.tag, of: event)
      return .mappingStart(anchor: Self.string(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    default: return nil
    }
  }

  private func refuseTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, of event: yaml_event_t)
    throws(YAMLFailure)
  {
    guard let tag = Self.string(tag) else { return }
    throw YAMLFailure(
      sentence: "the YAML tag \"\(tag)\" is not supported; write the value without it",
      line: Int(event.start_mark.line) + 1)
  }

  private func failure() -> YAMLFailure {
    let parser = parser.pointee
    if parser.error == YAML_MEMORY_ERROR {
      return YAMLFailure(sentence: "there is not enough memory to read it", line: nil)
    }
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      return YAMLFailure(
        sentence: YAMLWords.sentence(unreadable: Int(parser.problem_value)),
        line: UTF8Text.lineNumber(of: min(parser.problem_offset, bytes.count), in: bytes))
    }
    return YAMLWords.failure(
      problem: problem, context: parser.context.map { String(cString: $0) },
      problemMark: (Int(parser.problem_mark.line), Int(parser.problem_mark.column)),
      contextLine: Int(parser.context_mark.line) + 1, in: bytes)
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

/// Why YAML text cannot be read, in words.
struct YAMLFailure: Error {
  var sentence: String
  var line: Int?
}
