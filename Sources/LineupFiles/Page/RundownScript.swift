/// What the page of a running order does: it follows the clock, or the keys, from slot to slot, and keeps its
/// place when it is loaded again.
enum RundownScript {
  static let text = """

    {
      const panel = document.getElementById("onair"), words = panel.dataset;
      const rows = [...document.querySelectorAll(".order tbody tr")];
      const marks = [...document.querySelectorAll(".band g")];
      const follow = document.getElementById("follow"), state = document.getElementById("state");
      const timer = document.getElementById("left");
      const hasClock = rows.length > 0 && rows[0].dataset.clock !== undefined;
      let at = Math.max(0, rows.findIndex(r => !r.classList.contains("shown"))), since = Date.now();
      const cell = (row, key) => row.querySelector(`td[data-key="${key}"]`);
      const text = (row, key) => cell(row, key)?.firstChild?.textContent.trim() ?? "";
      const label = (row, key) => cell(row, key)?.dataset.label?.toLowerCase() ?? "";
      const fill = (id, row) => {
        const place = document.getElementById(id);
        place.replaceChildren();
        if (!row) { place.textContent = words.over; return; }
        const add = (tag, style, content, parent = place) => {
          const node = document.createElement(tag);
          node.className = style; node.textContent = content; parent.append(node); return node; };
        add("div", "title", text(row, "name"));
        add("small", "soft", ["spu", "brand", "pitch"].map(key => text(row, key)).filter(Boolean).join(" · "));
        for (const chip of row.querySelectorAll(".chip")) place.append(" ", chip.cloneNode(true));
        const big = add("div", "big", "");
        for (const key of ["time", "price", "stock", "minutes"]) {
          if (!text(row, key)) continue;
          const box = add("div", "", "", big), list = key === "price" ? text(row, "list_price") : "";
          add("b", "", text(row, key), box);
          add("small", "", (key === "time" ? words.starts : label(row, key)) + (list ? `, ${words.list} ${list}` : ""), box);
        }
        const points = row.querySelector(".aside[data-key=selling_points]");
        if (points) add("p", "points", points.textContent);
        for (const cue of text(row, "cues").split("; ").filter(Boolean)) add("span", "cue", cue);
      };
      const show = () => {
        rows.forEach((row, index) => {
          row.classList.toggle("now", index === at);
          row.classList.toggle("past", index < at);
        });
        marks.forEach((mark, index) => mark.classList.toggle("now", index === at));
        fill("now", rows[at]); fill("next", rows[at + 1]); fill("then", rows[at + 2]);
      };
      // The place is part of the address, so that it is there when the page is loaded again.
      const keep = () => { try { history.replaceState(null, "", follow.checked ? "#onair" : `#slot-${at + 1}`); } catch {} };
      const minutes = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      const tick = () => {
        if (!rows.length) return;
        let left = null;
        if (follow.checked) {
          const day = new Date(), clock = +rows[0].dataset.clock;
          const second = (day.getHours() * 3600 + day.getMinutes() * 60 + day.getSeconds() - clock + 86400) % 86400;
          const found = rows.findIndex(r => second >= +r.dataset.start && second < +r.dataset.end);
          const last = +rows[rows.length - 1].dataset.end;
          if (found >= 0) {
            if (found !== at) { at = found; show(); }
            left = +rows[at].dataset.end - second;
            state.textContent = words.air;
          } else state.textContent = second < last ? words.between : words.off;
        } else {
          state.textContent = "";
          left = Math.max(0, +rows[at].dataset.end - +rows[at].dataset.start - Math.floor((Date.now() - since) / 1000));
        }
        timer.textContent = left === null ? "" : `${minutes(left)} ${words.left}`;
        timer.classList.toggle("soon", left !== null && left <= 30);
      };
      const go = place => {
        follow.checked = false;
        at = Math.min(rows.length - 1, Math.max(0, place));
        since = Date.now(); show(); tick(); keep();
      };
      document.getElementById("back").addEventListener("click", () => go(at - 1));
      document.getElementById("forward").addEventListener("click", () => go(at + 1));
      rows.forEach((row, index) => row.addEventListener("click", () => go(index)));
      addEventListener("keydown", event => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input[type=search], select, textarea")) return;
        const step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
        if (step) { go(at + step); event.preventDefault(); }
        else if (event.key === "f" && hasClock) { follow.checked = !follow.checked; tick(); keep(); }
      });
      follow.parentElement.hidden = !hasClock;
      follow.checked = hasClock;
      const kept = /^#slot-([0-9]+)$/.exec(location.hash);
      if (kept) { follow.checked = false; at = Math.min(rows.length - 1, Math.max(0, kept[1] - 1)); }
      follow.addEventListener("change", () => { tick(); keep(); });
      show(); tick(); setInterval(tick, 1000);
    }
    """
}
