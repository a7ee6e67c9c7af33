import KernelInterface
import VectorKernels

#if arch(x86_64)
  import CProcessor
  import VectorKernelsAVX2
  import VectorKernelsAVX512
#endif

/// What the processor can do, the least first: which build of the kernels is used.
package enum Processor: String, CaseIterable, Sendable {
  /// What every processor of this architecture can.
  case baseline
  /// 256-bit vectors and fused multiply-add: x86-64-v3.
  case avx2
  /// 512-bit vectors: x86-64-v4.
  case avx512

  /// The best that this machine has; the environment variable CNB_PROCESSOR may name a lesser one.
  package static let best: Processor = {
    let most = getenv("CNB_PROCESSOR").flatMap { Processor(rawValue: String(cString: $0)) } ?? .avx512
    let usable = available.prefix { $0 != most } + available.filter { $0 == most }
    return usable.last ?? .baseline
  }()

  package static let available: [Processor] = allCases.filter(\.isAvailable)

  private var isAvailable: Bool {
    #if arch(x86_64)
      switch self {
      case .baseline: true
      case .avx2: cnb_has_avx2()
      case .avx512: cnb_has_avx512()
      }
    #else
      self == .baseline
    #endif
  }
}

/// The element types that the fast kernels are built for.
protocol KernelElement: FloatingElement {
  /// Whether a convolution's products are added as NumPy adds them, and every sum rounded as there.
  static var isExact: Bool { get }
  /// The bits of as many numbers as fill a word that are not their signs.
  static var magnitudeBits: UInt64 { get }
  static func kernels(on processor: Processor) -> KernelSet<Self>
}

extension Double: KernelElement {
  static var isExact: Bool { true }
  static var magnitudeBits: UInt64 { 0x7fff_ffff_ffff_ffff }
  static func kernels(on processor: Processor) -> KernelSet<Double> {
    #if arch(x86_64)
      switch processor {
      case .baseline: VectorKernels.BuiltKernels.float64
      case .avx2: VectorKernelsAVX2.BuiltKernels.float64
      case .avx512: VectorKernelsAVX512.BuiltKernels.float64
      }
    #else
      VectorKernels.BuiltKernels.float64
    #endif
  }
}

extension Float: KernelElement {
  static var isExact: Bool { false }
  static var magnitudeBits: UInt64 { 0x7fff_ffff_7fff_ffff }
  static func kernels(on processor: Processor) -> KernelSet<Float> {
    #if arch(x86_64)
      switch processor {
      case .baseline: VectorKernels.BuiltKernels.float32
      case .avx2: VectorKernelsAVX2.BuiltKernels.float32
      case .avx512: VectorKernelsAVX512.BuiltKernels.float32
      }
    #else
      VectorKernels.BuiltKernels.float32
    #endif
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
