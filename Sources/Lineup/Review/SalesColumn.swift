/// What a file of sales says of a style, and the headers that trades write for it.
package enum SalesColumn: String, CaseIterable, Sendable {
  case units, gmv, returns
  case soldOutAt = "sold_out_at"
  case date

  /// How its cells of several rows become one.
  var way: DuplicateWay {
    switch self {
    case .units, .gmv, .returns: .sum
    case .soldOutAt: .last
    case .date: .first
    }
  }

  /// Other headers that mean it, in English, Chinese and Korean; the more telling ones first.
  package var aliases: [String] {
    switch self {
    case .units:
      [
        "units sold", "sold units", "sold", "sold qty", "qty sold", "quantity sold", "quantity", "qty",
        "items sold",
        "net items sold", "实际销量", "直播销量", "成交件数", "支付件数", "销售件数", "销售数量", "销量", "件数", "数量",
        "판매수량", "판매량", "실판매수량", "수량",
      ]
    case .gmv:
      [
        "sales amount", "sales value", "revenue", "net sales", "sales", "amount", "turnover", "成交金额", "支付金额",
        "销售金额", "销售额", "成交额", "实际gmv", "金额", "매출액", "매출", "판매금액", "결제금액",
      ]
    case .returns:
      [
        "returned units", "units returned", "returned", "refunded units", "退货件数", "退款件数", "退货数量", "退货",
        "반품수량", "반품",
      ]
    case .soldOutAt:
      ["sold out at", "sold out", "soldout", "stock out at", "售罄时间", "售罄", "卖断时间", "품절시간", "품절"]
    case .date:
      [
        "day", "order date", "paid at", "日期", "支付时间", "付款时间", "下单时间", "成交时间", "直播日期", "날짜", "주문일", "결제일",
      ]
    }
  }

  /// The headers that may be it: its own name alone where that is there, else the aliases.
  func headers(among headers: [String]) -> [String] {
    let own = headers.filter { ColumnAliases.folded($0) == ColumnAliases.folded(rawValue) }
    if !own.isEmpty { return own }
    let names = Set(aliases.map(ColumnAliases.folded))
    return headers.filter { names.contains(ColumnAliases.folded($0)) }
  }
}

extension SalesColumn {
  /// Settings that find the header of a file of sales among its first rows.
  package static func finding(of scenario: Scenario) -> CatalogSettings {
    var settings = CatalogSettings()
    let place = SourceLocation(source: scenario.source)
    settings.columns = scenario.catalogSettings.columns.filter { $0.column == .spu }
    for column in allCases {
      for header in [column.rawValue] + column.aliases {
        settings.columns.append(.init(name: column.rawValue, form: .header(header), location: place))
      }
    }
    return settings
  }

  /// How a file of sales with these headers is read: which column is what.
  /// - Throws: where no header is that of the ids or of the units, or several may be.
  package static func table(
    _ headers: [String], file: String, of scenario: Scenario
  ) throws(LineupError) -> TableSettings {
    let place = SourceLocation(source: file)
    let filled = headers.filter { !$0.isEmpty }
    var problems: [Problem] = []
    var table: TableSettings?
    let said = scenario.catalogSettings.columns.first { $0.column == .spu }
    if let column = HeaderRow(settings: CatalogSettings()).column(.spu, in: headers) {
      table = TableSettings(
        name: "sales", location: place, file: .init(name: file, location: place),
        key: .header(headers[column]),
        keyLocation: place)
    } else if let said, !said.headers.isEmpty,
      said.headers.allSatisfy({ header in
        headers.contains { HeaderRow.comparable($0) == HeaderRow.comparable(header) }
      })
    {
      table = TableSettings(
        name: "sales", location: place, file: .init(name: file, location: place), key: said.form,
        keyLocation: place)
    } else {
      problems.append(
        Problem(
          .other(
            "no header is that of the styles' ids (headers: \(Self.quoted(filled))); name it \"spu\", or say which with a file that describes this one: file: \(file), key: HEADER, columns: { units: { sum: HEADER } }"
          ), at: place))
    }
    for column in allCases {
      let found = column.headers(among: filled)
      if column == .units, found.isEmpty {
        problems.append(
          Problem(
            .other(
              "no header is that of the units sold (headers: \(Self.quoted(filled))); name it \"units\", or say which with a file that describes this one: file: \(file), key: HEADER, columns: { units: { sum: HEADER } }"
            ), at: place))
      }
      if found.count > 1, column == .units || column == .gmv {
        problems.append(
          Problem(
            .other(
              "the headers \(Self.quoted(found)) may each be \(column.rawValue); say which with a file that describes this one: file: \(file), key: \(YAMLText.scalar(table?.key.references.first?.header ?? "HEADER")), columns: { \(column.rawValue): { sum: \(YAMLText.scalar(found[0])) } }"
            ), at: place))
      }
      guard let header = found.first else { continue }
      table?.columns.append(
        .init(name: column.rawValue, way: column.way, form: .header(header), fallback: nil, location: place))
    }
    guard var table, problems.isEmpty else { throw LineupError(problems) }
    table.isSales = true
    return table
  }

  /// A file that describes a file of sales, in the form of an entry of `tables`.
  /// - Throws: everything that is wrong with it, with its line.
  package static func table(_ node: Node) throws(LineupError) -> TableSettings {
    let reader = NodeReader()
    let entry = Node.Entry(key: "sales", keyLocation: node.location, value: node)
    let table = reader.table(entry, name: "sales", isSales: true)
    let known = allCases.map(\.rawValue)
    for column in table?.columns ?? [] where !known.contains(column.name) {
      reader.report(
        .unknownKey(column.name, place: "the columns of sales", known: known), at: column.location)
    }
    if let table, !table.columns.contains(where: { $0.name == SalesColumn.units.rawValue }) {
      reader.report(.missingKey("units", place: "\"columns\" of sales"), at: node.location)
    }
    try reader.finish()
    guard let table else {
      throw LineupError(
        .wrongShape(key: "sales", expected: "file, key and columns", found: node.shape), at: node.location)
    }
    return table
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
