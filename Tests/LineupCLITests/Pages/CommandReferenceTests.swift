import Foundation
import TestSupport
import Testing

/// The article on commands, which is made from what the commands say of themselves.
@Suite struct CommandReferenceTests {
  /// What `--experimental-dump-help` says.
  private struct Help: Decodable {
    var command: Command

    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var discussion: String?
      var arguments: [Argument]?
      var subcommands: [Command]?
    }

    struct Argument: Decodable, Equatable {
      var kind: String
      var names: [Name]?
      var valueName: String?
      var abstract: String?
      var defaultValue: String?
      var allValues: [String]?
      var isOptional: Bool

      struct Name: Decodable, Equatable {
        var kind: String
        var name: String
      }
    }
  }

  /// An option of as many commands stands in a section of its own.
  private static let many = 5

  private static let head = """
    # Command reference

    Every command of `lineup`, and everything that each of them takes.

    ## Overview

    `lineup help solve` says the same of a command. `lineup --generate-completion-script bash` (or zsh, fish) makes
    completions for your shell. <doc:AnswersOnTheCommandLine> shows what the commands answer, and <doc:Documents> what
    programs read. This page is made by a test; `RECORD_SNAPSHOTS=1 swift test --filter CommandReferenceTests` makes
    it anew.


    """

  @Test func `the reference of commands is what the commands say`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Lineup.run(["--experimental-dump-help"], in: folder.path)
    let help = try JSONDecoder().decode(Help.self, from: outcome.output).command
    let commands = (help.subcommands ?? []).filter { $0.commandName != "help" }
    #expect(commands.count >= 12)
    let all = commands.flatMap { Self.arguments(of: $0) }
    var shared: [Help.Argument] = []
    for argument in all where !shared.contains(argument) && all.count(where: { $0 == argument }) >= Self.many
    {
      shared.append(argument)
    }
    var text = Self.head
    for command in commands { text += Self.section(command, shared) }
    text += "### What many commands take\n\n" + Self.table(shared)
    try expectRecorded(text, in: Article.documentation("CommandReference").path)
  }

  private static func arguments(of command: Help.Command) -> [Help.Argument] {
    (command.arguments ?? []).filter { argument in
      !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
  }

  private static func section(_ command: Help.Command, _ shared: [Help.Argument]) -> String {
    var text = "### lineup \(command.commandName)\n\n\(command.abstract ?? "")\n\n"
    for paragraph in (command.discussion ?? "").components(separatedBy: "\n\n") where !paragraph.isEmpty {
      text += paragraph.hasPrefix("  ") ? "```\n\(unindented(paragraph))\n```\n\n" : "\(paragraph)\n\n"
    }
    let own = arguments(of: command).filter { !shared.contains($0) }
    if !own.isEmpty { text += table(own) + "\n" }
    let others = arguments(of: command).filter(shared.contains).map { "`\(name($0))`" }
    if !others.isEmpty {
      let also = own.isEmpty ? "It takes" : "It takes, too,"
      text +=
        "\(also) \(others.joined(separator: ", ")): see <doc:CommandReference#What-many-commands-take>.\n\n"
    }
    return text
  }

  private static func unindented(_ paragraph: String) -> String {
    paragraph.components(separatedBy: "\n").map { String($0.trimmingPrefix("  ")) }.joined(separator: "\n")
  }

  private static func table(_ arguments: [Help.Argument]) -> String {
    "| takes | unless said | does |\n|---|---|---|\n"
      + arguments.map { argument in
        var words = argument.abstract ?? ""
        if let values = argument.allValues, argument.valueName.map({ !$0.contains("|") }) ?? true {
          words += " One of " + values.map { "`\($0)`" }.joined(separator: ", ") + "."
        }
        let standard = argument.defaultValue.map { "`\($0)`" } ?? (argument.isOptional ? "" : "required")
        return "| `\(cell(full(argument)))` | \(standard) | \(cell(words)) |\n"
      }.joined()
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// `-o`, `--format` or `SCENARIO`
  private static func name(_ argument: Help.Argument) -> String {
    guard let names = argument.names, !names.isEmpty else { return (argument.valueName ?? "").uppercased() }
    let short = names.first { $0.kind == "short" }
    return short.map { "-\($0.name)" } ?? "--\(names[0].name)"
  }

  /// `-o, --output FILE`
  private static func full(_ argument: Help.Argument) -> String {
    guard let names = argument.names, !names.isEmpty else { return name(argument) }
    let spelt = names.sorted { $0.kind > $1.kind }.map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }
    let value = argument.kind == "flag" ? "" : " " + (argument.valueName ?? "").uppercased()
    return spelt.joined(separator: ", ") + value
  }
}
