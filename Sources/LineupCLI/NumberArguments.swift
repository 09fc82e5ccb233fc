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

/// A size of memory: `4GB`, `500 MB`, `64k`.
struct MemoryArgument: ExpressibleByArgument {
  var bytes: Int

  init?(argument: String) {
    let text = argument.lowercased().replacing(" ", with: "")
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let powers = ["": 0, "b": 0, "k": 1, "kb": 1, "m": 2, "mb": 2, "g": 3, "gb": 3, "t": 4, "tb": 4]
    guard let power = powers[String(text.dropFirst(digits.count))],
      let number = ScalarText.number(String(digits)), number >= 0
    else { return nil }
    bytes = Int(saturating: (0..<power).reduce(number) { size, _ in size * 1024 })
  }
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
