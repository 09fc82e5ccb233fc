/// Passes over millions of columns, made in slices between which the search can be stopped.
///
/// A pass that was stopped has seen a part of its columns. Whoever passes asks afterwards whether the search must
/// stop, and draws no conclusion then.
struct Pace {
  var mustStop: () -> Bool = { false }

  /// The numbers 0 ..< `count` in slices, fewer of them once the search must stop.
  func slices(_ count: Int, of length: Int = 1 << 16) -> some Sequence<Range<Int>> {
    stride(from: 0, to: count, by: length).lazy
      .prefix { $0 == 0 || !mustStop() }
      .map { $0..<min(count, $0 + length) }
  }

  /// Runs a task for every slice, on every core; the slices are the same on any number of cores.
  func perform(_ count: Int, sliceLength: Int, _ task: (_ slice: Int, Range<Int>) -> Void) {
    let slices = (count + sliceLength - 1) / sliceLength
    for wave in self.slices(slices, of: 8) {
      IndependentTasks.perform(wave.count, areSmall: slices < 4) { index in
        let slice = wave.lowerBound + index
        task(slice, slice * sliceLength..<min(count, (slice + 1) * sliceLength))
      }
    }
  }
}
