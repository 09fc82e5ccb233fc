#if Workbooks
  import CXLSXWriter
  import Foundation
  import Lineup

  /// A workbook that is being written with libxlsxwriter, which frees everything when it is closed.
  struct WorkbookDocument: ~Copyable {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    /// Formats by what they are for; libxlsxwriter owns them.
    private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
    /// Names of sheets so far; Excel keeps one for itself.
    private var names: Set<String> = ["history"]
    /// UTF-16 units that Excel lets a name have.
    private static let longestName = 31
    /// Where the tables of sections stand, for formulas of others.
    var tables: [String: SheetPlace] = [:]

    /// The bytes of the workbook that `body` writes.
    /// - Parameter path: Where the bytes will go, for messages.
    static func bytes(
      namedFor path: String, _ body: (inout WorkbookDocument) throws(LineupError) -> Void
    ) throws(LineupError) -> [UInt8] {
      let temporary = FileManager.default.temporaryDirectory
        .appending(path: "lineup-\(UUID().uuidString).xlsx").path(percentEncoded: false)
      let entry = UnfinishedFiles.add(Array(temporary.utf8CString))
      defer {
        unlink(temporary)
        entry.forget()
      }
      guard let workbook = workbook_new(temporary) else { throw failure("no memory", path) }
      var document = WorkbookDocument(workbook: workbook)
      do throws(LineupError) {
        try body(&document)
      } catch {
        lxw_workbook_free(workbook)
        throw error
      }
      let code = workbook_close(workbook)
      guard code == LXW_NO_ERROR else { throw failure(String(cString: lxw_strerror(code)), path) }
      return try FileBytes.contents(of: temporary)
    }

    private init(workbook: UnsafeMutablePointer<lxw_workbook>) {
      self.workbook = workbook
    }

    /// A new sheet; its name is made fit for Excel and unique.
    mutating func addSheet(
      _ title: String
    ) throws(LineupError) -> (sheet: UnsafeMutablePointer<lxw_worksheet>, name: String) {
      let legal = String(title.map { "[]:*?/\\'".contains($0) || $0.isNewline ? " " : $0 })
        .trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
      let name = legal.isEmpty ? "Sheet" : legal
      var attempt = Self.shortened(name, to: Self.longestName)
      var number = 2
      while !names.insert(attempt.lowercased()).inserted {
        let ending = " \(number)"
        attempt = Self.shortened(name, to: Self.longestName - ending.utf16.count) + ending
        number += 1
      }
      guard let sheet = workbook_add_worksheet(workbook, attempt) else {
        throw Self.failure("the sheet \"\(attempt)\" cannot be made", attempt)
      }
      return (sheet, attempt)
    }

    /// The first characters of a name that have at most so many UTF-16 units.
    private static func shortened(_ name: String, to most: Int) -> String {
      var shortened = name
      while shortened.utf16.count > most { shortened.removeLast() }
      return shortened
    }

    /// The format of a look, made once.
    mutating func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
      if let known = formats[look] { return known }
      guard let format = workbook_add_format(workbook) else { return nil }
      if look.isBold { format_set_bold(format) }
      if let size = look.size { format_set_font_size(format, size) }
      if let colour = look.colour { format_set_font_color(format, colour) }
      if let fill = look.fill { format_set_bg_color(format, fill) }
      if let digits = look.digits { format_set_num_format(format, digits) }
      if look.hasLine { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      if look.wraps { format_set_text_wrap(format) }
      if look.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      formats[look] = format
      return format
    }

    private static func failure(_ reason: String, _ path: String) -> LineupError {
      LineupError(
        [Problem(.fileUnwritable(reason: reason), at: SourceLocation(source: path))], kind: .output)
    }
  }

  /// How a cell looks.
  struct CellLook: Hashable {
    var isBold = false
    var size: Double?
    var colour: UInt32?
    var fill: UInt32?
    /// Excel's own pattern of a number.
    var digits: String?
    var hasLine = false
    var wraps = false
    var isRight = false
  }
#endif
