/// The product's version, which `lineup --version` prints and every document says.
public enum LineupVersion {
  public static let text = "0.2.0"
}
