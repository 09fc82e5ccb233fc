import Lineup
import LineupFiles
import TestSupport
import Testing

/// Random small shows, as files and as they were made.
enum ShowChunk {
  /// Calls `body` with so many shows that a tray fits; what it throws is an issue of its seed.
  static func forEachFeasible(
    from firstSeed: UInt64, count: Int,
    _ body: (_ small: SmallShow, _ net: Double, _ file: ShowFile, _ seed: UInt64) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    var seed = firstSeed
    var done = 0
    while done < count {
      seed += 1
      let (small, best) = SmallShow.random(seed: seed)
      guard case .tray(_, let net) = best else { continue }
      // Shows that are spelt as a variant or by settings would have to be changed twice.
      let files = small.files(seed: seed)
      guard files.variant == nil, files.settings.isEmpty else { continue }
      done += 1
      for (name, text) in files.texts { try folder.write(text, to: name) }
      do {
        try body(small, net, ShowFile(path: folder.path(of: files.scenario)), seed)
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  static func isNear(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-6 * max(1, abs(first), abs(second))
  }
}

extension SmallShow {
  /// The net objective of the best tray; `nil` where there is none, and nothing where tolerances decide.
  func optimum() -> Double?? {
    let (best, isBorderline) = bestTray()
    if isBorderline { return nil }
    if case .tray(_, let net) = best { return .some(net) }
    return .some(nil)
  }

  /// The options of a tray of the library.
  func options(of tray: Tray) -> [Option] {
    tray.items.compactMap { item in
      guard let style = styles.firstIndex(where: { $0.spu == item.spu }),
        let pitch = allPitches.firstIndex(where: { $0.name == item.pitch })
      else { return nil }
      return Option(style: style, pitch: pitch)
    }
  }

  func sum(_ measure: String, _ tray: [Option]) -> Double {
    tray.reduce(0) { $0 + value(measure, $1) }
  }
}
