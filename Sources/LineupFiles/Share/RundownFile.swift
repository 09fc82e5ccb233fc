import Lineup

/// A running order read back: when each item is on air.
package enum RundownFile {
  /// - Throws: where it cannot be read, or is no rundown in JSON.
  package static func slots(path: String) throws(LineupError) -> [ShareSlot] {
    let node = try Node(contentsOf: path)
    guard case .sequence(let slots)? = node["slots"]?.content else {
      throw LineupError(
        .other(
          "this is no running order: it needs a list \"slots\", as lineup rundown -o rundown.json writes"),
        at: SourceLocation(source: path))
    }
    func text(_ node: Node?) -> String? {
      if case .scalar(let text)? = node?.content { text } else { nil }
    }
    return slots.compactMap { slot in
      guard text(slot["kind"]) == "item", let spu = text(slot["spu"]) else { return nil }
      return ShareSlot(spu: spu, time: text(slot["time"]) ?? "")
    }
  }
}
