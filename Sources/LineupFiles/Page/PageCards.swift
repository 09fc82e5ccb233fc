import LineupReports

/// Cards of a report in a page: a style each, what there is to say of it, who would go and come.
enum PageCards {
  static func html(_ cards: [Card]) -> String {
    guard !cards.isEmpty else { return "" }
    let hasPictures = cards.contains { card in
      card.style?.picture != nil || card.lines.contains { $0.styles.contains { $0.picture != nil } }
    }
    var html =
      hasPictures
      ? "<div class=\"tools boxes\"><label><input type=\"checkbox\" data-shows=\"pictures\"> \(HTMLText.escaped(Words.Rendering.showPictures))</label></div>\n"
      : ""
    html += "<div class=\"stories\">\n"
    for card in cards { html += self.html(card) }
    return html + "</div>\n"
  }

  private static func html(_ card: Card) -> String {
    var html = "<article class=\"card story \(card.tone.rawValue)\">"
    if let style = card.style {
      html += "<h3>\(name(style))</h3>"
    } else if let number = card.number {
      html += "<h3>\(number). \(HTMLText.phrase(card.sentence.capitalized))</h3>"
    }
    if card.number == nil { html += "<p>\(HTMLText.phrase(card.sentence.capitalized))</p>" }
    for line in card.lines {
      html += "<p class=\"line \(line.tone.rawValue)\">\(HTMLText.phrase(line.words.capitalized))"
      if !line.styles.isEmpty {
        html += "</p><ul>" + line.styles.map { "<li>\(name($0))</li>" }.joined() + "</ul>"
      } else {
        html += "</p>"
      }
    }
    return html + "</article>\n"
  }

  private static func name(_ style: StyleName) -> String {
    let picture = style.picture.map { PageTable.picture(HTMLText.escaped($0)) + " " } ?? ""
    let name = style.name.map { " \(HTMLText.escaped($0))" } ?? ""
    return picture + "<span class=\"spu\">\(HTMLText.escaped(style.spu))</span>" + name
  }
}
