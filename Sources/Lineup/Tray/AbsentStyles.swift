/// The SPUs of a tray that the catalog lacks: withdrawn since, or misspelt.
struct AbsentStyles {
  /// What a misspelt one was meant to be: an id that differs in letters that look alike (O and 0, l and 1),
  /// in case, width, spaces or hyphens only.
  private(set) var slips: [String: String] = [:]
  /// The nearest id of the catalog that is not on the tray.
  private(set) var nearest: [String: String] = [:]
  /// Whether the catalog has none of the tray's SPUs, so that it is another show's.
  private(set) var areAll = false

  /// Beyond this many styles nearest ids are not looked for.
  private static let mostStyles = 200_000

  init(_ spus: [String], in catalog: Catalog) {
    let absent = spus.filter { catalog.row(ofSPU: $0) == nil }
    if absent.isEmpty { return }
    areAll = absent.count == spus.count
    if catalog.count > Self.mostStyles { return }
    let onTray = Set(spus.compactMap { spu in catalog.row(ofSPU: spu).map { catalog.spus[$0] } })
    let wanted = Set(absent.map(Self.folded))
    var known: [String: String] = [:]
    for spu in catalog.spus {
      let folded = Self.folded(spu)
      if wanted.contains(folded), known[folded] == nil { known[folded] = spu }
    }
    let others = catalog.spus.filter { !onTray.contains($0) }
    for spu in absent {
      slips[spu] = known[Self.folded(spu)]
      nearest[spu] = Nearest.name(to: spu, among: others, limit: 1)
    }
  }

  private static func folded(_ spu: String) -> String {
    var folded = ""
    for scalar in spu.lowercased().unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      guard let plain = Unicode.Scalar(value), !plain.properties.isWhitespace,
        !"-_".unicodeScalars.contains(plain)
      else { continue }
      switch plain {
      case "o", "O": folded.append("0")
      case "l", "i", "L", "I": folded.append("1")
      default: folded.append(String(plain).lowercased())
      }
    }
    return folded
  }
}
