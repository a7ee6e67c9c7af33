// swift-tools-version: 6.2
import PackageDescription

/// Arrows point down only: a target depends on what is listed below it and on nothing else (docs/architecture.md).
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "ConvNotebook",
  products: [
    .executable(name: "cnb", targets: ["ConvNotebook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "ConvNotebook",
      dependencies: ["Cells", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .target(name: "Cells", dependencies: ["Layers", "Arrays", "BigInt", "Yams"], swiftSettings: settings),
    .target(name: "Layers", dependencies: ["Arrays"], swiftSettings: settings),
    .target(name: "Arrays", swiftSettings: settings),

    .target(name: "GoldenFiles", dependencies: ["Arrays"], path: "Tests/GoldenFiles", swiftSettings: settings),
    .testTarget(
      name: "ArraysTests", dependencies: ["Arrays", "GoldenFiles"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "LayersTests", dependencies: ["Layers", "Arrays", "GoldenFiles"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "GoldenFiles"], exclude: ["Programs", "Goldens"],
      swiftSettings: settings),
    .testTarget(name: "ConvNotebookTests", dependencies: ["Cells"], swiftSettings: settings),
  ]
)
