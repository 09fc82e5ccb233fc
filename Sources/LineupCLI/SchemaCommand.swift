import ArgumentParser
import LineupFiles

/// `lineup schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a document, or lists the documents.",
    discussion: """
      Schemas are of the draft 2020-12. Within a version of a document, such as lineup/result@1, members
      are only added: a program that passes over members it does not know goes on working.

        lineup schema
        lineup schema result > result.schema.json
      """)

  @Argument(help: "The document, such as result; without it they are listed.")
  var name: String?

  @OptionGroup var problems: ProblemArguments

  func run() throws {
    try CommandOutcome.run {
      if let name { return try StandardOutput.write(Schema(named: name).text) }
      let width = Schema.all.map(\.name.count).max() ?? 0
      for schema in Schema.all {
        let space = String(repeating: " ", count: width - schema.name.count)
        try StandardOutput.write("\(schema.name)\(space)  \(schema.summary)\n")
      }
    }
  }
}
