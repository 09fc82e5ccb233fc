import Lineup

extension Catalog {
  /// Reads a catalog file: delimited text in any usual encoding, a workbook, or a page with a table.
  ///
  /// - Parameters:
  ///   - path: The file; messages name it as it is written here.
  ///   - settings: What the scenario says about columns, tags, defaults and values.
  /// - Throws: where the file cannot be read, or everything that is wrong with it, up to a limit.
  package init(contentsOf path: String, settings: CatalogSettings = .init()) throws(LineupError) {
    try self.init(contentsOf: [path], settings: settings)
  }

  /// Reads the files of a catalog one after another, and the tables beside it.
  ///
  /// - Parameter settings: The files of its tables are read as they are named there.
  /// - Parameter contents: Gives the bytes of a file by its name.
  package init(
    contentsOf paths: [String], settings: CatalogSettings,
    by contents: (String) throws(LineupError) -> [UInt8] = { path throws(LineupError) in
      try FileBytes.contents(of: path)
    }
  ) throws(LineupError) {
    var failures: [Problem] = []
    var readable: LineupError.Readable?
    let tables = CatalogFiles.tables(settings, by: contents, failures: &failures)
    var inputs: [(source: String, bytes: [UInt8])] = []
    var digests: [String] = []
    for path in paths {
      do throws(LineupError) {
        let bytes = try contents(path)
        digests.append(Digest.text(of: bytes))
        inputs.append((path, bytes))
      } catch {
        failures += error.problems
      }
    }
    if inputs.count == paths.count {
      do throws(LineupError) {
        let builder = try TableOpening(consume inputs, settings: settings).builder()
        self = try builder.finish(tables: tables)
        if failures.isEmpty {
          digest = digests.count == 1 ? digests[0] : Digest.text(of: Array(digests.joined().utf8))
          return
        }
        readable = .catalog(self)
      } catch {
        failures = error.problems + failures
        readable = error.readable
      }
    }
    var error = LineupError(failures)
    error.readable = readable
    throw error
  }
}

/// Reads the files of a catalog and those beside it.
enum CatalogFiles {
  /// The catalog of one file's bytes.
  static func catalog(
    _ bytes: consuming [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> Catalog {
    try TableOpening([(source, bytes)], settings: settings).builder().finish()
  }

  /// The tables that could be read; what is wrong with the others is added to `failures`.
  static func tables(
    _ settings: CatalogSettings, by contents: (String) throws(LineupError) -> [UInt8],
    failures: inout [Problem]
  ) -> [JoinTable] {
    settings.tables.compactMap { table in
      do throws(LineupError) {
        let file = table.file.name
        let reading = table.readingSettings(of: settings)
        let bytes: [UInt8]
        do throws(LineupError) {
          bytes = try contents(file)
        } catch {
          throw error.referred(from: table.file.location, key: "file")
        }
        let builder = try TableOpening([(file, bytes)], settings: reading).builder()
        return try builder.finishTable()
      } catch {
        failures += error.problems
        return nil
      }
    }
  }
}

extension Scenario {
  /// Reads the catalog that the scenario names, or holds, and the tables beside it.
  /// - Parameters:
  ///   - settings: the scenario's own, files named as `contents` knows them.
  ///   - paths: the catalog's files, named so too.
  ///   - contents: gives the bytes of a file by its name.
  func catalog(
    _ settings: CatalogSettings, paths: [String], by contents: (String) throws(LineupError) -> [UInt8]
  ) throws(LineupError) -> Catalog {
    if let rows = catalogRows {
      var failures: [Problem] = []
      let tables = CatalogFiles.tables(settings, by: contents, failures: &failures)
      do throws(LineupError) {
        let catalog = try Catalog(scenarioRows: rows, of: source, settings: settings, tables: tables)
        if failures.isEmpty { return catalog }
      } catch {
        var error = error
        error.problems += failures
        throw error
      }
      throw LineupError(failures)
    }
    if paths.isEmpty {
      throw LineupError(
        .missingKey("catalog", place: "the scenario"), at: SourceLocation(source: source))
    }
    do throws(LineupError) {
      return try Catalog(contentsOf: paths, settings: settings, by: contents)
    } catch {
      throw error.referred(from: catalogLocation, key: "catalog")
    }
  }
}
