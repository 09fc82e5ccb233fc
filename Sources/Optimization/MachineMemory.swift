import Foundation

/// How much memory there is.
package enum MachineMemory {
  /// Bytes that a search may take unless it is told: half of what this process can have.
  package static let half = available / 2

  /// Bytes of the machine, or of the container that the process runs in.
  private static let available: Int = {
    let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap {
      path in
      (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    return limits.reduce(machine, min)
  }()
}
