import LineupFiles

func trayInTenLines() async throws {
  let catalog = try Catalog(file: "styles.csv")
  let scenario = try Scenario(
    name: "evening", items: .equal(50), minutes: 180, objective: [.margin: 1], goal: 936_000,
    rules: [
      Rule("women", .sum(.items, .between(24, 28), of: ["gender": "women"])),
      Rule("heroes", .share(of: ["role": "hero"], .between(0.15, 0.25))),
      Rule("look-alikes", .each("family", .atMost(1))),
    ])
  let result = try await ShowSession(Show(scenario, catalog: catalog)).solve()
  for item in result.tray?.items ?? [] { print(item.spu, item.pitch, item.gmv) }
}
