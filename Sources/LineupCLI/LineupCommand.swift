import ArgumentParser
@main struct LineupCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "lineup") }
