/// What one run of one show came to.
struct Measurement: Codable {
  var name: String
  var spus: Int
  var options: Int
  var method: String
  var status: String
  var objective: Double?
  var bound: Double?
  var gap: Double?
  /// Seconds of each stage, in order: read, bind, formulate, the stages of the method, audit, write.
  var stages: [Stage]
  /// Seconds from the bound show to the audited tray.
  var solveSeconds: Double
  /// Processor time of the same: what a machine with nothing else to do would take.
  var processorSeconds: Double
  /// Greatest resident memory of the process so far, in bytes.
  var peakMemory: Int
  /// Counts that are the same on every machine.
  var nodes: Int
  var iterations: Int
  var pricedOptions: Int
  var coreOptions: Int
  /// What was not as it should be: no tray, a broken rule, a bound below the value.
  var faults: [String]

  struct Stage: Codable {
    var name: String
    var seconds: Double
  }

  var totalSeconds: Double { stages.reduce(0) { $0 + $1.seconds } }
}
