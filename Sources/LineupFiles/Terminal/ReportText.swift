import Lineup
import LineupReports

/// A report as text for a terminal: the title, what was found, the sections one below the other, the proof.
package struct ReportText {
  private let report: Report
  private let style: TextStyle

  package init(_ report: Report, style: TextStyle) {
    self.report = report
    self.style = style
  }

  package var text: String {
    var head = style.paint(line(report.title), .bold) + "\n"
    if let verdict = report.verdict, shows(verdict.media) { head += sentence(verdict) }
    if !summary.isEmpty { head += summary + "\n" }
    var parts = [head]
    for section in report.sections where shows(section.media) {
      let text = self.text(of: section)
      if !text.isEmpty { parts.append(text) }
    }
    if let proof = report.proof, shows(proof.media) { parts.append(sentence(proof)) }
    let notes = report.notes.map { note in
      style.paint("\(Words.Rendering.note): \(line(note))", .yellow) + "\n"
    }
    if !notes.isEmpty { parts.append(notes.joined()) }
    return parts.joined(separator: "\n")
  }

  private func shows(_ media: Media) -> Bool { media.contains(.terminal) }

  /// The facts, then the figures, in one line.
  private var summary: String {
    let facts = shows(report.factMedia) ? report.facts : []
    return (facts + report.figures.compactMap(\.brief)).map(line).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  private func line(_ text: String) -> String { DisplayWidth.singleLine(text) }
  private func line(_ phrase: Phrase) -> String { line(phrase.text(.written)) }

  private func colour(_ tone: Report.Tone) -> TextStyle.Colour? {
    switch tone {
    case .plain: nil
    case .good: .green
    case .warning: .yellow
    case .bad: .red
    }
  }

  private func painted(_ text: String, _ tone: Report.Tone) -> String {
    colour(tone).map { style.paint(text, $0) } ?? text
  }

  /// The headline, and behind it the detail and the work.
  private func sentence(_ verdict: Report.Verdict) -> String {
    var text = painted(line(verdict.headline), verdict.tone)
    if let detail = verdict.detail.map(line) { text += ": " + detail + (detail.hasSuffix(".") ? "" : ".") }
    if let work = verdict.work { text += " (\(line(work)))" }
    return text + "\n"
  }

  // MARK: Sections

  private func text(of section: Report.Section) -> String {
    var parts: [String] = []
    var top = section.brief.flatMap { shows($0.media) ? line($0, isHeading: true) : nil } ?? ""
    top += section.cards.map(card).joined(separator: section.cards.contains { $0.style != nil } ? "\n" : "")
    if let table = section.table, shows(table.media), !table.rows.isEmpty {
      // Where the heading asks for it, the table stands right below.
      let body = TerminalTable(table, style: style).text
      if section.brief == nil || section.cards.isEmpty == false || !endsWithColon(section.brief) {
        if !top.isEmpty { parts.append(top) }
        top = body
      } else {
        top += body
      }
    }
    if !top.isEmpty { parts.append(top) }
    let lines = section.lines.filter { shows($0.media) }.map { line($0, isHeading: false) }
    if !lines.isEmpty { parts.append(lines.joined()) }
    return parts.joined(separator: "\n")
  }

  private func endsWithColon(_ line: Report.Line?) -> Bool {
    line?.words.text(.written).hasSuffix(":") ?? false
  }

  private func line(_ line: Report.Line, isHeading: Bool) -> String {
    let words = self.line(line.words)
    guard let label = line.label else {
      return (isHeading && endsWithColon(line) ? style.paint(words, .bold) : painted(words, line.tone)) + "\n"
    }
    return painted(self.line(label) + ": ", line.tone) + words + "\n"
  }

  // MARK: Cards

  /// What a card is about, and its lines below, indented.
  private func card(_ card: Card) -> String {
    var text = ""
    var indent = "  "
    if let number = card.number {
      text += "  \(number). \(line(card.sentence))\n"
      indent = "     "
    } else {
      if let style = card.style { text += self.style.paint(line(style.label), .bold) + " " }
      text += line(card.sentence) + "\n"
    }
    for said in card.lines {
      text += indent + line(said.words)
      if !said.styles.isEmpty {
        let names = said.styles.prefix(Self.mostStyles).map { line($0.label) }.joined(separator: ", ")
        let more = said.styles.count - Self.mostStyles
        text += ": " + names + (more > 0 ? line(Words.Regrets.more(more)) : "")
      }
      text += "\n"
    }
    return text
  }

  /// Styles that a line names at most.
  private static let mostStyles = 6
}
