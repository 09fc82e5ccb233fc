// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "lineup",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Lineup", targets: ["Lineup", "LineupFiles"]),
    .executable(name: "lineup", targets: ["LineupCLI"]),
  ],
  traits: [
    .default(enabledTraits: ["GLPK", "Workbooks"]),
    .trait(name: "GLPK", description: "Exact solving with the GNU Linear Programming Kit (GPL v3)."),
    .trait(name: "Workbooks", description: "Writing of workbooks (.xlsx) with libxlsxwriter (BSD)."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGLPK",
      providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .systemLibrary(
      name: "CCrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CYAML",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CXLSXWriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "GLPK",
      dependencies: [.target(name: "CGLPK", condition: .when(traits: ["GLPK"]))]),
    .target(
      name: "Optimization",
      dependencies: ["GLPK", .product(name: "HeapModule", package: "swift-collections")]),
    .target(name: "JointPlanning", dependencies: ["Optimization"]),
    .target(name: "Lineup", dependencies: ["JointPlanning", "Optimization"]),
    .target(name: "LineupReports", dependencies: ["Lineup"]),
    .target(
      name: "LineupFiles",
      dependencies: [
        "Lineup", "LineupReports", "CYAML", "CZlib",
        .target(name: "CXLSXWriter", condition: .when(traits: ["Workbooks"])),
        .target(name: "CCrypto", condition: .when(platforms: [.linux])),
      ]),
    .target(name: "LineupSamples"),
    .executableTarget(
      name: "LineupCLI",
      dependencies: [
        "Lineup", "LineupFiles", "LineupReports", "LineupSamples",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Lineup", "LineupFiles", "LineupSamples",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Sources"),
    .target(name: "TestSupport", dependencies: ["Lineup", "LineupFiles"], path: "Tests/TestSupport"),
    // GLPK's own branch and cut on the whole program: a yardstick for tests.
    .target(
      name: "PlainBranchAndCut",
      dependencies: [
        "GLPK", "Optimization", .target(name: "CGLPK", condition: .when(traits: ["GLPK"])),
      ], path: "Tests/PlainBranchAndCut"),
    // These two see of Lineup what other packages see: its public face.
    .executableTarget(
      name: "PlanningToolExample", dependencies: ["LineupFiles"], path: "Tests/PlanningToolExample",
      packageAccess: false),
    .testTarget(name: "PublicFaceTests", dependencies: ["LineupFiles"], packageAccess: false),
    .testTarget(name: "GLPKTests", dependencies: ["GLPK", "PlainBranchAndCut"]),
    .testTarget(
      name: "OptimizationTests", dependencies: ["Optimization", "PlainBranchAndCut", "TestSupport"]),
    .testTarget(name: "LineupTests", dependencies: ["Lineup", "TestSupport"]),
    .testTarget(name: "JointPlanningTests", dependencies: ["JointPlanning", "Optimization"]),
    .testTarget(name: "LineupSamplesTests", dependencies: ["LineupSamples"]),
    .testTarget(
      name: "LineupFilesTests",
      dependencies: ["GLPK", "LineupFiles", "LineupReports", "LineupSamples", "Optimization", "TestSupport"]),
    .testTarget(name: "LineupReportsTests", dependencies: ["LineupReports", "LineupFiles", "TestSupport"]),
    .testTarget(
      name: "LineupCLITests", dependencies: ["LineupCLI", "LineupFiles", "TestSupport"],
      exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)
