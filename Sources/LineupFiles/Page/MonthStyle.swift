/// What a month's page adds to the look of pages.
enum MonthStyle {
  static let text = """
    .calendar{table-layout:fixed;background:var(--card);border:1px solid var(--line);border-radius:8px;border-collapse:separate;border-spacing:0}
    .calendar td{height:76px;border-right:1px solid var(--line);padding:5px}.calendar td:last-child,.calendar th:last-child{border-right:0}
    .calendar tbody tr:not(:last-child) td{border-bottom:1px solid var(--line)}.calendar thead th{position:static;padding:6px 8px}
    .date{display:block;font-size:12px;color:var(--soft);margin-bottom:3px;font-variant-numeric:tabular-nums}.date span{display:none}
    .event{display:block;border-left:4px solid hsl(var(--h) 55% 50%);background:hsl(var(--h) 60% var(--tint));color:var(--ink);
    border-radius:5px;padding:4px 6px;margin:0 0 4px;text-decoration:none;font-size:12.5px;line-height:1.35;overflow-wrap:anywhere}
    .event:hover{outline:1px solid hsl(var(--h) 55% 50%)}.event b{display:block;font-size:13.5px}.event span{display:block;font-variant-numeric:tabular-nums}
    .event .time{display:inline;font-weight:400}.event.warning>span:last-child{color:var(--warning);font-weight:600}.event.bad>span:last-child{color:var(--bad);font-weight:600}
    .level{display:inline-block;border-left:4px solid hsl(var(--h) 55% 50%);background:hsl(var(--h) 60% var(--tint));color:var(--ink);border-radius:4px;padding:1px 8px}
    .courses{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:12px;margin:12px 0}.courses h3{margin:0 0 4px;overflow-wrap:anywhere}
    .course{display:block;width:100%;height:auto}.course .fall{fill:var(--bar);opacity:.14}.course text{font:11px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Malgun Gothic",sans-serif;fill:var(--soft)}
    .heat{width:auto;font-size:12.5px}.heat th,.heat td{padding:3px 5px;border-bottom:1px solid var(--line)}
    .heat tbody th{position:sticky;left:0;background:var(--card);font-weight:600;white-space:nowrap;max-width:300px;overflow:hidden;text-overflow:ellipsis}
    .heat small{font-weight:400;color:var(--soft);font-size:12px}.heat thead th:first-child{left:0;z-index:2}
    .heat thead th{vertical-align:bottom}.turned a{writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);max-height:130px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;display:block;font-weight:500;color:var(--ink);text-decoration:none}
    .heat td{text-align:right;min-width:30px;font-variant-numeric:tabular-nums}.warm{background:color-mix(in srgb,var(--bar) var(--warm),var(--card))}
    #trays~details.part>summary{font-size:15.5px;margin:10px 0 4px;overflow-wrap:anywhere}details.part:target>summary{color:var(--bar)}
    @media (max-width:640px){.calendar thead,.calendar td.free{display:none}.calendar,.calendar tbody{display:block}.calendar tr{display:block}
    .calendar td{display:block;height:auto;border-right:0;border-bottom:1px solid var(--line)!important;padding:8px 10px}.date span{display:inline}
    .calendar tr:last-child td:last-child{border-bottom:0!important}.event b{font-size:14.5px}.event span:not(.time){display:inline-block;margin-right:12px}
    #changes td.sentence:not(:empty)::before,#shows td[data-key=missed]:not(:empty)::before{content:attr(data-label) " ";color:var(--soft);font-weight:400}
    .heat tbody th{max-width:150px}.courses{grid-template-columns:1fr}}
    @media print{.calendar td{height:40px;padding:3px}.event{font-size:6.8pt;padding:2px 4px;margin:0 0 2px}.event b{font-size:7.4pt}.date{font-size:7pt}
    .calendar tr,.courses .card{break-inside:avoid}.courses{grid-template-columns:repeat(3,1fr);gap:6px}
    .heat,.heat small{font-size:6pt!important}.heat th,.heat td{padding:1px 2px;min-width:0}.heat tbody th,.heat thead th:first-child{position:static;max-width:150px}
    #trays~details.part>summary{font-size:9.5pt;margin:10px 0 2px}}
    """
}
