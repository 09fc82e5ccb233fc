import LineupReports

/// What host and control room follow during a show: what is on now with the time left, next and then, and the
/// show as a band.
struct PageOnAir {
  let html: String

  init(_ table: ReportTable) {
    typealias Say = Words.Rendering
    func escaped(_ text: String) -> String { HTMLText.escaped(text) }
    let words = [
      "over": Say.over, "air": Say.onAir, "between": Say.between, "off": Say.offAir, "list": Say.list,
      "left": Say.left, "starts": Say.starts,
    ]
    let data = words.sorted { $0.key < $1.key }.map { " data-\($0.key)=\"\(escaped($0.value))\"" }.joined()
    html = """
      <div class="onair" id="onair" aria-live="polite"\(data)>
      <section class="card now"><h2>\(escaped(Say.now))<span id="left" class="left" role="timer"></span></h2><div id="now"></div></section>
      <section class="card next"><h2>\(escaped(Say.next))</h2><div id="next"></div></section>
      <section class="card then"><h2>\(escaped(Say.then))</h2><div id="then"></div></section>
      </div>
      <p class="controls"><button type="button" id="back">\(escaped(Say.back))</button>\
      <button type="button" id="forward">\(escaped(Say.forward))</button>\
      <label><input type="checkbox" id="follow"> \(escaped(Say.follow))</label>\
      <span class="soft" id="state"></span><span class="soft keys">\(escaped(Say.keys))</span></p>
      <h2>\(escaped(Say.glance))</h2>
      <div class="card band">\(PageBand(table).html)</div>

      """
  }
}
