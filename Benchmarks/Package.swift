// swift-tools-version: 6.2
import PackageDescription

/// What measures the kernels. A package of its own, so that nobody who builds the program builds this.
let package = Package(
  name: "Benchmarks",
  products: [
    .executable(name: "kernel-runner", targets: ["KernelRunner"])
  ],
  dependencies: [
    .package(name: "ConvNotebook", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "KernelRunner",
      dependencies: [
        "CPeak",
        .product(name: "Layers", package: "ConvNotebook"),
        .product(name: "Arrays", package: "ConvNotebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .target(name: "CPeak"),
  ]
)
