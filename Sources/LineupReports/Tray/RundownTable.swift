import Lineup

/// A running order as a table, in one place for every rendering.
struct RundownTable {
  let rundown: Rundown
  let catalog: Catalog?

  private typealias Column = (column: ReportTable.Column, cell: (Rundown.Slot) -> ReportTable.Cell)
  private typealias Say = Words.Order
  private typealias Title = Words.Column

  var table: ReportTable {
    let columns = self.columns
    var table = ReportTable(columns.map(\.column))
    table.rows = rundown.slots.map { slot in
      var row = ReportTable.Row(
        columns.map { $0.cell(slot) }, tone: slot.kind == .pause ? .warning : .plain)
      row.slot = ReportTable.Slot(
        kind: kind(slot), start: slot.start, end: slot.end, audience: slot.audience, isShown: slot.isShown)
      return row
    }
    table.summed = ["minutes", "gmv"].compactMap(table.place)
    table.noun = .slot
    table.timeline = ReportTable.Timeline(start: rundown.start, audience: table.place(of: "audience"))
    return table
  }

  private func kind(_ slot: Rundown.Slot) -> ReportTable.Slot.Kind {
    switch slot.kind {
    case .item: slot.roles.contains(where: Roles.isHero) ? .hero : .item
    case .pause: .pause
    case .encore: .encore
    }
  }

  private func column(
    _ key: String, _ title: String, _ kind: ReportTable.Kind, _ media: Media = .everywhere,
    width: (Int, Int)? = nil, _ cell: @escaping (Rundown.Slot) -> ReportTable.Cell
  ) -> Column {
    (.init(key, title, kind, media: media, width: width), cell)
  }

  private var columns: [Column] {
    let slots = rundown.slots
    let items = slots.compactMap(\.item)
    let minutes = slots.map { Double($0.seconds) / 60 }
    let prices = slots.compactMap(\.price) + slots.compactMap(\.listPrice)
    let money = ReportTable.Kind.amount(decimals: ReportTable.decimals(ofMoney: prices))
    // Columns that hold nothing are not there, for programs neither.
    let brands: Media = items.contains { $0.brand != nil } ? .everywhere : []
    let genders: Media = items.contains { $0.gender != nil } ? [.desk, .programs] : []
    let roles: Media = slots.contains { !$0.roles.isEmpty } ? .everywhere : []
    let lists: Media = slots.contains { $0.listPrice != nil } ? [.desk, .programs] : []
    let audience = ReportTable.Kind.amount(decimals: rundown.countsViewers ? 0 : 2)
    let minuteDigits = ReportTable.decimals(of: minutes, atMost: 2)
    return [
      column("time", Say.time, .text, width: (18, 5)) { .text(rundown.clock($0.start)) },
      column("place", Say.place, .count) { .optional($0.place.map(Double.init)) },
      column("kind", Say.kind, .text, [.workbook, .programs]) { .text($0.kind.rawValue) },
      column("minutes", Title.minutes, .minutes(decimals: minuteDigits)) { .number(Double($0.seconds) / 60) },
      column("spu", Title.spu, .style, width: (18, 8)) { .optional($0.item?.spu) },
      column("name", Title.name, .name, width: (44, 8), name),
      column("brand", Title.brand, .text, brands, width: (18, 8)) { .optional($0.item?.brand) },
      column("gender", Title.gender, .text, genders) { .optional($0.item?.gender) },
      column("pitch", Title.pitch, .text, width: (18, 8)) { .optional($0.item?.pitch) },
      column("role", Title.role, .tags, roles, width: (18, 8)) { slot in
        slot.roles.isEmpty ? .missing : .text(slot.roles.joined(separator: "|"))
      },
      column("price", Title.price, money) { .optional($0.price) },
      column("list_price", Title.listPrice, money, lists) { .optional($0.listPrice) },
      column("stock", Title.stock, .count) { .optional($0.stock) },
      column("units", Title.units, .amount(decimals: 0)) {
        .optional($0.kind == .item ? $0.item?.units : nil)
      },
      column("gmv", Say.gmvThen, .amount(decimals: 0)) { .optional($0.item == nil ? nil : $0.gmv) },
      column("audience", rundown.countsViewers ? Say.viewers : Say.audience, audience) {
        .number($0.audience)
      },
      column("cues", Say.cues, .text, width: (44, 8)) { slot in
        slot.cues.isEmpty ? .missing : .text(slot.cues.joined(separator: "; "))
      },
    ] + catalogColumns
  }

  private func name(_ slot: Rundown.Slot) -> ReportTable.Cell {
    switch slot.kind {
    case .item: .optional(slot.item == nil ? slot.title : slot.item?.name)
    case .pause: .named(slot.title, label: Say.pause(slot.title))
    case .encore:
      .named(
        (slot.item == nil ? slot.title : slot.item?.name) ?? "",
        label: Say.encore(slot.item?.name ?? slot.title))
    }
  }

  /// What a host says, and a picture.
  private var catalogColumns: [Column] {
    guard let catalog else { return [] }
    func text(_ column: CatalogColumn, _ slot: Rundown.Slot) -> String? {
      slot.item.flatMap { catalog.row(ofSPU: $0.spu) }.flatMap { column.values.text(row: $0) }
    }
    var columns: [Column] = []
    if let points = catalog.sellingPoints {
      columns.append(
        column("selling_points", Title.points, .aside, .desk) { .optional(text(points, $0)) })
    }
    if let pictures = catalog.pictures {
      columns.append(
        column("image", Title.picture, .picture, .desk) {
          .optional(text(pictures, $0).flatMap(Catalog.link))
        })
    }
    return columns
  }
}
