import LineupFiles

func answers() async throws {
  let session = ShowSession(try Show(file: "september.yaml"))
  let best = try await session.solve(SolveSettings(timeLimit: 60))
  guard let tray = best.tray else {
    print(best.conflict ?? "no tray was found in time")
    return
  }

  for price in try await session.rulePrices()?.prices ?? [] {
    print(price.row, "costs", price.fromDropping.least)
  }
  for regret in try await session.regrets(of: ["A1044"]) ?? [] {
    print(regret.spu, "would cost", regret.loss ?? 0, "and displace", regret.displaced)
  }

  let late = LateChanges(withdrawn: ["B77"], stock: [("A1044", 0)])
  for change in try await session.adjust(TrayList(tray), after: late).changes {
    print(change.leaving?.spu ?? "-", "→", change.joining?.spu ?? "-", change.gain)
  }

  let shorter = try await session.compare(["two hours": ["show.minutes=120"]])
  let goals = try await session.frontier(varying: "goal.gmv=600000..1200000", steps: 13)

  let page = try Answer(best, of: session.show).encoded(as: .html)
  let workbook = try Answer(shorter).encoded(as: .xlsx)
  let curve = try Answer(goals).encoded(as: .json)
  print(page.count, workbook.count, curve.count)
}
