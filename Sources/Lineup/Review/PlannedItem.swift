/// An item of the tray as it went on air, with the amounts that the tray's file gives it.
package struct PlannedItem: Sendable, Equatable {
  package var spu: String
  package var pitch: String
  package var name: String?
  /// The offer that it was planned with, if any.
  package var offer: String?
  /// Units and sales as the file has them; `nil` where it has not.
  package var units: Double?
  package var price: Double?
  package var gmv: Double?

  package init(
    spu: String, pitch: String, name: String? = nil, offer: String? = nil, units: Double? = nil,
    price: Double? = nil, gmv: Double? = nil
  ) {
    self.spu = spu
    self.pitch = pitch
    self.name = name
    self.offer = offer
    self.units = units
    self.price = price
    self.gmv = gmv
  }
}
