import Lineup

/// An answer as values: what it says, before it becomes text, CSV, a page or a workbook. Everything that is
/// shown comes from here, so that no two renderings disagree.
package struct Report: Sendable {
  package var title: String
  /// A few facts below the title: the date, the region, the catalog.
  package var facts: [Phrase]
  /// Where the facts are shown.
  package var factMedia: Media
  /// The one sentence that matters most, where there is one.
  package var verdict: Verdict?
  package var figures: [Figure]
  package var sections: [Section]
  /// What is proven of the answer; a terminal has it at the end.
  package var proof: Verdict?
  package var notes: [Phrase]

  package init(
    title: String, facts: [Phrase] = [], factMedia: Media = .people, verdict: Verdict? = nil,
    figures: [Figure] = [], sections: [Section] = [], proof: Verdict? = nil, notes: [Phrase] = []
  ) {
    self.title = title
    self.facts = facts
    self.factMedia = factMedia
    self.verdict = verdict
    self.figures = figures
    self.sections = sections
    self.proof = proof
    self.notes = notes
  }

  /// How something is to be taken.
  package enum Tone: String, Sendable, Equatable {
    case plain, good, warning, bad
  }

  /// A sentence of its own weight.
  package struct Verdict: Sendable, Equatable {
    package var headline: Phrase
    /// What follows the headline, without a full stop.
    package var detail: Phrase?
    /// Who found it, and on how much.
    package var work: Phrase?
    package var tone: Tone
    package var media: Media

    package init(
      _ headline: Phrase, detail: Phrase? = nil, work: Phrase? = nil, tone: Tone = .plain,
      media: Media = .people
    ) {
      self.headline = headline
      self.detail = detail
      self.work = work
      self.tone = tone
      self.media = media
    }
  }

  /// A headline figure.
  package struct Figure: Sendable, Equatable {
    package var label: String
    package var value: String
    package var remark: Phrase
    /// How much of a goal is reached; 1 is all of it.
    package var progress: Double?
    package var tone: Tone
    /// The figure as a line of a terminal gives it; `nil` where that leaves it out.
    package var brief: Phrase?

    package init(
      _ label: String, _ value: String, remark: Phrase = "", progress: Double? = nil, tone: Tone = .plain,
      brief: Phrase? = nil
    ) {
      self.label = label
      self.value = value
      self.remark = remark
      self.progress = progress
      self.tone = tone
      self.brief = brief
    }
  }

  /// A line of text.
  package struct Line: Sendable, Equatable {
    package var words: Phrase
    /// What stands before it, in the colour of its tone: `note`, `look at`.
    package var label: String?
    package var tone: Tone
    package var media: Media

    package init(_ words: Phrase, label: String? = nil, tone: Tone = .plain, media: Media = .people) {
      self.words = words
      self.label = label
      self.tone = tone
      self.media = media
    }
  }

  /// A part of the report: a sheet of a workbook, a section of a page.
  package struct Section: Sendable {
    /// A short name without spaces, for links.
    package var id: String
    package var title: String
    /// What its sheet of a workbook is called, where that is not its title.
    package var sheetTitle: String?
    /// What a page says below the title.
    package var lead: Phrase
    /// What a terminal, which has no titles, says above it.
    package var brief: Line?
    package var charts: [ReportChart] = []
    package var cards: [Card] = []
    package var calendar: ReportCalendar?
    package var heatMap: HeatMap?
    package var courses: [StockCourse] = []
    package var table: ReportTable?
    /// Sentences below the table.
    package var lines: [Line] = []
    /// A document, to be written out as people write it.
    package var document: Node?
    /// Whether a page shows it folded at the start; a workbook always has it.
    package var isSecondary = false
    package var media: Media

    package init(
      _ id: String, _ title: String, lead: Phrase = "", brief: Line? = nil, media: Media = .people,
      table: ReportTable? = nil
    ) {
      self.id = id
      self.title = title
      self.lead = lead
      self.brief = brief
      self.table = table
      self.media = media
    }
  }

  /// The table that a CSV rendering writes.
  package func data(for media: Media) -> ReportTable? {
    sections.first { !$0.media.isDisjoint(with: media) && $0.table != nil }?.table
  }
}
