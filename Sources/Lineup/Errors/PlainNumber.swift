import Optimization

/// A number without a needless `.0`.
package func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int(saturating: number)) : String(number)
}
