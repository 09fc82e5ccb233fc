import Lineup

/// A rundown as one self-contained page that host and control room follow: what is on now and next, the
/// audience over the show, and every slot with its cues.
public struct RundownPage: Sendable {
  /// HTML 5.
  public let text: String

  public init(_ rundown: Rundown, of scenario: Scenario) {
    let words = RundownText(rundown, scenario: scenario)
    let title = HTMLText.escaped(ReportText.title(scenario))
    var body = """
      <a class="skip" href="#slots">To the running order</a>
      <main class="rundown">
      <header><h1>\(title)</h1>
      <p class="soft">\(HTMLText.escaped(words.facts.joined(separator: " · ")))</p></header>
      <div class="onair" aria-live="polite">
      <section class="card now"><h2>Now</h2><div id="now"></div></section>
      <section class="card next"><h2>Next</h2><div id="next"></div></section>
      <section class="card then"><h2>Then</h2><div id="then"></div></section>
      </div>
      <p class="controls"><button type="button" id="back">◀ Back</button>\
      <button type="button" id="forward">Forward ▶</button>\
      <label><input type="checkbox" id="follow"> follow the clock</label>\
      <span class="soft" id="state"></span></p>

      """
    body += "<h2>The show at a glance</h2>\n<div class=\"card band\">\(RundownBand.svg(rundown))</div>\n"
    body += "<h2 id=\"slots\">Running order</h2>\n" + Self.table(rundown)
    body += "<p class=\"soft\">\(HTMLText.escaped(words.proof).replacing("\n", with: "<br>"))</p>\n"
    body += "<footer>Made by Lineup. The figures are those of the audited tray.</footer>\n</main>\n"
    text = ReportPage.document(
      title: ReportText.title(scenario), style: PageStyle.text + RundownStyle.text, body: body,
      script: RundownScript.text)
  }

  private static func table(_ rundown: Rundown) -> String {
    var html = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Running order\">"
    html += "<table class=\"order\"><thead><tr>"
    let viewers = rundown.countsViewers ? "Viewers" : "Audience"
    for (name, isNumber) in [
      ("Time", false), ("No", true), ("Min", true), ("Item", false), ("Price", true), ("Stock", true),
      ("Units", true), ("GMV then", true), (viewers, true), ("Cues", false),
    ] {
      html += "<th scope=\"col\"\(isNumber ? " class=\"number\"" : "")>\(name)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for slot in rundown.slots { html += row(slot, rundown) }
    return html + "</tbody></table></div>\n"
  }

  private static func row(_ slot: Rundown.Slot, _ rundown: Rundown) -> String {
    func number(_ value: Double?, decimals: Int = 0) -> String {
      value.map { ReportText.number($0, decimals: decimals) } ?? ""
    }
    func cell(_ key: String, _ content: String, isNumber: Bool = true) -> String {
      "<td class=\"\(isNumber ? "number " : "")\(key)\">\(content)</td>"
    }
    let list = slot.listPrice.flatMap { list in slot.price.map { list > $0 ? list : nil } ?? nil }
    let price =
      number(slot.price, decimals: 2) + (list.map { " <s>\(number($0, decimals: 2))</s>" } ?? "")
    let about = [slot.item?.spu, slot.item?.brand, slot.item.map { "\($0.pitch)" }].compactMap(\.self)
    var item = "<strong>\(HTMLText.escaped(slot.title))</strong>"
    if !about.isEmpty { item += "<small>\(HTMLText.escaped(about.joined(separator: " · ")))</small>" }
    for role in slot.roles { item += "<span class=\"chip\">\(HTMLText.escaped(role))</span>" }
    let cues = slot.cues.map { "<span class=\"cue\">\(HTMLText.escaped($0))</span>" }.joined()
    var html = "<tr class=\"\(slot.kind.rawValue)\(slot.isShown ? " shown" : "")\""
    html += " data-start=\"\(slot.start)\" data-end=\"\(slot.end)\""
    if let start = rundown.start { html += " data-clock=\"\(start)\"" }
    html += ">" + cell("time", HTMLText.escaped(rundown.clock(slot.start)), isNumber: false)
    html += cell("place", slot.place.map(String.init) ?? (slot.kind == .encore ? "↻" : ""))
    html +=
      cell("minutes", number(Double(slot.seconds) / 60, decimals: 2)) + cell("item", item, isNumber: false)
    html += cell("price", price) + cell("stock", number(slot.stock))
    html += cell("units", slot.kind == .item ? number(slot.item?.units) : "")
    html += cell("gmv", slot.item == nil ? "" : number(slot.gmv))
    html += cell("viewers", number(slot.audience, decimals: rundown.countsViewers ? 0 : 2))
    return html + cell("cues", cues, isNumber: false) + "</tr>\n"
  }
}
