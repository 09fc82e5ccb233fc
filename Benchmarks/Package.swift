// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "lineup-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "lineup", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "benchmark",
      dependencies: [
        .product(name: "Lineup", package: "lineup"),
        .product(name: "LineupSamples", package: "lineup"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Benchmark")
  ],
  swiftLanguageModes: [.v6]
)
