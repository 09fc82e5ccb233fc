import Foundation
import TestSupport

/// An independent validator of JSON Schema: the package jsonschema of Python.
enum JSONSchema {
  static let isMissing = "python3 with jsonschema is not here"

  static let python = ["python3", "/usr/bin/python3"].lazy
    .compactMap { $0.hasPrefix("/") ? $0 : Program.path(of: $0) }
    .first {
      (try? Program.run($0, ["-c", "from jsonschema import Draft202012Validator"]).code) == 0
    }

  /// What is wrong with files, each against the schema of its format in the folder `schemas`; empty where all
  /// are as they should be.
  ///
  /// Objects are closed first: what no schema tells of is wrong too.
  static func complaints(about files: [String], in folder: TemporaryFolder) throws -> String {
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator

      def closed(schema):
          if isinstance(schema, dict):
              inner = {key: closed(value) for key, value in schema.items()}
              if "properties" in schema and isinstance(schema["properties"], dict):
                  inner["additionalProperties"] = False
                  required = set(schema.get("required", []))
                  unknown = required - set(schema["properties"])
                  if unknown: print("required, but not described:", sorted(unknown))
              return inner
          return [closed(value) for value in schema] if isinstance(schema, list) else schema

      validators = {}
      for path in sys.argv[1:]:
          text = open(path, encoding="utf-8").read()
          document = json.loads(text, parse_constant=lambda name: sys.exit(path + ": " + name))
          name = document["format"].split("/")[1].split("@")[0] if "format" in document else (
              "problems" if "problems" in document else "progress")
          if name not in validators:
              schema = json.load(open("schemas/" + name + ".json", encoding="utf-8"))
              Draft202012Validator.check_schema(schema)
              validators[name] = [Draft202012Validator(schema), Draft202012Validator(closed(schema))]
          for validator in validators[name]:
              for error in validator.iter_errors(document):
                  print(path, name, error.json_path, error.message[:300])
      """
    let outcome = try Program.run(python ?? "", ["-c", script] + files, in: folder.path)
    return outcome.text + outcome.errorText
  }

  /// Writes every schema to the folder `schemas`.
  static func writeSchemas(to folder: TemporaryFolder) throws {
    _ = try Shell.run("mkdir -p schemas", in: folder)
    for name in try names(in: folder) {
      let outcome = try Lineup.run(["schema", name], in: folder.path)
      try folder.write(outcome.text, to: "schemas/\(name).json")
    }
  }

  /// The documents that `lineup schema` lists.
  static func names(in folder: TemporaryFolder) throws -> [String] {
    try Lineup.run(["schema"], in: folder.path).text.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
