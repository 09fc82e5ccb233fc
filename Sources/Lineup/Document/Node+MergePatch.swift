extension Node {
  /// This node changed by `patch` as a JSON Merge Patch (RFC 7386): mappings merge key by key, a
  /// null deletes, anything else replaces. Changed parts keep the location of the patch.
  package func merging(_ patch: Node) -> Node {
    guard case .mapping(let changes) = patch.content else { return patch }
    var entries: [Entry] = []
    if case .mapping(let own) = content { entries = own }
    for change in changes {
      let position = entries.firstIndex { $0.key == change.key }
      if change.value.isNull {
        if let position { entries.remove(at: position) }
      } else if let position {
        entries[position].value = entries[position].value.merging(change.value)
      } else {
        let empty = Node(.null, at: change.value.location)
        entries.append(
          Entry(key: change.key, keyLocation: change.keyLocation, value: empty.merging(change.value)))
      }
    }
    var location = location
    if case .mapping = content {} else { location = patch.location }
    return Node(.mapping(entries), at: location)
  }
}
