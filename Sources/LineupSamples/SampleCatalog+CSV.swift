extension SampleCatalog {
  /// The canonical names of the catalog's columns, in order.
  package var header: [String] {
    ["spu", "name", "brand", "gender", "category", "season", "role", "family", "colour"]
      + ["price", "list_price", "cost", "stock"]
      + (style.hasForecast ? ["expected_units"] : [])
      + ["sales_30d", "launch_date", "selling_point"]
  }

  /// The whole catalog as CSV: UTF-8, commas, lines that end in a line feed, RFC 4180 quotes where needed.
  package func csv() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 * (count + 1))
    forEachChunk(of: .max) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the catalog as CSV, a chunk of rows at a time.
  package func write(to stream: inout some TextOutputStream) {
    forEachChunk { stream.write(String(decoding: $0, as: UTF8.self)) }
  }

  /// Calls `body` with the catalog as CSV in UTF-8, whole rows in chunks of about `size` bytes, in order.
  /// Memory is linear in `size`, whatever the catalog's length.
  package func forEachChunk<Failure: Error>(
    of size: Int = 1 << 18, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var line = CSVLine()
    for name in header {
      line.text(name)
    }
    line.end()
    for row in 0..<count {
      line.append(product(at: row), hasForecast: style.hasForecast)
      if line.bytes.count >= size {
        try body(line.bytes)
        line.bytes.removeAll(keepingCapacity: true)
      }
    }
    if !line.bytes.isEmpty {
      try body(line.bytes)
    }
  }
}

/// Cells of CSV, as bytes, one line after the other.
private struct CSVLine {
  var bytes: [UInt8] = []
  private var isFirst = true

  mutating func append(_ product: SampleProduct, hasForecast: Bool) {
    text(product.spu)
    text(product.name)
    text(product.brand)
    text(product.gender)
    text(product.category)
    text(product.season)
    text(product.role)
    text(product.family ?? "")
    text(product.colour)
    number(product.priceCents, decimals: 2)
    number(product.listPriceCents, decimals: 2)
    if let cost = product.costCents {
      number(cost, decimals: 2)
    } else {
      text("")
    }
    number(product.stock, decimals: 0)
    if hasForecast {
      number(product.expectedUnitTenths ?? 0, decimals: 1)
    }
    number(product.salesOf30Days, decimals: 0)
    text(product.launchDate)
    text(product.sellingPoint)
    end()
  }

  mutating func text(_ cell: String) {
    separate()
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A number >= 0 in units of 10^-decimals, without needless zeros after the point: 12990 is `129.9`.
  mutating func number(_ scaled: Int, decimals: Int) {
    separate()
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    bytes.append(contentsOf: String(scaled / scale).utf8)
    var rest = scaled % scale
    guard rest > 0 else { return }
    bytes.append(0x2E)
    while rest > 0 {
      scale /= 10
      bytes.append(0x30 + UInt8(rest / scale))
      rest %= scale
    }
  }

  mutating func end() {
    bytes.append(0x0A)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }
}
