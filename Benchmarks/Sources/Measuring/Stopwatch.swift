/// Wall-clock seconds of steps, one after the other.
struct Stopwatch {
  private(set) var stages: [Measurement.Stage] = []

  mutating func time<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer {
      stages.append(Measurement.Stage(name: name, seconds: (ContinuousClock.now - start) / .seconds(1)))
    }
    return try body()
  }

  mutating func append(_ stages: [Measurement.Stage]) {
    self.stages += stages
  }
}
