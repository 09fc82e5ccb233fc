import Lineup
import LineupFiles
import TestSupport

/// A small show that answers are stopped on.
struct StoppedShow: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case plain, soft, tight, infeasible

    fileprivate func fits(_ truth: Truth) -> Bool {
      let hasSoft = truth.small.rules.contains { $0.penalty != nil }
      return switch self {
      case .plain: !hasSoft && truth.trays.count > 20
      case .soft: hasSoft && truth.trays.count > 8
      case .tight: (1...3).contains(truth.trays.count)
      case .infeasible: truth.best == nil && truth.small.hardRows.count > 3
      }
    }
  }

  let kind: Kind
  let truth: Truth
  let file: ShowFile
  let show: Show

  var small: SmallShow { truth.small }

  init(_ kind: Kind, in folder: TemporaryFolder) throws {
    self.kind = kind
    var seed: UInt64 = 9_000_000
    while true {
      seed += 1
      let (small, _) = SmallShow.random(seed: seed)
      let files = small.files(seed: seed)
      // Shows that are spelt as a variant or by settings would have to be changed twice.
      guard files.variant == nil, files.settings.isEmpty, small.styles.count == 5 else { continue }
      let truth = Truth(small)
      guard kind.fits(truth) else { continue }
      for (name, text) in files.texts { try folder.write(text, to: name) }
      self.truth = truth
      file = try ShowFile(path: folder.path(of: files.scenario))
      show = try file.show()
      return
    }
  }
}
