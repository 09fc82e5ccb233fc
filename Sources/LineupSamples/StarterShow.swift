/// The files with which a first show starts: a small catalog and a scenario that explains itself.
package enum StarterShow {
  /// The name that the scenario file should have.
  package static let scenarioFileName = "show.yaml"
  /// The name under which the scenario looks for its catalog, beside itself.
  package static let catalogFileName = "catalog.csv"

  /// The catalog that the scenario is about.
  package static let catalog = SampleCatalog(count: 600, seed: 1, style: .smooth)

  /// The scenario in YAML. Every section is explained in a merchandiser's words.
  package static let scenario = """
    # Your first show. Edit it, then run
    #
    #     lineup check show.yaml     does the catalog have what the rules ask for?
    #     lineup solve show.yaml     which styles go on the tray, and is that the best there is?
    #
    # How to write it: 24..30 is a range, and both ends belong to it; 5.. is at least 5, ..5 at most 5, and
    # 5 alone exactly 5. Shares are written 15%. Lines that begin with # are notes.

    name: My first show

    # One row for each style (SPU): spu, name, brand, gender, category, season, role, family, price, cost,
    # stock, expected_units (what you think it sells in this show) and whatever else you want to use in a
    # rule. Headers in English, Chinese and Korean are recognised; name any other one like this:
    #     columns: { expected_units: my forecast }
    catalog: catalog.csv

    # How long, and how many styles.
    show:
      date: 2026-09-19
      minutes: 90
      reserved_minutes: 6            # opening and sign-off: no style is pitched then
      items: 24                      # or a range: 22..26

    # Styles that do not meet this are not looked at. Here: too little stock to sell on air, or too dear.
    eligible:
      where: { stock: "10..", price: "..1500" }

    # How a style can be presented, how long that takes, and what it does to its sales (lift: 1 is as in the
    # forecast). Only heroes may have the full pitch here. The plan decides who gets which.
    pitches:
      full:     { minutes: 6, lift: 1.3, where: { role: hero } }
      standard: { minutes: 3 }

    # What the season does to sales. A style with several seasons takes its best; `all` counts as 1.
    season:
      index: { spring: 0.6, summer: 0.5, autumn: 1.2, winter: 0.9 }

    # What to make as large as possible: gmv (turnover), margin, units, or a mix: { gmv: 1, margin: 0.5 }
    objective: gmv

    # The sales goal: viewers x conversion x order value. Or an amount: { gmv: 300_000 }
    goal: { views: 6_000, conversion: 12%, order_value: 520 }

    # Your rules. The names are yours; results and messages use them.
    rules:
      # How many styles of each value of a column.
      gender:        { split: gender, items: { women: 11..14, men: 5..7, kids: 5..7 } }
      # Price bands work the same way.
      price bands:   { split: price, items: { "..99.99": 3.., "500..": 2..5 } }
      # The same limit for every brand, and for every family of look-alikes.
      brands:        { each: brand, items: ..4 }
      look-alikes:   { each: family, items: ..1 }
      # A share says what it is a share of: items, minutes, gmv ...
      hero ratio:    { share: items, where: { role: hero }, range: 15%..25% }
      in season:     { share: items, where: { in_season: true }, range: 70%.. }
      # An average over the tray.
      average price: { average: price, range: 150..320 }
      # A sum: at least three new styles.
      new arrivals:  { sum: items, where: { role: new }, range: 3.. }
      # A soft rule: it may be missed, at a price. Each minute of clearance above 9 costs 400.
      clearance:     { sum: minutes, where: { role: clearance }, range: ..9, penalty: 400 }
      # Styles that come together or not at all; and of which at most one comes.
      outfit:        { together: [WB100146, YZ100284] }
      one of them:   { exclusive: [ST100583, MB100491, ST100375] }

    # Who comes to see it, and what they buy? With these two sections the forecasts follow from a plan of
    # views; `lineup views show.yaml` says which channel owes how many, and what they cost.
    #     views:
    #       base: 6_000                # the views for which the forecasts stand
    #       channels:
    #         shop guides:  { people: 500, each: 8, reach: 90%, conversion: 16%, audience: { mothers: 60% } }
    #         ads:          { views: ..8_000, cost: { 2_000: 0.8, 8_000: 1.2 }, minimum: 500 }
    #         text message: { cost: 0.04, limit: 9_000, rate: { mothers: 6% } }
    #       overlap: { ads: { shop guides: 10% } }
    #       conversion: 12%
    #       order_value: 520
    #       budget: ..3_000
    #     audience:
    #       mothers: { people: 12_000, buys: { gender: { kids: 2.2, men: 0.5 } } }

    # What must be on the tray, and what must not.
    lock: [VS100193]
    ban: [LQ100398]

    # What if? A variant says only what changes; null drops a rule.
    #     lineup solve show.yaml --variant "one hour"
    variants:
      one hour:
        show: { minutes: 60, items: 16 }
        goal: { views: 4_000 }
        rules:
          gender: { items: { women: 8..10, men: 3..5, kids: 3..5 } }
          look-alikes: null
      for margin:
        objective: margin

    """
}
