/// What a page does: filters and sorting, in the page alone.
enum PageScript {
  static let text = """
    for (const section of document.querySelectorAll("[data-tools]")) {
      const table = section.querySelector("table"), body = table.tBodies[0];
      const rows = [...body.rows], items = rows.filter(r => !r.classList.contains("group"));
      const search = section.querySelector("input"), selects = [...section.querySelectorAll("select")];
      const output = section.querySelector("output"), again = section.querySelector("button.again");
      const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      let isSorted = false;
      const collator = new Intl.Collator(undefined, { numeric: true });
      const filter = () => {
        const words = search.value.toLowerCase().normalize("NFC").split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const row of items) {
          const text = row.textContent.toLowerCase();
          const fits = words.every(w => text.includes(w)) && selects.every(s =>
            !s.value || value(row, +s.dataset.column).split("|").includes(s.value));
          row.hidden = !fits;
          if (fits) shown += 1;
        }
        for (const row of rows) if (row.classList.contains("group")) {
          let next = row.nextElementSibling, some = false;
          while (next && !next.classList.contains("group")) { some ||= !next.hidden; next = next.nextElementSibling; }
          row.hidden = isSorted || !some;
        }
        const noun = section.querySelector(".tools").dataset.noun + (items.length === 1 ? "" : "s");
        output.textContent = shown === items.length ? `${shown} ${noun}` : `${shown} of ${items.length} ${noun}`;
        again.hidden = !isSorted;
      };
      const mark = (heading, direction) => {
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        if (heading) heading.setAttribute("aria-sort", direction);
      };
      table.tHead.addEventListener("click", event => {
        const button = event.target.closest("button");
        if (!button) return;
        const heading = button.parentElement, column = heading.cellIndex;
        const isNumber = heading.classList.contains("number");
        const first = isNumber ? "descending" : "ascending", second = isNumber ? "ascending" : "descending";
        const direction = heading.getAttribute("aria-sort") === first ? second : first;
        const sign = direction === "ascending" ? 1 : -1;
        const sorted = [...items].sort((a, b) => {
          const x = value(a, column), y = value(b, column);
          if (x === "" || y === "") return (x === "") - (y === "");
          return sign * (isNumber ? x - y : collator.compare(x, y));
        });
        isSorted = true;
        for (const row of rows) if (row.classList.contains("group")) row.hidden = true;
        body.append(...sorted);
        mark(heading, direction);
        filter();
      });
      again.addEventListener("click", () => { isSorted = false; body.append(...rows); mark(); filter(); });
      search.addEventListener("input", filter);
      for (const select of selects) select.addEventListener("change", filter);
      filter();
    }
    for (const box of document.querySelectorAll("input[data-shows]")) {
      const table = box.closest("section, details").querySelector("table");
      const show = () => table.classList.toggle("no-" + box.dataset.shows, !box.checked);
      box.addEventListener("change", show);
      show();
    }
    addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(d => {
      d.dataset.was = d.open; d.open = true; }));
    addEventListener("afterprint", () => document.querySelectorAll("details").forEach(d => {
      d.open = d.dataset.was === "true"; }));
    """
}
