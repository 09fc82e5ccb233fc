/// A mistake that people make, what the command must say of it on standard error, and its exit code.
struct BadInput: Sendable, CustomStringConvertible {
  var name: String
  var content: [(name: String, bytes: [UInt8])] = []
  var arguments: [String]
  var code: Int32
  /// All of standard error; of what the argument parser says, its first line.
  var words: String

  var description: String { name }

  static let usualCatalog = """
    spu,name,gender,role,brand,price,stock,cost,expected_units,season,rating
    A1001,Silk dress,women,hero,Mira,299,40,120,30,autumn,4.5
    A1002,Wool coat,women,main|new,Mira,499,25,210,12,winter,4.8
    A1003,Denim jacket,men,main,Tovo,259,60,90,22,all,4.1
    A1004,Kids hoodie,kids,traffic,Lumi,89,200,35,80,spring|autumn,

    """

  init(
    _ name: String, scenario: String? = nil, scenarioBytes: [UInt8]? = nil, file: String = "show.yaml",
    catalog: String? = usualCatalog, catalogBytes: [UInt8]? = nil, calendar: String? = nil,
    arguments: [String]? = nil, code: Int32 = 65, says words: String
  ) {
    self.name = name
    self.arguments = arguments ?? ["check", file]
    self.code = code
    self.words = words
    if let bytes = scenarioBytes ?? scenario.map({ Array($0.utf8) }) { content.append((file, bytes)) }
    if let bytes = catalogBytes ?? catalog.map({ Array($0.utf8) }) { content.append(("catalog.csv", bytes)) }
    if let calendar { content.append(("seasons.yaml", Array(calendar.utf8))) }
  }

  static let all =
    files + kinds + shapes + scalars + names + catalogs + arguments + hours + limits + slots + views
}
