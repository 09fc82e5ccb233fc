import Foundation
import Lineup

/// A folder of reviews: `lineup review --series reviews`.
package enum ReviewFolder {
  /// All reviews of a folder, by the names of their files. Other JSON is left out, and said.
  /// - Throws: where there is no such folder or no review in it, or one cannot be read.
  package static func series(
    at path: String, belief: Double, miss: Double
  ) throws(LineupError) -> ReviewSeries {
    let place = SourceLocation(source: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw LineupError(.fileNotFound, at: place)
    }
    guard isFolder.boolValue, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw LineupError(
        .other("this is no folder that can be read; --series takes a folder of reviews"), at: place)
    }
    let files = names.filter { $0.lowercased().hasSuffix(".json") }.sorted().map {
      path.hasSuffix("/") ? path + $0 : path + "/" + $0
    }
    let read = ConcurrentMap.values(files) { file in
      Result { () throws(LineupError) -> PastShow? in
        let node = try Node(contentsOf: file)
        return PastShow.isReview(node) ? try PastShow(node, source: file) : nil
      }
    }
    var shows: [PastShow] = []
    var warnings: [ReviewWarning] = []
    var problems: [Problem] = []
    for (file, result) in zip(files, read) {
      switch result {
      case .success(let show?): shows.append(show)
      case .success(nil): warnings.append(.notAReview(file))
      case .failure(let error): problems += error.problems
      }
    }
    if !problems.isEmpty { throw LineupError(problems) }
    if shows.isEmpty {
      throw LineupError(
        .other("there is no review in it; lineup review -o review.json writes one"), at: place)
    }
    return ReviewSeries(shows, warnings: warnings, belief: belief, miss: miss)
  }
}

/// The score sheet's columns for `lineup slots`, out of reviews.
package struct ScoreFile: Sendable {
  package let path: String
  private let output: OutputPaths

  /// - Throws: where it cannot be written, or one of the answer's files is the same.
  package init(_ path: String, beside files: AnswerFiles) throws(LineupError) {
    self.path = path
    output = try OutputPaths(files.paths + [path])
    try AtomicFile.check(path)
  }

  /// Throws where it is a file that was read.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes it: `partner`, `sales`, whether the plan was reached, and how many rows were broken on air.
  package func write(_ series: ReviewSeries) throws(LineupError) {
    var writer = CSVWriter()
    writer.addRow(["partner", "sales", "plan reached", "rules broken on air"].map(CSVWriter.Cell.text))
    for partner in series.partners {
      writer.addRow([
        .text(partner.name), .number(Cents(partner.actual).amount),
        .text(partner.reachedPlan ? "done" : "missed"), .integer(partner.broken),
      ])
    }
    try AtomicFile.write(writer.bytes, to: path)
  }
}
