/// How a page looks: light and dark, on a desk, on a phone and on A4.
enum PageStyle {
  static let text = """
    :root{color-scheme:light dark;--page:#f6f5f2;--card:#fff;--ink:#1d2228;--soft:#5c6570;--line:#dfe1e4;
    --track:#eceef0;--bar:#2a6f97;--mark:#1d2228;--good:#1b7a4b;--warning:#8a5a00;--bad:#b3261e;--chip:#e8eff4;--note:#fdf3cf;--zone:#b9dcc6;--tint:91%;--deep:27%}
    @media (prefers-color-scheme:dark){:root{--page:#14171a;--card:#1d2226;--ink:#e9ecef;--soft:#a3acb5;
    --line:#333a41;--track:#2b3137;--bar:#62b0dc;--mark:#e9ecef;--good:#62c994;--warning:#e5b454;--bad:#ff8a80;
    --chip:#28333b;--note:#4a3f1c;--zone:#2f5a41;--tint:24%;--deep:80%}}
    *{box-sizing:border-box}[hidden]{display:none!important}
    body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",
    "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Malgun Gothic","Apple SD Gothic Neo",
    "Noto Sans KR",sans-serif}
    main{max-width:1440px;margin:0 auto;padding:28px 20px 60px}
    h1{font-size:28px;line-height:1.2;margin:0 0 4px;overflow-wrap:anywhere}
    h2{font-size:19px;margin:36px 0 4px}h3{font-size:14px;margin:0 0 10px;font-weight:600}
    p{margin:0 0 10px}.soft{color:var(--soft)}
    .verdict{border-left:5px solid var(--bar);background:var(--card);padding:12px 16px;margin:18px 0;border-radius:6px}
    .verdict strong{display:block;font-size:17px}.verdict.good{border-color:var(--good)}
    .verdict.warning{border-color:var(--warning)}.verdict.bad{border-color:var(--bad)}
    .good strong,.good .met{color:var(--good)}.warning strong,.warning .met{color:var(--warning)}
    .bad strong,.bad .met{color:var(--bad)}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:12px;margin:0;padding:0}
    .figure,.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
    .figure dt{font-size:13px;color:var(--soft)}.figure dd{margin:0}
    .figure .number{font-size:25px;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
    .figure .remark{font-size:13px;color:var(--soft);min-height:1.5em}
    .gauge{display:block;width:100%;height:14px;margin-top:4px}
    .charts{columns:360px;column-gap:12px;margin:12px 0 6px}.charts .card{break-inside:avoid;margin:0 0 12px}.charts .wide{column-span:all;max-width:960px}
    .chart{display:block;width:100%;height:auto;max-width:440px}
    .track{fill:var(--track)}.bar{fill:var(--bar)}.bar.bad{fill:var(--bad)}.bar.good,.dot.good{fill:var(--good)}.whisker{stroke:var(--mark);stroke-width:1.5;fill:none}.key.good{background:var(--good)}.limit{fill:var(--mark)}
    .chart text{font:12px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Malgun Gothic",sans-serif;
    fill:var(--ink)}
    .chart .label{text-anchor:end}.chart .tick{text-anchor:middle;fill:var(--soft)}
    .chart.wide{max-width:900px}.grid{stroke:var(--line);stroke-width:1}
    .none{stroke:var(--bad);stroke-width:2;fill:none}
    td.mark{background:var(--note)}td.fault{color:var(--bad);font-weight:600}.curve{fill:none;stroke:var(--bar);stroke-width:2}.dot{fill:var(--bar)}
    .tools{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:10px 0}
    .tools label{font-size:13px;color:var(--soft)}
    .tools input:not([type=checkbox]),.tools select,.tools button{display:block;font:inherit;font-size:14px;color:var(--ink);
    background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 8px;max-width:220px}
    .boxes{gap:18px;margin:6px 0 10px}.boxes label{font-size:14px;color:var(--ink)}.tools output{margin-left:auto;font-size:14px;color:var(--soft);padding:6px 0}
    .scroll{background:var(--card);border:1px solid var(--line);border-radius:8px}.scroll.wide{overflow:auto;max-height:88vh}
    table{border-collapse:collapse;width:100%;font-size:13.5px}
    th,td{text-align:left;padding:6px 6px;border-bottom:1px solid var(--line);vertical-align:top}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.name{min-width:150px}td.sentence{min-width:220px}.aside{display:block;color:var(--soft);font-size:13px;max-width:60ch}
    a.picture{font-size:13px}a.picture img{height:64px;width:64px;object-fit:cover;border-radius:4px;vertical-align:middle}
    .stories{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:12px;margin:12px 0}
    .story{border-left:5px solid var(--bar)}.story.good{border-left-color:var(--good)}.story.bad{border-left-color:var(--bad)}
    .story h3{font-size:16px;margin:0 0 6px}.story .spu{color:var(--soft);font-weight:400}.story p{margin:0 0 4px}
    .story .line{color:var(--soft);margin-top:8px}.story .line.good{color:var(--good)}.story .line.warning{color:var(--warning)}
    .story ul{margin:0;padding-left:18px}.lines{margin:10px 0;padding-left:18px}.lines .bad b{color:var(--bad)}.lines .warning b{color:var(--warning)}
    .chartbox>summary{font-size:13px;font-weight:400;color:var(--soft);margin:6px 0}.document{white-space:pre-wrap;overflow-wrap:anywhere;margin:12px 0}
    .legend{margin:6px 0 0;font-size:13px;color:var(--soft)}.key{display:inline-block;width:14px;height:10px;border-radius:2px;background:var(--bar);margin:0 6px 0 12px}
    .key:first-child{margin-left:0}.key.limit{background:var(--mark);width:3px;height:14px;vertical-align:-2px}.key.open{background:var(--zone)}.key.bad{background:var(--bad)}
    .open{fill:var(--zone)}.sort{display:none}
    tbody tr:last-child td{border-bottom:0}
    thead th{font-size:13px;color:var(--soft);font-weight:600;position:sticky;top:0;z-index:1;background:var(--card);
    box-shadow:inset 0 -1px var(--line)}td{overflow-wrap:break-word}
    th button{all:unset;cursor:pointer}th button:focus-visible,a:focus-visible,summary:focus-visible,
    .scroll:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
    th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
    tr.group th{background:var(--track);color:var(--ink);font-size:13px}
    tr.group th.number{font-weight:600}
    tr.total th{border-top:2px solid var(--line);border-bottom:0}
    .chip{display:inline-block;background:var(--chip);border-radius:10px;padding:1px 8px;margin:0 3px 0 0;font-size:12px;line-height:1.45}
    td.tags{min-width:70px}td.tags .chip{white-space:nowrap}
    .c0{--h:210}.c1{--h:25}.c2{--h:150}.c3{--h:45}.c4{--h:275}.c5{--h:180}.c6{--h:335}.c7{--h:90}
    .chip[class*=" c"]{background:hsl(var(--h) 60% var(--tint));color:hsl(var(--h) 65% var(--deep))}
    .closeness{width:130px;height:26px;vertical-align:-10px;margin-right:10px}.closeness text{font:10px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}.range{fill:var(--zone)}.needle{fill:var(--mark)}
    tr.bad .needle{fill:var(--bad)}tr.warning .needle{fill:var(--warning)}
    tr.detail td:first-child{padding-left:26px;font-weight:400}tr.detail td{color:var(--soft)}
    .no-details tr.detail,.no-alike tr.alike{display:none}
    .lead{color:var(--soft);max-width:90ch}.lead b{color:var(--ink)}
    .figure.good .number{color:var(--good)}.figure.warning .number{color:var(--warning)}.figure.bad .number{color:var(--bad)}
    .met{font-weight:600}summary{cursor:pointer;font-size:19px;font-weight:650;margin:28px 0 4px}
    footer{margin-top:40px;font-size:13px;color:var(--soft)}
    a{color:var(--bar)}.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px}
    @media (max-width:640px){.charts{columns:1}main{padding:18px 12px 40px}h1{font-size:23px}
    .figures{grid-template-columns:repeat(2,1fr);gap:8px}.figure .number{font-size:20px}
    .tools label{flex:1 1 44%}.tools input:not([type=checkbox]),.tools select{width:100%;max-width:none}.boxes label{flex:1 1 100%}
    .sort{display:block}.cards thead{display:none}.cards,.cards tbody,.cards tfoot{display:block}
    .cards tr{display:flex;flex-wrap:wrap;gap:0 12px;padding:8px 12px;border-bottom:1px solid var(--line)}
    .cards tr[hidden]{display:none}.cards td{border:0;padding:0;min-width:0;overflow-wrap:anywhere;font-size:13px}
    .cards td:empty,.cards td.minor,.cards .aside,.cards .closeness{display:none}.cards td.number{text-align:left;white-space:normal}
    .cards td.name{flex:1 0 100%;font-weight:600;font-size:15px;order:-1}.cards td.sentence{font-weight:400;font-size:13px;order:1}
    .cards td.number[data-label]::before{content:attr(data-label) " ";color:var(--soft);font-weight:400}
    .cards td.name::before,.cards td[data-key=spu]::before{display:none}
    .cards tr.group,.cards tr.total{display:flex;flex-wrap:wrap;gap:2px 12px;background:var(--track)}
    .cards tr.group th,.cards tr.total th{border:0;padding:0;text-align:left}
    .cards tr.group th:empty,.cards tr.total th:empty{display:none}
    .cards th.number::before{content:attr(data-label) " ";font-weight:400;color:var(--soft)}}
    @media print{@page{size:A4;margin:12mm}:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;
    --line:#bbb;--track:#e9e9e9;--bar:#2a6f97;--mark:#000;--good:#14603a;--warning:#6b4600;--bad:#9c1f18;--chip:#eee;--note:#f3ecd2;--zone:#b9dcc6;--tint:91%;--deep:27%}
    body{font-size:8.5pt}.verdict{padding:6px 10px;margin:8px 0}.verdict strong{font-size:10pt}main{max-width:none;padding:0}.tools,.skip,footer,.chartbox>summary{display:none!important}
    h1{font-size:16pt}h2,summary{font-size:11pt;margin:14px 0 4px;break-after:avoid}
    .figure .number{font-size:13pt}.figures{grid-template-columns:repeat(6,1fr);gap:6px}.figure{padding:6px 8px}
    .figure dt,.figure .remark,.legend,.lead,.aside,a.picture,.chip,.soft{font-size:7.5pt!important}
    .charts{columns:2;column-gap:6px}.charts .card{margin:0 0 6px}.card{padding:6px 8px}h3,.story h3{font-size:8.5pt;margin:0 0 4px}.card,.figure{break-inside:avoid}
    .scroll,.scroll.wide{overflow:visible;max-height:none;border:0}table{font-size:7.2pt}th,td{padding:3px 3px}thead{display:table-header-group;break-inside:avoid}
    tfoot{display:table-row-group}tr{break-inside:avoid}thead th{position:static;font-size:7.2pt}
    thead th button{display:none}thead th[data-head]::after{content:attr(data-head)}
    td.name{min-width:90px}td.sentence{min-width:120px}tr.group th{font-size:7.2pt;break-after:avoid}.stories{grid-template-columns:1fr 1fr}
    .document{font-size:7.5pt}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
