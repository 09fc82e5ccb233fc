/// Where a part of a report is shown: what fits a page need not fit a terminal, and programs want other
/// columns than people.
package struct Media: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let terminal = Media(rawValue: 1)
  package static let page = Media(rawValue: 2)
  package static let workbook = Media(rawValue: 4)
  /// CSV as it is printed.
  package static let csv = Media(rawValue: 8)
  /// CSV as it is written to a file: the same unless the answer brings forth a tray, which can then be read
  /// back.
  package static let csvFile = Media(rawValue: 16)

  /// Pages and workbooks.
  package static let desk: Media = [.page, .workbook]
  package static let people: Media = [.terminal, .page, .workbook]
  package static let programs: Media = [.csv, .csvFile]
  package static let everywhere: Media = [.people, .programs]
}
