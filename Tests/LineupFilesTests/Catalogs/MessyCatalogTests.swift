import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Random messy catalogs, read by the product and by an oracle that shares nothing with it.
@Suite struct MessyCatalogTests {
  @Test(arguments: 0..<10)
  func `five hundred messy catalogs are what the contract says`(part: Int) throws {
    for number in 0..<50 {
      let seed = UInt64(part * 50 + number)
      let messy = MessyCatalog.random(seed: seed)
      let folder = try TemporaryFolder()
      for file in messy.files { try folder.write(file.text, to: file.name) }
      let scenario = try folder.write(messy.scenario, to: "show.yaml")
      do {
        let show = try ShowFile(path: scenario).show()
        let found = String(decoding: StylesFile.bytes(of: show), as: UTF8.self)
        if found != messy.styles {
          Issue.record(
            "seed \(seed)\n\(messy.scenario)\n\(messy.files.map(\.text).joined(separator: "---\n"))\nfound:\n\(found)\nexpected:\n\(messy.styles)"
          )
          return
        }
      } catch {
        // No row of a style may be left.
        let isEmpty = messy.styles.split(separator: "\n").count == 1
        if isEmpty, "\(error)".contains("no style below it") { continue }
        Issue.record(
          "seed \(seed): \(error)\n\(messy.scenario)\n\(messy.files.map(\.text).joined(separator: "---\n"))")
        return
      }
    }
  }
}
