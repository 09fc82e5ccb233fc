/// A style as it is named among others: never by its id alone where it has a name.
package struct StyleName: Sendable, Equatable {
  package var spu: String
  package var name: String?
  /// A link to its picture.
  package var picture: String?

  package init(spu: String, name: String? = nil, picture: String? = nil) {
    self.spu = spu
    self.name = name
    self.picture = picture
  }

  /// `A1001 Wool coat`
  package var label: String { spu + (name.map { " \($0)" } ?? "") }
}

/// One thing and what there is to say of it, such as a style and why it is not on the tray.
package struct Card: Sendable, Equatable {
  /// A line of a card: words, or a list of styles under a label.
  package struct Line: Sendable, Equatable {
    package var words: Phrase
    package var styles: [StyleName]
    package var tone: Report.Tone

    package init(_ words: Phrase, styles: [StyleName] = [], tone: Report.Tone = .plain) {
      self.words = words
      self.styles = styles
      self.tone = tone
    }
  }

  /// What the card is about; `nil` where the sentence says it.
  package var style: StyleName?
  /// The place in a list; `nil` where the order says nothing.
  package var number: Int?
  package var sentence: Phrase
  package var lines: [Line]
  package var tone: Report.Tone

  package init(
    style: StyleName? = nil, number: Int? = nil, _ sentence: Phrase, lines: [Line] = [],
    tone: Report.Tone = .plain
  ) {
    self.style = style
    self.number = number
    self.sentence = sentence
    self.lines = lines
    self.tone = tone
  }
}
