// swift-tools-version: 6.1
import PackageDescription

// The engine has package access only, so this package builds it from the same sources (symbolic links)
// next to the driver that measures it.
let package = Package(
  name: "engine-benchmark",
  platforms: [.macOS(.v15)],
  traits: [.default(enabledTraits: ["GLPK"]), .trait(name: "GLPK")],
  targets: [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .target(
      name: "GLPK", dependencies: [.target(name: "CGLPK", condition: .when(traits: ["GLPK"]))]),
    .target(name: "Optimization", dependencies: ["GLPK"]),
    .executableTarget(name: "EngineBenchmark", dependencies: ["Optimization"]),
  ],
  swiftLanguageModes: [.v6]
)
