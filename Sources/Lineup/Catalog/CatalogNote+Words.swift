extension CatalogNote: CustomStringConvertible {
  /// One line: what was done, how often, where, and an example.
  package var description: String {
    var line = (source.map { "\($0): " } ?? "") + (column.map { "\($0): " } ?? "")
    line += words
    if case .rowsDiffer(let spu, _) = kind, let example {
      line += ", such as \(spu) with \"\(Problem.shortened(example.written))\""
      line += " and \"\(Problem.shortened(example.read ?? ""))\""
    } else if let example {
      line += ", such as \"\(Problem.shortened(example.written))\""
      if let read = example.read { line += " read as \(read)" }
    }
    if !lines.isEmpty {
      line +=
        " (" + (lines[0].piece == nil ? "line " : "") + FileLine.list(lines)
        + (count > lines.count ? ", …" : "") + ")"
    }
    return line
  }

  private var words: String {
    switch kind {
    case .encoding(let name, .said): "read as \(name), as asked"
    case .encoding(let name, .marked): "read as \(name), as its byte order mark says"
    case .encoding(let name, .declared): "read as \(name), as the file itself says"
    case .encoding(let name, .guessed):
      "read as \(name), judged by its bytes; if names look wrong, say --encoding"
    case .brokenBytes: "\(cells("byte sequence")) that no UTF-8 text has, shown as \u{FFFD}"
    case .delimiter(let name): "cells are separated by \(name)"
    case .kind(let kind, let ending):
      "the file is \(kind), though its name ends in .\(ending); read as what it is"
    case .sheets(let names, let alike, let others): Self.words(sheets: names, alike: alike, others: others)
    case .lackingHeader(let header, let piece):
      "\(piece) has no column \"\(header)\"; it counts as missing in its rows"
    case .hiddenRows(true):
      "\(cells("hidden row")) read like the others; hidden: leave_out leaves out what the workbook hides"
    case .hiddenRows(false): "\(cells("hidden row")) left out (hidden: leave_out)"
    case .cellsWithoutHeader: "\(cells("cell")) under no header left out"
    case .titleRows(let text): "\(cells("row")) above the header left out (\"\(Problem.shortened(text))\")"
    case .totals: "\(cells("row")) of sums left out (totals: keep keeps them)"
    case .sectionTitles:
      "\(cells("row")) with one filled cell left out as titles of sections (totals: keep keeps them)"
    case .markedText: "\(cells("cell")) marked as text for a spreadsheet"
    case .spellings:
      "\(cells("cell")) spelt otherwise than most (case, width, invisible characters), taken as one value"
    case .seasonTags: "\(cells("style")) with a season tag that the season table names otherwise"
    case .invisibleInIDs(let names):
      "\(cells("id")) with invisible characters (\(names.joined(separator: ", "))); the scenario must write them too, so take them out"
    case .idsAlike(let one, let other):
      "\(cells("id")) that \(count == 1 ? "differs" : "differ") from another in case, width or invisible characters only stay styles of their own, such as \"\(InvisibleText.shown(one))\" and \"\(InvisibleText.shown(other))\""
    case .shortRows: "\(cells("row")) with fewer cells than headers; the rest counts as missing"
    case .amounts(let written): "\(cells("cell")) with \(written.words)"
    case .nextToZero: "\(cells("cell")) next to 0 (below 1e-9) taken as 0"
    case .missingWords: "\(cells("cell")) taken as missing"
    case .mappedValues: "\(cells("cell")) changed by \"values\""
    case .unusedSpelling(let text): "\"values\" lists \"\(text)\", which no cell has"
    case .duplicates(.first, _):
      "\(cells("row")) of an SPU met before left out but for cells that fill blank ones (on_duplicate: first)"
    case .duplicates(.last, _):
      "\(cells("row")) replaced by a later row of the same SPU (on_duplicate: last)"
    case .duplicates(.bestStock, _):
      "\(cells("row")) left out for a row of the same SPU with more stock (on_duplicate: best_stock)"
    case .duplicates(let policy, let styles):
      "\(cells("row")) of an SPU met before taken together, \(FigureText.counted(styles, "style")) in all (on_duplicate: \(policy.name))"
    case .rowsDiffer(_, let policy):
      "rows of one style differ in \(FigureText.counted(count, "style")); \(Self.choice(policy)) counts"
    case .equalRows(let held):
      "\(cells("row")) equal to another in every cell \(count == 1 ? "counts" : "count") once"
        + (held.isEmpty ? "" : "; \(count == 1 ? "it holds" : "they hold") \(held.joined(separator: ", "))")
        + " (equal_rows: keep counts all)"
    case .leftOut(let condition, let stock):
      "\(cells("row")) left out (leave_out: \(condition))"
        + (stock != 0 ? "; \(count == 1 ? "it holds" : "they hold") stock \(FigureText.number(stock))" : "")
    case .nameNextTo(let column): "a name of your own in \"columns\"; did you mean \(column)?"
    case .days: "\(cells("cell")) with a day read as year-month-day"
    case .tableRows(let name, let notChosen):
      "table \(name): \(cells("row")) used"
        + (notChosen > 0 ? ", \(FigureText.number(Double(notChosen))) not chosen by its where" : "")
    case .keysOfNoStyle(let name, let held):
      "table \(name): \(cells("row")) whose key is no style"
        + (held.isEmpty ? "" : "; \(count == 1 ? "it holds" : "they hold") \(held.joined(separator: ", "))")
    case .stylesWithoutRow(let name): "table \(name): \(cells("style")) without a row"
    case .mostlyNumbers: "text, because \(cells("cell")) among numbers cannot be read as one"
    case .settledNumbers(let mark, .said):
      "\(cells("cell")) read with a decimal \(mark), as \"numbers\" says"
    case .settledNumbers(let mark, .cell(let text, let column, let line)):
      "\(cells("cell")) read with a decimal \(mark), as \"\(Problem.shortened(text))\" shows ("
        + (column.map { "\($0), " } ?? "") + "\(line.words))"
    case .openNumbers:
      "text, because \(cells("cell")) can be read in two ways and nothing says which; nothing reads the column"
    case .idleMark: "\"numbers\" lists it, but no cell can be read in two ways"
    case .severalCurrencies(let signs):
      "amounts in several currencies (\(signs.joined(separator: " "))) are not converted"
    case .errorCells: "\(cells("cell")) with an error of the workbook taken as missing"
    case .openFormulas:
      "\(cells("formula")) without a stored value taken as missing; open and save the workbook in Excel"
    case .dates: "\(cells("cell")) with a date read as year-month-day"
    case .longNumbers:
      "\(cells("number")) of more than 15 digits taken as a spreadsheet shows \(count == 1 ? "it" : "them"), 15 digits and then zeros; ids keep all their digits as text"
    case .numbersAsText: "\(cells("cell")) that the workbook holds as text read as a number"
    case .mergedCells:
      "\(cells("area")) of merged cells among the rows; only the first cell of each has the value"
    }
  }

  /// `1 cell`, `12 cells`
  private func cells(_ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// Which of several cells of a style counts where no way is asked for.
  private static func choice(_ policy: DuplicatePolicy) -> String {
    switch policy {
    case .first, .ways: "the first filled"
    case .last: "the last filled"
    case .bestStock: "that of the row with the most stock"
    }
  }

  private static func words(sheets names: [String], alike: [String], others: Int) -> String {
    func quoted(_ names: [String]) -> String { FigureText.list(names.map { "\"\($0)\"" }, "and") }
    var words = names.count == 1 ? "read from the sheet " : "read from the sheets "
    words += quoted(names) + (names.count == 1 ? "" : ", one after another; lines are counted in each")
    if !alike.isEmpty {
      words += "; \(quoted(alike)) \(alike.count == 1 ? "has" : "have") the same header and "
      words +=
        "\(alike.count == 1 ? "is" : "are") not read: sheet: [\((names + alike).joined(separator: ", "))] reads all"
    }
    return words + (others > 0 ? "; \(others) other\(others == 1 ? "" : "s") not read" : "")
  }
}
