import Lineup

/// A file of slots with the tables that it names, read: `lineup slots october.yaml`.
///
///     let file = try SlotsFile(path: "slots.yaml")
///     let result = try file.search.run()
package struct SlotsFile: Sendable {
  /// What is asked, ready to be searched.
  package let search: SlotsSearch

  /// - Throws: everything that is wrong with the file and its tables, with lines.
  package init(path: String) throws(LineupError) {
    try self.init(bytes: FileBytes.contents(of: path, limit: .document), source: path)
  }

  /// Reads a file of slots from bytes.
  /// - Parameter source: What messages call it. Names of files in it are relative to its folder.
  package init(bytes: [UInt8], source: String) throws(LineupError) {
    var plan = try SlotsPlan(Node(bytes: bytes, source: source))
    plan.inputs.scenario = Digest.text(of: bytes)
    var notes: [CatalogNote] = []
    var problems: [Problem] = []
    guard let named = plan.partners else {
      throw LineupError([Problem(.missingKey("partners", place: source))])
    }
    let path = FileReference.path(of: named.name, in: source)
    let headers = ["partner", "sales"] + plan.formula.points.map(\.column)
    let read = try Self.table(path, headers: headers, key: "partners", at: named.location, &notes)
    plan.inputs.catalog = Digest.text(of: read.bytes)
    var partners = PartnerList()
    do throws(LineupError) {
      partners = try PartnerList(read.table, formula: plan.formula)
    } catch {
      problems += error.problems
    }
    var wishes = WishList()
    if let named = plan.wishes {
      let path = FileReference.path(of: named.name, in: source)
      do throws(LineupError) {
        let read = try Self.table(path, headers: WishList.headers, key: "wishes", at: named.location, &notes)
        // Of partners that cannot be read all, wishes would name unknown ones.
        if problems.isEmpty { wishes = try WishList(read.table, plan: plan, partners: partners.partners) }
      } catch {
        problems += error.problems
      }
    }
    if !problems.isEmpty { throw LineupError(problems) }
    partners.cautions += notes.map(SlotsCaution.reading)
    search = SlotsSearch(plan: plan, partners: partners, wishes: wishes)
  }

  private static func table(
    _ path: String, headers: [String], key: String, at place: SourceLocation, _ notes: inout [CatalogNote]
  ) throws(LineupError) -> (table: PlainTable, bytes: [UInt8]) {
    let bytes: [UInt8]
    do throws(LineupError) {
      bytes = try FileBytes.contents(of: path)
    } catch {
      throw error.referred(from: place, key: key)
    }
    var settings = CatalogSettings()
    // Only these headers are looked for.
    settings.columns = headers.map { .init(name: $0, form: .header($0), location: place) }
    let file = try TableFile(bytes, source: path, settings: settings)
    notes += file.notes.map { note in
      var note = note
      note.source = path
      return note
    }
    return (PlainTable(file, source: path), bytes)
  }
}

extension PlainTable {
  init(_ file: TableFile, source: String) {
    self.init(
      source: source, header: Row(line: file.header.line, cells: file.header.cells),
      rows: file.rows.map { Row(line: $0.line, cells: $0.cells) })
  }
}
