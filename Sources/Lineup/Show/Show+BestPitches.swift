extension Show {
  /// Every candidate with the pitch that sells the most of it, by expected GMV, largest first; at most `limit`.
  /// Time O(n log n) in the options.
  package func bestPitches(limit: Int) -> [(spu: String, pitch: String)] {
    var best: [(option: Int, gmv: Double)] = []
    var lastRow: Int32 = -1
    for option in 0..<options.count {
      let gmv = value(of: .gmv, option: option)
      if options.rows[option] != lastRow {
        best.append((option, gmv))
        lastRow = options.rows[option]
      } else if let last = best.last, gmv > last.gmv {
        best[best.count - 1] = (option, gmv)
      }
    }
    best.sort { $0.gmv == $1.gmv ? $0.option < $1.option : $0.gmv > $1.gmv }
    return best.prefix(limit).map { entry in
      (
        catalog.spus[Int(options.rows[entry.option])],
        scenario.pitches[Int(options.pitches[entry.option])].name
      )
    }
  }
}
