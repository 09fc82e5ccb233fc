import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// A lock that a late change lifts is said to be lifted.
@Suite struct LiftedLockTests {
  @Test(arguments: [
    (LateChanges(withdrawn: ["A"]), "the lock on A is lifted: it is withdrawn"),
    (LateChanges(stock: [("A", 0)]), "the lock on A is lifted: it has no stock"),
    (
      LateChanges(wishes: [.init(spu: "A", pitch: "b")]),
      "the lock on A with the pitch a is lifted: it is asked for with b"
    ),
    (LateChanges(kept: ["A"]), nil), (LateChanges(withdrawn: ["B"]), nil),
  ])
  func `a lifted lock is said`(changes: LateChanges, words: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("spu,price,stock,expected_units\nA,10,5,1\nB,20,5,1\nC,30,5,1\n", to: "c.csv")
    let path = try folder.write(
      "catalog: c.csv\npitches: { a: { minutes: 1 }, b: { minutes: 2 } }\nshow: { items: 2 }\n"
        + "lock: [{ spu: A, pitch: a }]\n", to: "s.yaml")
    let show = try ShowFile(path: path).show()
    let list = TrayList(try show.audit([("A", "a"), ("B", "a")]))
    let adjustment = try show.adjust(list, after: changes)
    let text = Answer(adjustment, of: show).text(style: TextStyle())
    if let words {
      #expect(text.contains("note: \(words)\n"))
    } else {
      #expect(!text.contains("lifted"))
    }
  }
}
