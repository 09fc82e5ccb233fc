extension NodeReader {
  /// The section `columns`: from columns to what each is made of. Forms are read here and carried out by
  /// `HeaderPlan` and `ColumnSource`.
  func columns(_ node: Node) -> [CatalogSettings.ColumnMapping] {
    let entries = mapping(node, key: "columns", expected: "columns to headers") ?? []
    return entries.compactMap { entry in
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a column"), at: entry.keyLocation)
        return nil
      }
      // A name of one's own that is made of nothing is none.
      if entry.value.isNull, CanonicalColumn(rawValue: name) == nil { return nil }
      guard let form = columnForm(entry.value, key: entry.key) else { return nil }
      return CatalogSettings.ColumnMapping(name: name, form: form, location: entry.value.location)
    }
  }

  /// A header, `null`, or a form in braces.
  func columnForm(_ node: Node, key: String) -> ColumnForm? {
    switch node.content {
    case .null: return ColumnForm.none
    case .scalar: return text(node, key: key).map { .header($0) }
    case .sequence(let elements):
      let headers = elements.compactMap { element -> String? in
        if case .scalar(let text) = element.content { YAMLText.scalar(text) } else { nil }
      }
      let list = "[\(headers.joined(separator: ", "))]"
      report(
        .wrongShape(
          key: key, expected: "a header, or what to do with several: { sum: \(list) } or { first: \(list) }",
          found: node.shape),
        at: node.location)
      return nil
    case .mapping(let entries):
      let named = entries.filter { ScenarioKeys.columnForms.contains($0.key) && !$0.value.isNull }
      let place = "the column \"\(key)\""
      guard named.count == 1, let form = named.first else {
        if named.count > 1 {
          report(
            .keysExclude(named[0].key, named[1].key, advice: "a column has one form"), at: node.location)
        } else if let unknown = entries.first {
          report(
            .unknownKey(unknown.key, place: place, known: ScenarioKeys.columnForm),
            at: unknown.keyLocation)
        } else {
          report(
            .wrongShape(key: key, expected: "a header, or { nth: 2, of: HEADER }", found: node.shape),
            at: node.location)
        }
        return nil
      }
      return self.form(form, node, place: place)
    }
  }

  private func form(_ form: Node.Entry, _ node: Node, place: String) -> ColumnForm? {
    let own: [String] =
      switch form.key {
      case "nth", "before", "after": ["of"]
      case "part": ["of", "by"]
      case "join": ["with"]
      default: []
      }
    guard let part = section(node, key: form.key, place: place, known: [form.key] + own) else { return nil }
    func needed(_ key: String) -> Node? {
      if let node = part[key] { return node }
      report(.missingKey(key, place: place), at: node.location)
      return nil
    }
    switch form.key {
    case "letter": return letter(form.value).map { .column(.letter($0)) }
    case "nth":
      guard let header = needed("of"), let position = position(form.value, key: "nth", least: 1),
        let text = text(header, key: "of")
      else { return nil }
      return .nth(position, of: text)
    case "sum", "first", "join":
      guard let elements = references(form.value, key: form.key) else { return nil }
      if form.key == "sum" { return .sum(elements) }
      if form.key == "first" { return .first(elements) }
      return .join(elements, with: part["with"].flatMap(rawText) ?? " ")
    case "part":
      guard let of = needed("of"), let by = needed("by"), let mark = mark(by, key: "by"),
        let position = position(form.value, key: "part", least: -16_384), let reference = reference(of)
      else { return nil }
      return .part(position, of: reference, by: mark)
    default:
      guard let of = needed("of"), let mark = mark(form.value, key: form.key), let reference = reference(of)
      else { return nil }
      return form.key == "before" ? .before(mark, of: reference) : .after(mark, of: reference)
    }
  }

  /// The headers, or places, of a form.
  private func references(_ node: Node, key: String) -> [ColumnReference]? {
    var elements = [node]
    if case .sequence(let listed) = node.content { elements = listed }
    if elements.isEmpty {
      report(.wrongShape(key: key, expected: "a list of headers", found: "an empty list"), at: node.location)
      return nil
    }
    let read = elements.compactMap(reference)
    return read.count == elements.count ? read : nil
  }

  /// A header, `{ nth: 2, of: HEADER }` or `{ letter: F }`.
  private func reference(_ node: Node) -> ColumnReference? {
    guard case .mapping = node.content else { return text(node, key: "of").map { .header($0) } }
    guard let form = columnForm(node, key: "of") else { return nil }
    if case .column(let reference) = form { return reference }
    report(
      .wrongShape(
        key: "of", expected: "a header, { nth: 2, of: HEADER } or { letter: F }", found: "another form"),
      at: node.location)
    return nil
  }

  private func letter(_ node: Node) -> Int? {
    guard let text = text(node, key: "letter") else { return nil }
    if let column = ColumnReference.column(ofLetters: text) { return column }
    report(
      .invalidScalar(key: "letter", text: text, expected: "the letters of a column, such as F or AB"),
      at: node.location)
    return nil
  }

  private func position(_ node: Node, key: String, least: Double) -> Int? {
    let most = Bounds(lower: least, upper: 16_384)
    let expected = least < 0 ? "1, 2, … or from the end -1, -2, …" : "1 or more, and at most 16384"
    guard let number = number(node, key: key, allowed: most, expected: expected) else { return nil }
    guard let whole = Int(exactly: number), whole != 0 else {
      report(
        .outOfRange(key: key, text: plain(number), expected: number == 0 ? expected : "a whole number"),
        at: node.location)
      return nil
    }
    return whole
  }

  /// A text that may be white space, but not empty.
  private func mark(_ node: Node, key: String) -> String? {
    if let text = rawText(node), !text.isEmpty { return text }
    report(
      .wrongShape(key: key, expected: "a text that is not empty, such as \"-\"", found: node.shape),
      at: node.location)
    return nil
  }

  /// A text with the white space around it.
  private func rawText(_ node: Node) -> String? {
    guard case .scalar(let text) = node.content else { return nil }
    return text
  }
}
