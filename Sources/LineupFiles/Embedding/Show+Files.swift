import Lineup

extension Show {
  /// Reads a scenario's file, its catalog and its calendar.
  ///
  ///     let session = ShowSession(try Show(file: "september.yaml", variant: "two hours"))
  ///
  /// - Parameter settings: changes on top, such as `show.minutes=120`.
  /// - Throws: where a file cannot be read, and everything that is wrong with them.
  public init(file path: String, variant: String? = nil, settings: [String] = []) throws(LineupError) {
    self = try ShowFile(path: path).show(variant: variant, settings: settings)
  }

  /// Reads what a scenario names, and binds the scenario to it.
  /// - Throws: where something cannot be read, and everything that is wrong with it.
  public init(_ scenario: Scenario, from source: ScenarioSource) throws(LineupError) {
    let catalog = try scenario.catalog(
      scenario.catalogSettings, paths: scenario.catalogPaths, by: source.bytes)
    var calendar: SeasonCalendar?
    if case .calendar(let path)? = scenario.season?.table {
      calendar = try SeasonCalendar(Node(bytes: source.bytes(path), source: path))
    }
    let scenario = try scenario.takingFactors { path throws(LineupError) in
      try Node(bytes: source.bytes(path), source: path)
    }
    try self.init(scenario, catalog: catalog, calendar: calendar)
  }

  /// The show with changes on top of its scenario; its catalog is not read again.
  /// - Throws: also where a change is about how the catalog is read.
  public func applying(_ settings: [String]) throws(LineupError) -> Show {
    let changed = try scenario.applying(settings)
    guard changed.namesTheSameFiles(as: scenario) else {
      throw LineupError(
        [
          Problem(
            .other("a setting changes which files are read, or how; read the show anew with it"),
            at: SourceLocation(source: "--set \(settings.joined(separator: ", "))"))
        ], kind: .usage)
    }
    var known = changed
    if known.factors?.path == scenario.factors?.path { known.factors?.factors = scenario.factors?.factors }
    return try Show(known, catalog: catalog, calendar: calendar)
  }

  /// The integer program, for other solvers.
  public func exported(as kind: ExportKind) -> [UInt8] { kind.bytes(of: self) }
}

extension Scenario {
  /// Whether catalog and calendar are those of another scenario, and read alike.
  fileprivate func namesTheSameFiles(as other: Scenario) -> Bool {
    func calendar(_ scenario: Scenario) -> String? {
      if case .calendar(let path)? = scenario.season?.table { path } else { nil }
    }
    return "\(catalogSettings)" == "\(other.catalogSettings)" && catalogPaths == other.catalogPaths
      && catalogRows == nil && calendar(self) == calendar(other) && factors?.path == other.factors?.path
  }
}

extension TrayList {
  /// Reads a tray that was written before, and perhaps edited since: JSON, CSV or a workbook.
  /// - Parameter name: what messages call it.
  /// - Throws: every unknown or repeated style and pitch.
  public init(bytes: [UInt8], name: String = "the tray", in show: Show) throws(LineupError) {
    self = try TrayFile(bytes: bytes, source: name, scenario: show.scenario).list(in: show)
  }
}
