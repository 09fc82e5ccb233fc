/// What a rundown's page adds to the look of pages.
enum RundownStyle {
  static let text = """
    .onair{position:sticky;top:0;z-index:2;display:grid;grid-template-columns:5fr 3fr 2fr;gap:12px;
    background:var(--page);padding:10px 0}
    .rundown thead th{position:static}.left{float:right;font-size:30px;line-height:1;letter-spacing:0;text-transform:none;font-weight:700;
    color:var(--ink);font-variant-numeric:tabular-nums}.left.soon{color:var(--bad)}.points{margin:6px 0 0}.keys{margin-left:auto;font-size:13px}
    .onair h2{margin:0 0 4px;font-size:13px;letter-spacing:.06em;text-transform:uppercase;color:var(--soft)}
    .onair .now{border:2px solid var(--bar)}.onair .now h2{color:var(--bar)}
    .onair .title{font-weight:650;line-height:1.2;overflow-wrap:anywhere}
    .now .title{font-size:25px}.next .title{font-size:18px}.then .title{font-size:15px}
    .onair .big{display:flex;flex-wrap:wrap;gap:2px 18px;margin-top:6px;font-variant-numeric:tabular-nums}
    .onair .big b{font-size:22px}.next .big b{font-size:17px}.then .big b{font-size:14px}
    .onair .big small{display:block;font-size:12px;color:var(--soft)}
    .cue{display:inline-block;background:var(--warning);color:var(--card);border-radius:10px;padding:0 9px;
    margin:0 4px 3px 0;font-size:13px;font-weight:600}
    .controls{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin:4px 0 0}
    .controls button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);
    border-radius:6px;padding:5px 12px;cursor:pointer}
    .band svg{display:block;width:100%;height:auto}.band rect{fill:var(--bar);opacity:.55}
    .band .hero rect{opacity:1}.band .break rect{fill:var(--warning);opacity:1}.band .encore rect{fill:var(--good);opacity:.8}
    .band g.now rect{stroke:var(--mark);stroke-width:3}
    .band g text{font:11px system-ui,sans-serif;fill:#fff;text-anchor:middle}
    .band .tick{font:12px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
    .area{fill:var(--track)}.key.slot{opacity:.55}.key.slot.hero{opacity:1}.key.slot.break{background:var(--warning);opacity:1}
    .key.slot.encore{background:var(--good);opacity:.8}
    .order td{padding:6px 8px}.order td[data-key=time]{font-weight:650;font-variant-numeric:tabular-nums}
    .order td[data-key=name]{font-weight:600}.order .aside{font-weight:400}.order tbody tr{cursor:pointer}
    .order td[data-key=cues]:not(:empty){color:var(--warning);font-weight:600}
    .order tr.break{background:color-mix(in srgb,var(--warning) 14%,var(--card))}
    .order tr.encore{background:color-mix(in srgb,var(--good) 10%,var(--card))}
    .order tr.shown td,.order tr.past td{color:var(--soft);opacity:.65}
    .order tr.now{background:color-mix(in srgb,var(--bar) 18%,var(--card))}.order tr.now td[data-key=time]{color:var(--bar)}
    @media (max-width:640px){.onair{grid-template-columns:1fr 1fr}.onair .now{grid-column:1/-1}.now .title{font-size:20px}
    .onair .then{display:none}.onair .next{grid-column:1/-1}.left{font-size:24px}.keys{display:none}}
    @media print{.onair,.controls{display:none!important}.band rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .order tr{break-inside:avoid}}
    """
}
