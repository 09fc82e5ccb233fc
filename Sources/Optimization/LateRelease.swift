import Dispatch

/// Frees what takes long to free while its last user goes on.
package enum LateRelease {
  /// A program of fewer entries is freed in no time.
  private static let leastNonzeros = 1 << 20

  /// Lets go of a program on another thread. Hundreds of megabytes take tens of milliseconds, for which nobody whose
  /// search was stopped should have to wait.
  package static func release(_ program: Program) {
    guard program.nonzeroCount >= leastNonzeros else { return }
    // Not at once: whoever lets go last has to free it, and the caller still holds it.
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) {
      withExtendedLifetime(program) {}
    }
  }
}
