import Lineup

/// What `lineup solve` says.
public struct SolveReport: AnswerReport {
  private let result: SolveResult
  private let show: Show
  private let leftOut: [LeftOut]

  /// - Parameter leftOut: The next best styles and what each would cost, where that was asked for.
  public init(_ result: SolveResult, of show: Show, leftOut: [LeftOut] = []) {
    self.result = result
    self.show = show
    self.leftOut = leftOut
  }

  public func text(style: TextStyle) -> String { TrayText(result).text(style: style) }
  public var json: String { ResultDocument(result).json }
  public var csv: [UInt8] { TrayCSV(result).bytes }
  public var report: Report { Report(result, of: show, leftOut: leftOut) }
}
