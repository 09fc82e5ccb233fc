// swift-tools-version: 6.1
import PackageDescription

/// A planning tool that uses Lineup as a library; CI builds and runs it.
let package = Package(
  name: "PlanningToolExample",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "lineup", path: "../..")],
  targets: [
    .executableTarget(
      name: "PlanningToolExample",
      dependencies: [.product(name: "Lineup", package: "lineup")],
      path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
