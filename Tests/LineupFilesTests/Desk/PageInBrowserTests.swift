import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// Pages in a real browser: what a person does there works, and nothing leaves the page.
@Suite(.enabled(if: DeskPrograms.browser != nil, "chromium is not here"))
struct PageInBrowserTests {
  /// What the browser says after `script` ran in the page: the text of an element that it adds, and what
  /// it wrote to the console.
  private func run(_ script: String, on page: String, width: Int = 1280) throws -> (
    text: String, console: [String]
  ) {
    let folder = try TemporaryFolder()
    let added = """
      <script>addEventListener("load", () => {
        const said = [];
        const say = value => said.push(value);
        try { \(script) } catch (error) { say("FAILED " + error); }
        say("requests " + performance.getEntriesByType("resource").length);
        const place = document.createElement("pre");
        place.id = "said";
        place.textContent = said.join("|");
        document.body.append(place);
      });</script></body>
      """
    let path = try folder.write(page.replacingOccurrences(of: "</body>", with: added), to: "page.html")
    let outcome = try DeskPrograms.browse(path, ["--dump-dom", "--window-size=\(width),1200"], in: folder)
    let text = outcome.text.components(separatedBy: "<pre id=\"said\">").last ?? ""
    return (
      String(text.prefix { $0 != "<" }),
      outcome.errorText.split(separator: "\n").filter { $0.contains(":CONSOLE") }.map(String.init)
    )
  }

  private func page(_ show: Show) throws -> String {
    let result = try show.solve()
    return ReportPage(Report(result, of: show, leftOut: show.leftOut(of: result))).text
  }

  @Test func `a tray is searched, filtered and sorted without a request`() throws {
    let folder = try TemporaryFolder()
    let page = try page(DeskShow.show(in: folder))
    let script = """
      const section = document.querySelector("#tray");
      const shown = () => [...section.querySelectorAll("tbody tr:not(.group)")].filter(r => !r.hidden)
        .map(r => r.cells[0].textContent).join(" ");
      const output = () => section.querySelector("output").textContent;
      say(shown()); say(output());
      const search = section.querySelector("input[type=search]");
      const type = text => { search.value = text; search.dispatchEvent(new Event("input")); };
      type("大衣"); say(shown()); say(output()); type("");
      const gender = [...section.querySelectorAll("select")].find(s => s.parentElement.textContent.startsWith("Gender"));
      gender.value = "men"; gender.dispatchEvent(new Event("change")); say(shown());
      gender.value = ""; gender.dispatchEvent(new Event("change"));
      const price = [...section.querySelectorAll("th button")].find(b => b.textContent === "Price");
      price.click(); say(shown()); say(price.parentElement.getAttribute("aria-sort"));
      price.click(); say(shown());
      section.querySelector("button.again").click(); say(shown());
      """
    let (text, console) = try run(script, on: page)
    #expect(
      text
        == "A2 A1 A3|3 items|A2|1 of 3 items|A3|A1 A2 A3|descending|A3 A2 A1|A2 A1 A3|requests 0")
    #expect(console.isEmpty, "\(console)")
  }

  @Test func `shows side by side are narrowed to what differs`() throws {
    let folder = try TemporaryFolder()
    let page = ReportPage(Report(try DeskShow.comparison(in: folder))).text
    let script = """
      const table = document.querySelector("#comparison table");
      const shown = () => [...table.querySelectorAll("tbody tr")].filter(r => getComputedStyle(r).display !== "none")
        .map(r => r.cells[0].textContent);
      say(shown().includes("gender: men"));
      document.querySelector("input[data-shows=alike]").click();
      say(shown().includes("gender: men")); say(shown().includes("GMV"));
      """
    let (text, console) = try run(script, on: page)
    #expect(text == "true|false|true|requests 0")
    #expect(console.isEmpty, "\(console)")
  }

  @Test func `a page prints on A4 and fits a phone`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(page(DeskShow.show(in: folder)), to: "page.html")
    let printed = folder.path(of: "page.pdf")
    let outcome = try DeskPrograms.browse(path, ["--print-to-pdf=\(printed)"], in: folder)
    #expect(outcome.code == 0)
    let bytes = try Data(contentsOf: URL(filePath: printed))
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    // 210 x 297 mm in points, up to what the browser rounds.
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/MediaBox [0 0 594.95996 841.91998]") || text.contains("/MediaBox [0 0 595"))
    let (width, _) = try run(
      "say(document.documentElement.scrollWidth <= innerWidth)",
      on: ReportPage(Report(try DeskShow.comparison(in: folder))).text, width: 500)
    #expect(width.hasPrefix("true"))
  }
}
