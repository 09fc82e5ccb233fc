import Foundation
@_exported import Lineup

/// A scenario file and what it refers to: from a path to a show in two lines.
///
///     let file = try ShowFile(path: "september.yaml")
///     let show = try file.show(variant: "two hours")
package struct ShowFile: Sendable {
  /// The path as the user gave it.
  package let path: String
  /// What the file holds, before any variant.
  package let document: Node
  private let digest: String

  /// Reads a scenario: YAML, JSON, or a workbook with the sheets Show and Rules.
  /// - Throws: `LineupError` where the file cannot be read or is not well formed.
  package init(path: String) throws(LineupError) {
    let limit: FileLimit = WorkbookScenario.isNamedSo(path) ? .table : .document
    try self.init(bytes: FileBytes.contents(of: path, limit: limit), source: path)
  }

  /// Reads a scenario from bytes: YAML, JSON or a workbook.
  ///
  /// - Parameter source: What messages call it. Names of files in the scenario are relative to its folder; to
  ///   the current one where it has none.
  /// - Throws: `LineupError` where the bytes are not well formed.
  package init(bytes: [UInt8], source: String) throws(LineupError) {
    path = source
    digest = Digest.text(of: bytes)
    document =
      WorkbookScenario.isWorkbook(bytes)
      ? try WorkbookScenario.document(bytes, source: source) : try Node(bytes: bytes, source: source)
  }

  /// The names of the scenario's variants, in the order written.
  package var variantNames: [String] { Scenario.variantNames(in: document) }

  /// The scenario, or one of its variants, with settings such as `show.minutes=120` on top.
  package func scenario(
    variant: String? = nil, settings: [String] = []
  ) throws(LineupError) -> Scenario {
    var patches: [Node] = []
    for setting in settings { patches.append(try Node.setting(setting)) }
    var scenario = try Scenario(document, variant: variant, settings: patches)
    scenario.inputs.scenario = digest
    return scenario
  }

  /// The show of a scenario: its catalog and calendar read and bound to it.
  package func show(
    variant: String? = nil, settings: [String] = []
  ) throws(LineupError) -> Show {
    do throws(LineupError) {
      let scenario = try scenario(variant: variant, settings: settings)
      return try show(
        of: scenario, catalog: Result { () throws(LineupError) in try catalog(of: scenario) })
    } catch {
      guard case .scenario(let scenario)? = error.readable else { throw error }
      throw error.joined { () throws(LineupError) in
        try show(of: scenario, catalog: Result { () throws(LineupError) in try catalog(of: scenario) })
      }
    }
  }

  /// Binds a scenario to its catalog. Where the catalog has errors, those of the rules are told with them
  /// as far as what could be read shows them.
  func show(of scenario: Scenario, catalog: Result<Catalog, LineupError>) throws(LineupError) -> Show {
    do throws(LineupError) {
      return try Show(takingFactors(scenario), catalog: catalog.get(), calendar: calendar(of: scenario))
    } catch {
      guard case .failure(let failure) = catalog, case .catalog(let readable)? = failure.readable else {
        throw error
      }
      throw failure.joined { () throws(LineupError) in
        try Show(takingFactors(scenario), catalog: readable, calendar: calendar(of: scenario))
      }
    }
  }

  /// Reads the catalog that a scenario names, or holds.
  package func catalog(of scenario: Scenario) throws(LineupError) -> Catalog {
    try scenario.catalog(
      resolved(scenario.catalogSettings), paths: scenario.catalogPaths.map(resolved)
    ) { path throws(LineupError) in
      try FileBytes.contents(of: path)
    }
  }

  /// The headers of the catalog, where they are why it could not be read.
  package func headers(after error: LineupError, variant: String?, settings: [String]) -> HeaderAnswer? {
    guard let scenario = try? scenario(variant: variant, settings: settings), !scenario.catalogPaths.isEmpty
    else { return nil }
    return HeaderAnswer(
      error, paths: scenario.catalogPaths.map(resolved), settings: scenario.catalogSettings)
  }

  func calendar(of scenario: Scenario) throws(LineupError) -> SeasonCalendar? {
    guard case .calendar(let calendarPath)? = scenario.season?.table else { return nil }
    do throws(LineupError) {
      return try SeasonCalendar(Node(contentsOf: resolved(calendarPath)))
    } catch {
      throw error.referred(from: scenario.season?.location, key: "calendar")
    }
  }

  /// The scenario with its file of factors read, where it names one.
  func takingFactors(_ scenario: Scenario) throws(LineupError) -> Scenario {
    do throws(LineupError) {
      return try scenario.takingFactors { path throws(LineupError) in try Node(contentsOf: resolved(path)) }
    } catch {
      throw error.referred(from: scenario.factors?.location, key: "factors")
    }
  }

  /// Settings with the files of their tables as they are read.
  private func resolved(_ settings: CatalogSettings) -> CatalogSettings {
    var settings = settings
    for table in settings.tables.indices {
      settings.tables[table].file.name = resolved(settings.tables[table].file.name)
    }
    return settings
  }

  /// A path in the scenario, which is relative to its file.
  private func resolved(_ reference: String) -> String { FileReference.path(of: reference, in: path) }
}

extension LineupError {
  /// The error with what is wrong with a show that is made of what could be read.
  fileprivate func joined(_ show: () throws(LineupError) -> Show) -> LineupError {
    var joined = self
    joined.readable = nil
    do throws(LineupError) {
      _ = try show()
    } catch {
      joined.problems += error.problems.filter { !problems.contains($0) }
      if error.kind == .data { joined.kind = .data }
    }
    return joined
  }

  /// A missing file, told where the scenario names it.
  func referred(from location: SourceLocation?, key: String) -> LineupError {
    guard let location, problems.count == 1 else { return self }
    if problems[0].kind == .fileNameWithNUL { return LineupError(.fileNameWithNUL, at: location) }
    guard problems[0].kind == .fileNotFound, let file = problems[0].location?.source else { return self }
    return LineupError(.referredFileNotFound(file, key: key), at: location)
  }
}
