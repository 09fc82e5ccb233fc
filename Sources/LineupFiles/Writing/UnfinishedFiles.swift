import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary files of this process that are not whole yet, so that a signal that ends it can take
/// them away.
package enum UnfinishedFiles {
  /// A place for one name. Whoever takes the name out, by an exchange, owns its memory.
  fileprivate final class Slot: Sendable {
    /// The address of the name; 0 for none.
    private let address = Atomic<UInt>(0)

    /// Puts a name in, unless there is one.
    func put(_ name: UnsafeMutablePointer<CChar>) -> Bool {
      address.compareExchange(
        expected: 0, desired: UInt(bitPattern: name), ordering: .acquiringAndReleasing
      ).exchanged
    }

    func takeOut() -> UnsafeMutablePointer<CChar>? {
      UnsafeMutablePointer(bitPattern: address.exchange(0, ordering: .acquiringAndReleasing))
    }
  }

  /// As many as there are files in the making at once; those beyond are not known here.
  private static let slots = (0..<64).map { _ in Slot() }

  /// A name that is known here until it is forgotten.
  struct Entry: Sendable {
    fileprivate let slot: Slot?

    func forget() {
      if let name = slot?.takeOut() { free(name) }
    }
  }

  /// Makes a file's name known; to be called before the file is made.
  static func add(_ path: [CChar]) -> Entry {
    guard let name = path.withUnsafeBufferPointer({ $0.baseAddress.flatMap { strdup($0) } }) else {
      return Entry(slot: nil)
    }
    if let slot = slots.first(where: { $0.put(name) }) { return Entry(slot: slot) }
    free(name)
    return Entry(slot: nil)
  }

  /// Makes what a signal's handler needs, which must not be made there.
  package static func prepare() { _ = slots.count }

  /// Takes all of them away. Fit for a signal's handler: it calls nothing but `unlink`.
  package static func removeAll() {
    for slot in slots {
      if let name = slot.takeOut() { unlink(name) }
    }
  }
}
