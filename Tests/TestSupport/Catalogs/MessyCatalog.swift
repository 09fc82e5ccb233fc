/// A catalog as trades keep it, drawn at random: several rows a style, totals and titles, cells in forms,
/// tables beside it; what the contract makes of it is said by `MessyCatalog+Meaning.swift`, in other words and
/// by other means than the product's.
package struct MessyCatalog {
  /// How the ids of styles stand in the rows.
  package enum IDs: CaseIterable { case plain, before, part, second }

  /// What is done with further rows of a style.
  package enum Duplicates: Equatable {
    case none, first, last, best, rollUp
    case ways([String: String])
  }

  /// A table beside the catalog.
  package struct Table {
    package var name: String
    package var headers: [String]
    package var rows: [[String]]
    package var key: String
    /// A condition on one column.
    package var condition: (column: String, text: String)?
    package var columns: [(name: String, way: String, header: String, fallback: String?)]
    package var replaces = false
  }

  package var ids = IDs.plain
  package var headers: [String] = []
  package var rows: [[String]] = []
  /// The rows from here on are in a file of their own, with its columns in another order.
  package var split: Int?
  package var stockIsSum = false
  package var priceIsFirst = false
  package var categoryIsPart = false
  package var nameIsJoined = false
  package var colourIsAfter = false
  package var leavesOutNoID = false
  package var leavesOutState = false
  package var leavesOutOld = false
  package var mapsWords = false
  package var keepsTotals = false
  package var keepsEqual = false
  package var duplicates = Duplicates.first
  package var tables: [Table] = []
  package var defaultStock: String?
  package var defaultUnits: String?
}

// MARK: - As files

extension MessyCatalog {
  /// The files of the catalog.
  package var files: [(name: String, text: String)] {
    let cut = split ?? rows.count
    var files = [("catalog.csv", Self.csv(headers, Array(rows[..<cut])))]
    if split != nil {
      // Headers that are alike are told apart by their order.
      let order =
        ids == .second
        ? Array(headers.indices.dropFirst(2).reversed()) + [0, 1] : Array(headers.indices.reversed())
      files.append(
        (
          "more.csv",
          Self.csv(order.map { headers[$0] }, rows[cut...].map { row in order.map { row[$0] } })
        ))
    }
    return files + tables.map { ("\($0.name).csv", Self.csv($0.headers, $0.rows)) }
  }

  private static func csv(_ headers: [String], _ rows: [[String]]) -> String {
    ([headers] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The scenario in YAML.
  package var scenario: String {
    var lines = [split == nil ? "catalog: catalog.csv" : "catalog: [catalog.csv, more.csv]", "columns:"]
    switch ids {
    case .plain: lines.append("  spu: 款号")
    case .before: lines.append("  spu: { before: \"-\", of: SKU }")
    case .part: lines.append("  spu: { part: 1, of: SKU, by: \"-\" }")
    case .second: lines.append("  spu: { nth: 2, of: 商家编码 }")
    }
    lines.append(stockIsSum ? "  stock: { sum: [仓A, 仓B] }" : "  stock: 仓A")
    if priceIsFirst { lines.append("  price: { first: [活动价, 吊牌价] }") }
    if categoryIsPart { lines.append("  category: { part: -1, of: 类目, by: \">>\" }") }
    if nameIsJoined { lines.append("  name: { join: [品牌, 品名], with: \" \" }") }
    if colourIsAfter { lines.append("  colour: { after: \":\", of: 颜色 }") }
    if mapsWords { lines.append("values: { stock: { 0: [无货] }, 状态: { 下架: [停售] } }") }
    var out: [String] = []
    if leavesOutNoID { out.append("{ spu: { has: false } }") }
    if leavesOutState { out.append("{ 状态: 下架 }") }
    if leavesOutOld { out.append("{ 上架日期: \"..2025-12-31\" }") }
    if !out.isEmpty { lines.append("leave_out: [\(out.joined(separator: ", "))]") }
    if keepsTotals { lines.append("totals: keep") }
    if keepsEqual { lines.append("equal_rows: keep") }
    switch duplicates {
    case .none: break
    case .first: lines.append("on_duplicate: first")
    case .last: lines.append("on_duplicate: last")
    case .best: lines.append("on_duplicate: best_stock")
    case .rollUp: lines.append("on_duplicate: roll_up")
    case .ways(let ways):
      let words = ways.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      lines.append("on_duplicate: { \(words.joined(separator: ", ")) }")
    }
    if !tables.isEmpty { lines.append("tables:") }
    for table in tables {
      lines.append("  \(table.name):")
      lines.append("    file: \(table.name).csv")
      lines.append("    key: \(table.key)")
      if let condition = table.condition {
        lines.append("    where: { \(condition.column): \"\(condition.text)\" }")
      }
      if table.replaces { lines.append("    replace: true") }
      lines.append("    columns:")
      for column in table.columns {
        let fallback = column.fallback.map { ", else: \($0)" } ?? ""
        lines.append("      \(column.name): { \(column.way): \(column.header)\(fallback) }")
      }
    }
    var defaults: [String] = []
    if let defaultStock { defaults.append("stock: \(defaultStock)") }
    if let defaultUnits { defaults.append("expected_units: \(defaultUnits)") }
    if !defaults.isEmpty { lines.append("defaults: { \(defaults.joined(separator: ", ")) }") }
    return lines.joined(separator: "\n") + "\n"
  }
}
