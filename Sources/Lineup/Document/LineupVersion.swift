/// The product's version, which `lineup --version` prints and every document says.
package enum LineupVersion {
  package static let text = "0.2.0"
}
