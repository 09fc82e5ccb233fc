/// Process measurements as a table for people.
enum ProcessTable {
  static let header = "instance                    min    median       max       CPU     MB  exit"

  static func line(_ measurement: ProcessMeasurement) -> String {
    let seconds = measurement.seconds
    let processor = measurement.runs.map(\.processorSeconds).sorted()
    let middle = seconds.count / 2
    let numbers = [seconds[0], seconds[middle], seconds[seconds.count - 1], processor[middle]]
    let cells = numbers.map { padded(MeasurementTable.fixed($0, 3), 9) }
    let exits = Set(measurement.runs.map(\.exitCode)).sorted().map(String.init).joined(separator: ",")
    return measurement.name + String(repeating: " ", count: max(1, 22 - measurement.name.count))
      + cells.joined(separator: " ") + padded(String(measurement.peakMemory >> 20), 7) + padded(exits, 6)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
