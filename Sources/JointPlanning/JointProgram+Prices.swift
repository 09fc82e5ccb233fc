extension JointProgram.Block {
  /// What a showing pays at the prices of its rows and sums.
  /// - Parameters:
  ///   - offset: where the block's rows begin among all rows.
  ///   - sums: the price of each sum.
  func charge(
    of showing: Showing, _ offset: Int, _ prices: JointPrices, _ sums: [Double], _ sumIsOfUnits: [Bool]
  ) -> Double {
    let option = Int(showing.option)
    var charge = 0.0
    for entry in own[option] {
      let row = Int(own.row[entry])
      charge += prices.rows[offset + row] * own.coefficient[entry] * (rows[row].isOfUnits ? showing.units : 1)
    }
    for entry in shared[option] {
      let sum = Int(shared.row[entry])
      charge += sums[sum] * shared.coefficient[entry] * (sumIsOfUnits[sum] ? showing.units : 1)
    }
    return charge
  }
}
