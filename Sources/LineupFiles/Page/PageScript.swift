/// What a page does: filters and sorting, in the page alone.
enum PageScript {
  static let text = """
    for (const section of document.querySelectorAll("[data-tools]")) {
      const table = section.querySelector("table"), body = table.tBodies[0];
      const rows = [...body.rows], items = rows.filter(r => !r.classList.contains("group"));
      const search = section.querySelector("input"), selects = [...section.querySelectorAll("select[data-column]")];
      const order = section.querySelector("select[data-sort]");
      const output = section.querySelector("output"), again = section.querySelector("button.again");
      const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      let isSorted = false;
      const collator = new Intl.Collator(undefined, { numeric: true });
      const tools = section.querySelector(".tools").dataset;
      const counted = (shown, all) =>
        (shown === all ? "" : `${shown} ${tools.of} `) + `${all} ${all === 1 ? tools.one : tools.many}`;
      // The sums above a group and below the table are those of the rows that are shown.
      const sum = (row, under) => {
        const shown = under.filter(r => !r.hidden);
        for (const cell of row.querySelectorAll("th[data-sum]")) {
          const digits = +cell.dataset.decimals;
          const value = shown.reduce((all, r) => all + (+r.cells[+cell.dataset.sum].dataset.value || 0), 0);
          cell.textContent = value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
        }
        const title = row.querySelector(".title");
        if (!title) return;
        title.dataset.whole ??= title.textContent;
        title.textContent = shown.length === under.length ? title.dataset.whole
          : title.dataset.whole.replace(/[^ ]+ [^ ]+$/, counted(shown.length, under.length));
      };
      const total = () => {
        for (const row of rows) if (row.classList.contains("group")) sum(row, members.get(row));
        for (const row of table.tFoot ? table.tFoot.rows : []) sum(row, items);
      };
      const members = new Map();
      let current = null;
      for (const row of rows) {
        if (row.classList.contains("group")) members.set(current = row, []);
        else if (current) members.get(current).push(row);
      }
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
        output.textContent = counted(shown, items.length);
        again.hidden = !isSorted;
        total();
      };
      const mark = (heading, direction) => {
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        if (heading) heading.setAttribute("aria-sort", direction);
      };
      table.tHead.addEventListener("click", event => {
        const button = event.target.closest("button");
        if (!button) return;
        const heading = button.parentElement;
        sort(heading);
        order.value = heading.cellIndex;
      });
      const sort = heading => {
        const column = heading.cellIndex;
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
      };
      const restore = () => { isSorted = false; order.value = ""; body.append(...rows); mark(); filter(); };
      again.addEventListener("click", restore);
      order.addEventListener("change", () =>
        order.value === "" ? restore() : sort(table.tHead.rows[0].cells[+order.value]));
      search.addEventListener("input", filter);
      for (const select of selects) select.addEventListener("change", filter);
      filter();
    }
    // Pictures are loaded when the reader asks for them, and not before.
    for (const box of document.querySelectorAll("input[data-shows=pictures]")) box.addEventListener("change", () => {
      for (const link of box.closest("section, details.part").querySelectorAll("a.picture")) {
        link.dataset.text ??= link.textContent;
        if (!box.checked) { link.textContent = link.dataset.text; continue; }
        const picture = document.createElement("img");
        picture.loading = "lazy"; picture.alt = link.dataset.text; picture.src = link.href;
        link.replaceChildren(picture);
      }
    });
    for (const box of document.querySelectorAll("input[data-shows]:not([data-shows=pictures])")) {
      const table = box.closest("section, details.part").querySelector("table");
      const show = () => table.classList.toggle("no-" + box.dataset.shows, !box.checked);
      box.addEventListener("change", show);
      show();
    }
    if (matchMedia("(max-width: 640px)").matches)
      for (const box of document.querySelectorAll("details.chartbox")) box.open = false;
    addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(d => {
      d.dataset.was = d.open; d.open = true; }));
    addEventListener("afterprint", () => document.querySelectorAll("details").forEach(d => {
      d.open = d.dataset.was === "true"; }));
    """
}
