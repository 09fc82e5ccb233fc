/// What it took to read a catalog, several times.
struct ReadingMeasurement {
  var fileSize: Int
  var seconds: [Double] = []
  var processorSeconds: [Double] = []
  /// In bytes.
  var peakMemory = 0
}

/// Readings as a table for people.
enum ReadingTable {
  static let header =
    "catalog                     MB       min    median       CPU    MB/s  memory MB  x file"

  static func line(_ name: String, _ measurement: ReadingMeasurement) -> String {
    let seconds = measurement.seconds.sorted()
    let processor = measurement.processorSeconds.sorted()
    let middle = seconds.count / 2
    let size = Double(measurement.fileSize)
    let cells = [
      (size / 1e6, 1, 8), (seconds[0], 3, 10), (seconds[middle], 3, 10), (processor[middle], 3, 10),
      (size / 1e6 / seconds[middle], 0, 8), (Double(measurement.peakMemory) / 1e6, 0, 11),
      (Double(measurement.peakMemory) / size, 2, 8),
    ]
    return name + String(repeating: " ", count: max(1, 22 - name.count))
      + cells.map { value, digits, width in
        let text = MeasurementTable.fixed(value, digits)
        return String(repeating: " ", count: max(0, width - text.count)) + text
      }.joined()
  }
}
