/// Index and value arrays as GLPK reads them: element 0 is there and never looked at.
///
/// One buffer serves many calls, so that adding a million columns allocates once.
package struct OneBased {
  private var indices: [Int32] = [0]
  private var values: [Double] = [0]

  package init() {}

  /// Calls `body` with the entries, indices raised by one, behind an unused first element.
  package mutating func with<Result>(
    indices source: some Collection<Int32>, values sourceValues: some Collection<Double>,
    _ body: (_ count: Int32, _ indices: UnsafePointer<Int32>, _ values: UnsafePointer<Double>) -> Result
  ) -> Result? {
    indices.removeLast(indices.count - 1)
    values.removeLast(values.count - 1)
    for index in source { indices.append(index + 1) }
    values.append(contentsOf: sourceValues)
    let count = Int32(indices.count - 1)
    return indices.withUnsafeBufferPointer { indices in
      values.withUnsafeBufferPointer { values in
        guard let first = indices.baseAddress, let firstValue = values.baseAddress else { return nil }
        return body(count, first, firstValue)
      }
    }
  }

  /// Calls `body` with `source` behind an unused first element.
  package static func with<Result>(
    values source: [Double], _ body: (_ values: UnsafePointer<Double>) -> Result
  ) -> Result? {
    ([0] + source).withUnsafeBufferPointer { values in values.baseAddress.map(body) }
  }
}
