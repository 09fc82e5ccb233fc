/// What became of the rows of a catalog's files: nothing is left out without being counted.
package struct CatalogFlow: Sendable, Equatable {
  /// Rows with text below the headers.
  package var rows = 0
  /// Rows of sums.
  package var totals = 0
  /// Titles of sections.
  package var titles = 0
  /// Rows that met a condition of `leave_out`, one condition after another, as written.
  package var leftOut: [Part] = []
  /// Rows that are equal to another in every cell.
  package var equalRows = 0
  package var styles = 0
  /// What the rows hold of stock, and what the styles have of it; `nil` where the files have no stock.
  package var stock: Amounts?
  package var tables: [Table] = []

  package init() {}

  /// Some rows under a name.
  package struct Part: Sendable, Equatable {
    package var name: String
    package var rows: Int
  }

  /// An amount in the files, and what of it is used.
  package struct Amounts: Sendable, Equatable {
    package var inFiles: Double
    package var used: Double
  }

  /// What became of the rows of a table beside the catalog.
  package struct Table: Sendable, Equatable {
    package var name: String
    package var file: String
    /// Rows with text below its header.
    package var rows = 0
    /// Rows that its `where` does not choose.
    package var notChosen = 0
    /// Rows whose key is a style.
    package var used = 0
    /// Rows whose key is no style, or that have none.
    package var keyOfNoStyle = 0
    /// Styles without a row.
    package var stylesWithout = 0

    package init(name: String, file: String) {
      self.name = name
      self.file = file
    }
  }

  /// Rows that became no part of a style.
  package var rowsLeftOut: Int { totals + titles + leftOut.reduce(0) { $0 + $1.rows } + equalRows }
}
