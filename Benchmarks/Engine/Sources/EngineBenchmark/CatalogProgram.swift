import Foundation
import Optimization

/// The records of a CSV file: quoted cells may hold commas, quotes and line ends.
func records(ofCSV text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var bytes = Array(text.utf8).makeIterator()
  var pending: UInt8?
  func endCell() {
    record.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  while let byte = pending ?? bytes.next() {
    pending = nil
    switch byte {
    case UInt8(ascii: "\"") where isQuoted:
      let following = bytes.next()
      if following == UInt8(ascii: "\"") {
        cell.append(byte)
      } else {
        isQuoted = false
        pending = following
      }
    case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
    case UInt8(ascii: ",") where !isQuoted: endCell()
    case UInt8(ascii: "\r") where !isQuoted: break
    case UInt8(ascii: "\n") where !isQuoted:
      endCell()
      records.append(record)
      record = []
    default: cell.append(byte)
    }
  }
  if !cell.isEmpty || !record.isEmpty {
    endCell()
    records.append(record)
  }
  return records
}

/// The three-hour show out of the catalog of 12,491 real styles, or one of its variants.
func catalogProgram(path: String, variant: String) throws -> Program {
  let table = records(ofCSV: try String(contentsOfFile: path, encoding: .utf8))
  guard let header = table.first else { return Program() }
  func position(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
  let (brandAt, genderAt, priceAt, colourAt) = (
    position("Product_Brand"), position("Gender"), position("Price"), position("Primary_Color")
  )
  let isShort = variant == "two-hours"
  let isPremium = variant == "premium"
  var program = Program()
  let items = Int32(program.addRow(lower: isShort ? 34 : 50, upper: isShort ? 40 : 60))
  let airTime = Int32(program.addRow(lower: -.infinity, upper: isShort ? 110 : 170))
  var quotas: [String: Int32] = [:]
  quotas["Women"] = Int32(program.addRow(lower: isShort ? 20 : 30, upper: isShort ? 20 : 30))
  quotas["Men"] = Int32(program.addRow(lower: isShort ? 6 : 10, upper: isShort ? 10 : 15))
  for name in ["Boys", "Girls"] {
    quotas[name] = Int32(program.addRow(lower: isShort ? 3 : 5, upper: .infinity))
  }
  let fullLeast = Int32(program.addRow(lower: 0, upper: .infinity))
  let fullMost = Int32(program.addRow(lower: -.infinity, upper: 0))
  let averageLeast = Int32(program.addRow(lower: 0, upper: .infinity))
  let averageMost = Int32(program.addRow(lower: -.infinity, upper: 0))
  let (averageFrom, averageTo) = isPremium ? (1500.0, 2500.0) : (800, 1500)
  let bargains = isPremium ? nil : Int32(program.addRow(lower: 10, upper: .infinity))
  var brands: [String: Int32] = [:]
  var colours: [String: Int32] = [:]

  var group: Int32 = 0
  for record in table.dropFirst() where record.count > 1 {
    func cell(_ index: Int) -> String {
      index < record.count ? record[index].trimmingCharacters(in: .whitespacesAndNewlines) : ""
    }
    guard let price = Double(cell(priceAt)), price >= 300, price <= 5000 else { continue }
    let (brand, colour) = (cell(brandAt), cell(colourAt))
    if !brand.isEmpty, brands[brand] == nil { brands[brand] = Int32(program.addRow(lower: 0, upper: 3)) }
    if !colour.isEmpty, colours[colour] == nil {
      colours[colour] = Int32(program.addRow(lower: 0, upper: 12))
    }
    for (minutes, lift, isFull) in [(6.0, 1.4, true), (3, 1, false), (2, 0.7, false)]
    where !isFull || price >= 1500 {
      var entries: [(row: Int32, coefficient: Double)] = [
        (items, 1), (airTime, minutes), (fullLeast, (isFull ? 1 : 0) - 0.1),
        (fullMost, (isFull ? 1 : 0) - 0.2), (averageLeast, price - averageFrom),
        (averageMost, price - averageTo),
      ]
      if let row = quotas[cell(genderAt)] { entries.append((row, 1)) }
      if let row = brands[brand] { entries.append((row, 1)) }
      if let row = colours[colour] { entries.append((row, 1)) }
      if let bargains, price <= 600 { entries.append((bargains, 1)) }
      program.addColumn(objective: price * min(100, 12 * lift), group: group, entries: entries)
    }
    group += 1
  }
  return program
}
