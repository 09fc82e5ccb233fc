extension BadInput {
  /// Catalogs.
  static let catalogs: [BadInput] = [
    BadInput(
      "an empty catalog",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: "",
      says: "lineup: catalog.csv: the file is empty"),
    BadInput(
      "a catalog without rows",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock

        """,
      says: "lineup: catalog.csv:1: there is a header but no style below it"),
    BadInput(
      "a catalog in no encoding that is known",
      scenario: """
        catalog: catalog.csv

        """,
      catalogBytes: Array("spu,price,stock,name\nA1,9,9,".utf8) + [0xC1, 0x0A, 0xFF, 0xC2, 0x0A],
      says: """
        lineup: catalog.csv:2: the file is not UTF-8 text; save it as UTF-8 (in Excel: "CSV \
        UTF-8")
        """),
    BadInput(
      "a catalog without a price",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,stock
        A1,3

        """,
      says: """
        lineup: catalog.csv:1: the column "price" is missing (headers: "spu", "stock"); name it \
        "price", "live price", "直播价" or "판매가", map it with columns: { price: … }, or give \
        defaults: { price: … }
        """),
    BadInput(
      "a catalog with two prices",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,售价,直播价,stock
        A1,9,8,3

        """,
      says: """
        lineup: catalog.csv:1: the headers "售价", "直播价" all answer to "price"; say which with \
        columns: { price: … }
        """),
    BadInput(
      "a price that is no number",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock
        A1,9,3
        A2,9 or 8,3

        """,
      says: """
        lineup: catalog.csv:3: price is "9 or 8", which is no number; write digits only, such as \
        299 or 299.5, or say what number it stands for with values: { price: { NUMBER: [9 or 8] } }
        """),
    BadInput(
      "an SPU twice",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock
        A1,9,3
        A2,9,3
        A1,8,3

        """,
      says: """
        lineup: catalog.csv:4: the SPU "A1" is in line 2 already; an SPU has one row; rows of one \
        style differ in price; say how they become one with on_duplicate: { stock: sum }, or which counts \
        with first, last or best_stock
        """),
    BadInput(
      "a row without an SPU",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock
        A1,9,3
        ,8,3

        """,
      says: """
        lineup: catalog.csv:3: the row has no spu; fill it in, or leave such rows out with \
        leave_out: { spu: { has: false } }
        """),
    BadInput(
      "a row with too many cells",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock,name
        A1,9,3,Dress, red

        """,
      says: """
        lineup: catalog.csv:2: the row has 5 cells, but the header has 4; quote cells that hold \
        the delimiter
        """),
    BadInput(
      "a quote in the catalog that is not closed",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock,name
        A1,9,3,"Dress
        A2,9,3,Coat

        """,
      says: """
        lineup: catalog.csv:2: a quoted cell opens here and is never closed; add the missing "
        """),
    BadInput(
      "a reserved header",
      scenario: """
        catalog: catalog.csv

        """,
      catalog: """
        spu,price,stock,gmv
        A1,9,3,27

        """,
      says: """
        lineup: catalog.csv:1: the header "gmv" is a name of Lineup's own (a measure or an \
        attribute it derives); rename the column
        """),
    BadInput(
      "a mapped header that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        columns: { expected_units: 预估销售 }

        """,
      catalog: """
        spu,price,stock,预估销量
        A1,9,3,27

        """,
      says: """
        lineup: show.yaml:2: the catalog has no header "预估销售"; did you mean "预估销量"?
        """),
    BadInput(
      "a column of one's own of a header that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        columns: { forecast: sales }

        """,
      says: """
        lineup: show.yaml:2: the catalog has no header "sales"; known: spu, name, gender, \
        role, brand, price, stock, cost, expected_units, season, rating
        """),
    BadInput(
      "a default for the SPU",
      scenario: """
        catalog: catalog.csv
        defaults: { spu: A1 }

        """,
      says: """
        lineup: show.yaml:2: unknown key "spu" in "defaults"; known: name, brand, gender, \
        category, season, role, family, price, list_price, cost, stock, expected_units
        """),
    BadInput(
      "a default that is no number",
      scenario: """
        catalog: catalog.csv
        defaults: { stock: many }

        """,
      says: "lineup: show.yaml:2: \"stock\" takes a number, not \"many\""),
    BadInput(
      "tags of a header that the catalog lacks",
      scenario: """
        catalog: catalog.csv
        tags: [colour]

        """,
      says: """
        lineup: show.yaml:2: the catalog has no header "colour"; known: spu, name, gender, \
        role, brand, price, stock, cost, expected_units, season, rating
        """),
  ]
}
