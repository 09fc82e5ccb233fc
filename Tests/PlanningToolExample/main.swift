import LineupFiles

let file = try ShowFile(path: CommandLine.arguments.dropFirst().first ?? "show.yaml")
let show = try file.show(settings: Array(CommandLine.arguments.dropFirst(2)))
let run = show.start(SolveSettings(timeLimit: 60))
for await progress in run.progress { print("after \(progress.seconds) s:", progress.incumbent ?? 0) }
let result = try await run.result()
print(result.status, result.score?.value ?? 0)
for item in result.tray?.items ?? [] {
  print(item.spu, item.name ?? "", item.pitch, item.minutes, item.gmv)
}
