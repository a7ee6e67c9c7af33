// swift-tools-version: 6.2
import PackageDescription

/// Whether `Fuzzing/run` builds: then libFuzzer sees which branches an input takes, and there is one program more. In every
/// other build there is neither.
let isFuzzed = Context.environment["CNB_FUZZING"] != nil
let fuzzed = ["-sanitize=address,fuzzer", "-assert-config", "Debug"]

/// Arrows point down only: a target depends on what is listed below it and on nothing else (docs/architecture.md).
let settings: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)] + (isFuzzed ? [.unsafeFlags(fuzzed)] : [])

/// Built optimised in debug builds too, where tests would wait for loops.
let optimised = ["-O", "-whole-module-optimization", "-disable-batch-mode", "-num-threads", "2"]

/// Without LLVM's scheduler, which would load so far ahead that a tile's sums no longer fit in registers, and without longer
/// loops, which a tile makes no faster.
func kernelSettings(_ options: [String], defines: [String]) -> [SwiftSetting] {
  settings + defines.map { .define($0) }
    + [.unsafeFlags(optimised + ["-Xllvm", "-enable-misched=false", "-Xllvm", "-unroll-runtime=false"] + options)]
}

#if arch(x86_64)
  /// For processors with more than every x86-64 has; chosen at run time.
  let processorKernels: [Target] = [
    .target(
      name: "VectorKernelsAVX2", dependencies: ["KernelInterface"],
      swiftSettings: kernelSettings(["-Xcc", "-march=x86-64-v3"], defines: ["AVX2", "FUSED_MULTIPLY_ADD"])),
    .target(
      name: "VectorKernelsAVX512", dependencies: ["KernelInterface", "CProcessor"],
      swiftSettings: kernelSettings(["-Xcc", "-march=x86-64-v4"], defines: ["AVX512", "FUSED_MULTIPLY_ADD"])),
    .systemLibrary(name: "CProcessor"),
  ]
  let baselineDefines: [String] = []
#else
  let processorKernels: [Target] = []
  let baselineDefines = ["FUSED_MULTIPLY_ADD"]
#endif

/// The interpreter and its arrays: release builds do not watch for overlapping accesses to stored properties, which cost
/// an eighth of the time of a loop. Debug builds still do.
let measured = settings + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let fuzzTargets: [Target] = [
  .executableTarget(
    name: "Fuzz", dependencies: ["CFuzzer", "HDF5", "Cells", "Arrays"], path: "Fuzzing/Targets", swiftSettings: settings
  ),
  .target(name: "CFuzzer", path: "Fuzzing/CFuzzer", publicHeadersPath: "include"),
]

let package = Package(
  name: "ConvNotebook",
  products: [
    .executable(name: "cnb", targets: ["ConvNotebook"]),
    // For Benchmarks/.
    .library(name: "Layers", targets: ["Layers"]),
    .library(name: "Arrays", targets: ["Arrays"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "ConvNotebook",
      dependencies: [
        "HTML", "Prose", "Drawing", "Isolation", "Cells", "HDF5", "Signs", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      linkerSettings: [
        .linkedLibrary(":libreadline.a", .when(platforms: [.linux])),
        .linkedLibrary(":libtinfo.a", .when(platforms: [.linux])),
      ]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(name: "HTML", dependencies: ["Cells", "Markup"], swiftSettings: settings),
    .target(name: "Prose", dependencies: ["Cells", "Layers", "Arrays", "Markup"], swiftSettings: settings),
    .target(name: "Drawing", dependencies: ["Cells", "Arrays"], swiftSettings: settings),
    .target(
      name: "Isolation",
      dependencies: ["Cells", "Arrays", .target(name: "CSeccomp", condition: .when(platforms: [.linux]))],
      swiftSettings: settings,
      linkerSettings: [.linkedLibrary(":libseccomp.a", .when(platforms: [.linux]))]),
    .systemLibrary(name: "CSeccomp", providers: [.apt(["libseccomp-dev"])]),
    .target(
      name: "Markup", dependencies: ["CCommonMark"], swiftSettings: settings,
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a", .when(platforms: [.linux])),
        .linkedLibrary(":libcmark-gfm.a", .when(platforms: [.linux])),
      ]),
    .systemLibrary(
      name: "CCommonMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "Cells", dependencies: ["Layers", "Arrays", "CCounting", "BigInt", "Yams"], swiftSettings: measured),
    .systemLibrary(name: "CCounting"),
    .target(
      name: "HDF5", dependencies: ["Arrays", "CHDF5"], swiftSettings: settings,
      linkerSettings: [":libhdf5_serial.a", ":libsz.a", ":libaec.a", ":libz.a"].map {
        .linkedLibrary($0, .when(platforms: [.linux]))
      }),
    .target(name: "Signs", swiftSettings: settings + [.unsafeFlags(optimised, .when(configuration: .debug))]),
    .systemLibrary(name: "CHDF5", providers: [.apt(["libhdf5-dev"])]),
    .target(
      name: "Layers",
      dependencies: ["Arrays", "KernelInterface", "VectorKernels"]
        + processorKernels.map { .target(name: $0.name) },
      swiftSettings: settings + [.unsafeFlags(optimised, .when(configuration: .debug))]),
    .target(
      name: "VectorKernels", dependencies: ["KernelInterface"],
      swiftSettings: kernelSettings([], defines: baselineDefines)),
    .target(name: "KernelInterface", swiftSettings: settings),
    .target(name: "Arrays", swiftSettings: measured),

    .target(name: "GoldenFiles", dependencies: ["Arrays"], path: "Tests/GoldenFiles", swiftSettings: settings),
    .testTarget(
      name: "ArraysTests", dependencies: ["Arrays", "GoldenFiles"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "LayersTests", dependencies: ["Layers", "Arrays", "GoldenFiles"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "GoldenFiles"],
      exclude: ["Programs", "Goldens", "Grading/Solutions"],
      swiftSettings: settings),
    .testTarget(
      name: "HDF5Tests", dependencies: ["HDF5", "Cells", "Arrays"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: settings),
    .testTarget(name: "HTMLTests", dependencies: ["HTML", "Cells"], swiftSettings: settings),
    .testTarget(
      name: "ProseTests", dependencies: ["Prose", "Cells", "Layers", "Arrays"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "Cells", "Arrays"], swiftSettings: settings),
    .testTarget(
      name: "ConvNotebookTests",
      dependencies: ["ConvNotebook", "Drawing", "Isolation", "HDF5", "Signs", "Cells", "Arrays"],
      exclude: ["Grading/Hostile", "DataFiles/Programs", "DataFiles/Weights"],
      swiftSettings: settings),
    .executableTarget(
      name: "FenceProbe", dependencies: ["Isolation", "CForbidden"], path: "Tests/FenceProbe", swiftSettings: settings),
    .target(name: "CForbidden", path: "Tests/CForbidden"),
  ] + processorKernels + (isFuzzed ? fuzzTargets : [])
)
