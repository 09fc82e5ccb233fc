import Lineup

extension ShowSession {
  /// The show beside changes of it, each with its best tray.
  ///
  ///     let comparison = try await session.compare(["two hours": ["show.minutes=120"]])
  ///
  /// - Parameter changes: settings on top of the scenario by the name that the answer calls them by. A change that
  ///   cannot be solved says so in its entry and stops no other.
  public func compare(
    _ changes: KeyValuePairs<String, [String]>, _ settings: SolveSettings = SolveSettings()
  ) async throws(LineupError) -> Comparison {
    let changes = changes.map { (name: $0.key, settings: $0.value) }
    return try await answer { show, isCancelled throws(LineupError) in
      var contenders = [Comparison.Contender(name: show.scenario.name, show: .success(show))]
      for change in changes {
        let changed = Result { () throws(LineupError) in try show.applying(change.settings) }
        contenders.append(Comparison.Contender(name: change.name, show: changed))
      }
      return Comparison(of: contenders, settings, isCancelled: isCancelled)
    }
  }

  /// The best tray for each value of a setting; where the sales goal moves, the largest that can be reached too.
  ///
  ///     let curve = try await session.frontier(varying: "goal.gmv=600000..1200000", steps: 13)
  ///
  /// - Parameters:
  ///   - setting: a path with a range of numbers, or with values such as `10%..,15%..,20%..`.
  ///   - steps: how many values a range makes, at least 2.
  public func frontier(
    varying setting: String, steps: Int = 13, _ settings: SolveSettings = SolveSettings()
  ) async throws(LineupError) -> Frontier {
    try await answer { show, isCancelled throws(LineupError) in
      let varied = try VariedSetting(setting, steps: steps, of: show.scenario)
      return try varied.frontier(
        of: show, settings,
        shows: { changes in
          changes.map { change in Result { () throws(LineupError) in try show.applying(change) } }
        }, isCancelled: isCancelled)
    }
  }
}
