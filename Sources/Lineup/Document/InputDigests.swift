/// What an answer was made of: the SHA-256 of bytes as they were read, in hexadecimal.
///
/// With them a program that keeps answers knows which of them are out of date.
package struct InputDigests: Sendable, Equatable {
  /// Of the scenario's file, before any variant or setting; `nil` where it was not read from bytes.
  package var scenario: String?
  /// Of the catalog's file; `nil` where its rows stand in the scenario or a caller gave them.
  package var catalog: String?

  package init(scenario: String? = nil, catalog: String? = nil) {
    self.scenario = scenario
    self.catalog = catalog
  }

  /// What several answers have in common; `nil` where they were made of different files.
  static func common(_ all: [InputDigests]) -> InputDigests {
    func shared(_ digest: (InputDigests) -> String?) -> String? {
      let digests = Set(all.map(digest))
      return digests.count == 1 ? digests.first ?? nil : nil
    }
    return InputDigests(scenario: shared(\.scenario), catalog: shared(\.catalog))
  }
}
