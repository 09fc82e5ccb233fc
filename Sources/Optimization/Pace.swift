/// Passes over millions of columns, made in slices between which the search can be stopped.
///
/// A pass that was stopped has seen a part of its columns. Whoever passes asks afterwards whether the search must
/// stop, and draws no conclusion then.
struct Pace {
  var mustStop: () -> Bool = { false }
  /// Slices are no longer than this, whatever is asked for; for tests.
  var longestSlice = Int.max

  /// The numbers 0 ..< `count` in slices, fewer of them once the search must stop. A single slice is always made.
  func slices(_ count: Int, of length: Int = 1 << 16) -> some Sequence<Range<Int>> {
    let length = min(length, longestSlice)
    return stride(from: 0, to: count, by: length).lazy
      .prefix { _ in count <= length || !mustStop() }
      .map { $0..<min(count, $0 + length) }
  }

  /// How many slices `perform` makes.
  func sliceCount(_ count: Int, of length: Int) -> Int {
    let length = min(length, longestSlice)
    return (count + length - 1) / length
  }

  /// Runs a task for every slice, on every core; the slices are the same on any number of cores. It can be stopped between
  /// as many slices as the cores have begun.
  func perform(_ count: Int, slicesOf length: Int, _ task: (_ slice: Int, Range<Int>) -> Void) {
    let number = sliceCount(count, of: length)
    let length = min(length, longestSlice)
    for wave in slices(number, of: 2 * IndependentTasks.coreCount) {
      IndependentTasks.perform(wave.count, areSmall: number < 4) { index in
        let slice = wave.lowerBound + index
        task(slice, slice * length..<min(count, (slice + 1) * length))
      }
    }
  }
}
