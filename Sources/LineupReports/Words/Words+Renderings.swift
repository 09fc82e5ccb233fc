/// What renderings say by themselves: labels of boxes, buttons, legends.
extension Words {
  package enum Rendering {
    package static let note = "note"
    package static let notes = "Notes"
    /// What stands before the sums below a table, so that a reader can tell them from rows.
    package static let sums = "All shown"
    package static func all(_ count: Int, _ noun: ReportTable.Noun) -> String {
      "All \(counted(count, noun))"
    }
    package static let charts = "Charts"
    package static let group = "Group"
    package static let atLeast = "at least"
    package static let atMost = "at most"
    package static let picture = "picture"

    // MARK: Pages

    package static let language = "en"
    package static func skip(to title: String) -> String { "To the \(title.lowercased())" }
    package static let footer = "Made by Lineup. The figures are those of the audited result."
    package static let search = "Search"
    package static let searchHint = "name, SPU, …"
    package static let sortBy = "Sort by"
    package static let asItStands = "as it stands"
    package static let all = "all"
    package static let of = "of"
    package static let shown = "shown"
    package static let backToGroups = "Back to groups"
    package static let showAlike = "Show rows that are not marked"
    package static let showDetails = "Show every row of long rules"
    package static let showPictures = "Show pictures (loads them from the web)"
    package static let legendValue = "has"
    package static let legendLimit = "what is asked"
    package static let legendOpen = "may be more: not proven"
    package static let legendMissed = "missed"
    package static let legendNone = "no tray to show"
    package static let legendExpected = "as forecast; the line: one standard error"
    package static let legendSoldOut = "sold out"
    package static let from = "from"
    package static let step = "step"
    package static let legendLess = "in less than half"
    package static let charted = "Charts"
    package static let spoken = ": "

    // MARK: The show on air

    package static let now = "Now"
    package static let next = "Next"
    package static let then = "Then"
    package static let back = "◀ Back"
    package static let forward = "Forward ▶"
    package static let follow = "follow the clock"
    package static let keys = "arrow keys move, F follows the clock"
    package static let glance = "The show at a glance"
    package static let starts = "starts"
    package static let left = "left"
    package static let over = "the show is over"
    package static let onAir = "on air"
    package static let between = "between two slots"
    package static let offAir = "the show is not on air"
    package static let list = "list"
    package static let hero = "hero"
    package static let item = "item"
    package static let pause = "break"
    package static let encore = "encore"
    package static let largestAudience = "largest audience"
    package static func spokenBand(_ from: String, _ to: String, peak: String) -> String {
      "Audience and slots from \(from) to \(to); most watch at \(peak)"
    }
  }
}
