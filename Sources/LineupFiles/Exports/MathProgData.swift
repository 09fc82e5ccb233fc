import Lineup

/// The data of `Models/lineup.mod` for a show.
struct MathProgData {
  let text: String
  init(_ show: Show) { text = "" }
}
