import Foundation
import TestSupport

@testable import Lineup
@testable import LineupFiles

/// A small show whose catalog smuggles in what pages and workbooks must keep as text.
enum DeskShow {
  static let scenario = """
    name: Autumn <b>show</b>
    catalog: c.csv
    show: { minutes: 60, items: 3 }
    goal: { gmv: 100 }
    rules:
      gender: { split: gender, items: { women: 2, men: 1 } }
      roles: { share: items, where: { role: hero }, range: 0.. }
    variants:
      no hero: { eligible: { where: { role: { not: hero } } } }
      too many: { rules: { gender: { items: { women: 9 } } } }
    """

  static let catalog = """
    spu,name,gender,category,role,price,list_price,stock,expected_units,selling points,img
    A1,"<script>alert(1)</script>",women,coat,hero,299.5,399,10,5,"=HYPERLINK(""http://x"")",https://example.com/a.jpg
    A2,羊毛大衣 & 코트,women,dress,main,199,,20,8,轻 \u{202E}暖,
    A3,=1+1,men,shoes,new,99,150,5,9,,
    A4,"O'Neil ""best"" 5",men,shoes,main,89,,5,9,,
    A5,plain,women,coat,main,50,60,5,2,,
    """

  static func file(in folder: TemporaryFolder) throws -> ShowFile {
    try folder.write(catalog, to: "c.csv")
    return try ShowFile(path: folder.write(scenario, to: "s.yaml"))
  }

  static func show(in folder: TemporaryFolder) throws -> Show { try file(in: folder).show() }

  /// The show beside its variants, one of which has no tray.
  static func comparison(in folder: TemporaryFolder) throws -> Comparison {
    let file = try file(in: folder)
    return Comparison(
      of: file.contenders(
        [ShowChange(name: "base")] + file.variantNames.map { ShowChange(name: $0, variant: $0) }))
  }
}
