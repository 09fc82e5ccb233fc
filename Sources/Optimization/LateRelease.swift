import Dispatch

/// Frees what takes long to free while its last user goes on.
package enum LateRelease {
  /// A program of fewer entries is freed in no time.
  private static let leastNonzeros = 1 << 20

  /// Lets go of a program that nobody else holds, on another thread. Hundreds of megabytes take tens of milliseconds, for
  /// which nobody whose search was stopped should have to wait.
  package static func release(_ program: consuming Program) {
    guard program.nonzeroCount >= leastNonzeros else { return }
    DispatchQueue.global().async { [last = consume program] in withExtendedLifetime(last) {} }
  }
}
