import LineupFiles

let session = ShowSession(try Show(file: CommandLine.arguments.dropFirst().first ?? "show.yaml"))
let run = session.start(SolveSettings(timeLimit: 60))
for await progress in run.progress { print("after \(progress.seconds) s:", progress.incumbent ?? 0) }
let result = try await run.result()
print(result.status, result.value ?? 0, result.conflict ?? "")
for item in result.tray?.items ?? [] {
  print(item.spu, item.name ?? "", item.pitch, item.minutes, item.gmv)
}
for price in try await session.rulePrices()?.prices.prefix(3) ?? [] {
  print(price.row, "costs", price.fromDropping.least)
}
print(try Answer(result, of: session.show).encoded(as: .json).count, "bytes of JSON")
