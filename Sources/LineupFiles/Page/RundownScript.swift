/// What a rundown's page does: it follows the clock, or the buttons, from slot to slot.
enum RundownScript {
  static let text = """
    const rows = [...document.querySelectorAll(".order tbody tr")];
    const marks = [...document.querySelectorAll(".band g")];
    const follow = document.getElementById("follow"), state = document.getElementById("state");
    let at = Math.max(0, rows.findIndex(r => !r.classList.contains("shown")));
    const text = (row, key) => row.querySelector("td." + key)?.textContent.trim() ?? "";
    const fill = (id, row) => {
      const place = document.getElementById(id);
      place.replaceChildren();
      if (!row) { place.textContent = "the show is over"; return; }
      const add = (tag, style, content, parent = place) => {
        const node = document.createElement(tag);
        node.className = style; node.textContent = content; parent.append(node); return node; };
      add("div", "title", row.querySelector("td.item strong").textContent);
      const about = row.querySelector("td.item small");
      if (about) add("small", "soft", about.textContent);
      for (const chip of row.querySelectorAll("td.item .chip")) place.append(chip.cloneNode(true));
      const big = add("div", "big", "");
      for (const [key, label] of [["time", "starts"], ["price", "price"], ["stock", "stock"], ["minutes", "minutes"]]) {
        if (!text(row, key)) continue;
        const box = add("div", "", "", big);
        const value = add("b", "", key === "price" ? row.querySelector("td.price").firstChild.textContent.trim() : text(row, key), box);
        const list = key === "price" ? row.querySelector("td.price s") : null;
        add("small", "", list ? label + ", list " + list.textContent : label, box);
      }
      for (const cue of row.querySelectorAll(".cue")) place.append(cue.cloneNode(true));
    };
    const show = () => {
      rows.forEach((row, index) => {
        row.classList.toggle("now", index === at);
        row.classList.toggle("past", index < at);
      });
      marks.forEach((mark, index) => mark.classList.toggle("now", index === at));
      fill("now", rows[at]); fill("next", rows[at + 1]); fill("then", rows[at + 2]);
    };
    const tick = () => {
      if (!follow.checked || !rows.length) return;
      const day = new Date(), clock = +(rows[0].dataset.clock ?? NaN);
      const second = (day.getHours() * 3600 + day.getMinutes() * 60 + day.getSeconds() - clock + 86400) % 86400;
      const found = rows.findIndex(r => second >= +r.dataset.start && second < +r.dataset.end);
      const last = +rows[rows.length - 1].dataset.end;
      if (found >= 0) {
        if (found !== at) { at = found; show(); }
        const left = +rows[at].dataset.end - second;
        state.textContent = `on air, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`;
      } else state.textContent = second < last ? "between two slots" : "the show is not on air";
    };
    const go = step => { follow.checked = false; state.textContent = "";
      at = Math.min(rows.length - 1, Math.max(0, at + step)); show(); };
    document.getElementById("back").addEventListener("click", () => go(-1));
    document.getElementById("forward").addEventListener("click", () => go(1));
    rows.forEach((row, index) => row.addEventListener("click", () => go(index - at)));
    follow.parentElement.hidden = !rows.length || rows[0].dataset.clock === undefined;
    follow.checked = !follow.parentElement.hidden;
    follow.addEventListener("change", tick);
    show(); tick(); setInterval(tick, 1000);
    """
}
