import Foundation

/// Measurements as a table for people, a line each.
struct MeasurementTable {
  private static let columns: [(title: String, width: Int)] = [
    ("instance", 22), ("options", 9), ("status", 10), ("read", 7), ("bind", 7), ("formulate", 9),
    ("presolve", 8), ("sift", 7), ("improve", 7), ("search", 8), ("audit", 7), ("write", 7), ("solve", 8),
    ("CPU", 8),
    ("all", 8), ("gap %", 8), ("nodes", 7), ("LP iter", 8), ("priced", 11), ("core", 6), ("MB", 6),
  ]

  static var header: String {
    row(columns.map(\.title))
  }

  static func line(_ measurement: Measurement) -> String {
    func seconds(_ name: String) -> String {
      let stages = measurement.stages.filter { $0.name == name }
      return stages.isEmpty ? "-" : fixed(stages.reduce(0) { $0 + $1.seconds }, 3)
    }
    var cells = [measurement.name, String(measurement.options), measurement.status]
    for column in columns[3..<12] { cells.append(seconds(column.title)) }
    cells.append(fixed(measurement.solveSeconds, 3))
    cells.append(fixed(measurement.processorSeconds, 3))
    cells.append(fixed(measurement.totalSeconds, 3))
    cells.append(measurement.gap.map { fixed(100 * $0, 4) } ?? "-")
    for count in [
      measurement.nodes, measurement.iterations, measurement.pricedOptions, measurement.coreOptions,
      measurement.peakMemory >> 20,
    ] { cells.append(String(count)) }
    return row(cells) + measurement.faults.map { "  FAULT: \($0)" }.joined()
  }

  private static func row(_ cells: [String]) -> String {
    zip(cells, columns).enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, cell.1.width - cell.0.count))
      return index == 0 ? cell.0 + padding : padding + cell.0
    }.joined(separator: " ")
  }

  static func fixed(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number)
  }
}
