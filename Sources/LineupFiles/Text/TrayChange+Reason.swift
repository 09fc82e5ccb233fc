import Lineup

extension TrayChange {
  /// Why a change was made, in words that stand by themselves.
  var reasonInWords: String {
    let first = needed.prefix(3).map { check in
      let has = check.actual.map { ", would be \(ReportText.value($0, check.kind))" } ?? ""
      return "`\(check.row)` (asks \(ReportText.range(check.required, check.kind))\(has))"
    }
    let more = needed.count > 3 ? " and \(needed.count - 3) more" : ""
    let rules = FigureText.list(first) + more
    switch cause {
    case .misplaced(let reason):
      guard let joining else { return reason }
      return reason
        + (needed.isEmpty
          ? "; \(joining.spu) fills its place" : "; without \(joining.spu) it would miss \(rules)")
    case .wished:
      return "asked for"
        + (needed.isEmpty ? "" : "; with \(leaving?.spu ?? "it") too it would miss \(rules)")
    case .rules:
      if let leaving, leaving.spu == joining?.spu {
        return "with the pitch \(leaving.pitch) it would miss \(rules)"
      }
      return leaving == nil
        ? "without it: misses \(rules)"
        : joining == nil ? "with it: misses \(rules)" : "as it was: misses \(rules)"
    case .value: return "for value"
    }
  }
}
