import ArgumentParser
import LineupFiles

/// A number of seconds above 0.
struct PositiveSeconds: ExpressibleByArgument {
  var seconds: Double

  init?(argument: String) {
    guard let seconds = ScalarText.number(argument), seconds > 0, seconds <= NumberLimits.seconds else {
      return nil
    }
    self.seconds = seconds
  }
}

/// A share of at most 100%: `0.1%` or `0.001`.
struct ShareArgument: ExpressibleByArgument, CustomStringConvertible {
  var share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    guard let share = ScalarText.number(argument, shares: true), (0...1).contains(share) else { return nil }
    self.share = share
  }

  var description: String { "\(share)" }
}

/// `A1044=0`
struct StockArgument: ExpressibleByArgument {
  var spu: String
  var units: Double

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), equals > argument.startIndex,
      let units = ScalarText.number(String(argument[argument.index(after: equals)...])), units >= 0,
      NumberLimits.allow(units)
    else { return nil }
    spu = String(argument[..<equals])
    self.units = units
  }
}

/// What an option that counts takes, for `validate()`.
func checkCount(_ count: Int, _ option: String, _ allowed: ClosedRange<Int>) throws {
  guard !allowed.contains(count) else { return }
  let most =
    allowed.upperBound == NumberLimits.count
    ? "or more, up to \(allowed.upperBound)" : "to \(allowed.upperBound)"
  throw ValidationError("\(option) takes \(allowed.lowerBound) \(most).")
}
