import Foundation
import Optimization

/// The program as free MPS that GLPK, HiGHS, CBC, SCIP and CP-SAT read alike: to be minimised (the
/// negated objective), without OBJSENSE, RANGES or constant; a row with two bounds is two rows.
func modelFile(_ program: Program) -> String {
  var text = "NAME program\nROWS\n N cost\n"
  var rowNames: [[(name: String, sign: String, bound: Double)]] = []
  for row in 0..<program.rowCount {
    let (lower, upper) = (program.lower[row], program.upper[row])
    if lower == upper {
      rowNames.append([("r\(row)", "E", lower)])
    } else {
      rowNames.append(
        (lower > -.infinity ? [("l\(row)", "G", lower)] : [])
          + (upper < .infinity ? [("u\(row)", "L", upper)] : []))
    }
    for name in rowNames[row] { text += " \(name.sign) \(name.name)\n" }
  }
  for group in 0..<program.groupCount { text += " L g\(group)\n" }
  text += "COLUMNS\n MARK MARKER INTORG\n".replacingOccurrences(of: "MARKER", with: "'MARKER'")
    .replacingOccurrences(of: "INTORG", with: "'INTORG'")
  for column in 0..<program.columnCount {
    text += " x\(column) cost \(-program.objective[column])\n"
    for position in program.columnStart[column]..<program.columnStart[column + 1] {
      for name in rowNames[Int(program.rowIndex[position])] {
        text += " x\(column) \(name.name) \(program.coefficient[position])\n"
      }
    }
    if program.group[column] >= 0 { text += " x\(column) g\(program.group[column]) 1\n" }
  }
  text += " MARK 'MARKER' 'INTEND'\n"
  for row in 0..<program.rowCount where program.penalty[row] < .infinity {
    for name in rowNames[row] {
      if name.sign != "L" {
        text += " s\(name.name) cost \(program.penalty[row])\n s\(name.name) \(name.name) 1\n"
      }
      if name.sign != "G" {
        text += " t\(name.name) cost \(program.penalty[row])\n t\(name.name) \(name.name) -1\n"
      }
    }
  }
  text += "RHS\n"
  for names in rowNames {
    for name in names where name.bound != 0 { text += " RHS \(name.name) \(name.bound)\n" }
  }
  for group in 0..<program.groupCount { text += " RHS g\(group) 1\n" }
  text += "BOUNDS\n"
  for column in 0..<program.columnCount { text += " UP BND x\(column) 1\n" }
  return text + "ENDATA\n"
}
