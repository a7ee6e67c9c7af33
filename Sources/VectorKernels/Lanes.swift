import KernelInterface

#if AVX512
  import CProcessor
#endif

/// Numbers side by side that belong to independent results: one register of the processor.
///
/// A type of its own for each element type and width, since operators of generic SIMD code go lane by lane; these are
/// the concrete ones.
protocol Lanes: Addend {
  associatedtype Number: BinaryFloatingPoint
  static var count: Int { get }
  init(repeating number: Number)
  init(at address: UnsafePointer<Number>)
  func store(at address: UnsafeMutablePointer<Number>)
  /// Stores past the caches where a vector is a line of memory, in which case the address must be a line's.
  func stream(at address: UnsafeMutablePointer<Number>)
  /// Lets other threads see what was streamed.
  static func finishStreams()
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  /// `self + left * right`: rounded twice in float64, as NumPy rounds; in float32 once where the processor can.
  func adding(_ left: Self, times right: Self) -> Self
  /// These where they are greater, the others elsewhere: also where one is no number, or both are equal.
  func larger(or others: Self) -> Self
  /// These where they are not smaller or are no numbers, the others elsewhere.
  func notSmaller(or others: Self) -> Self
  /// Where these equal `others`, `chosen`, elsewhere `rest`.
  func equals(_ others: Self, _ chosen: Self, else rest: Self) -> Self
  /// Whether one of all these is no number.
  func hasNan(or others: Self) -> Bool
}

extension Lanes {
  @inline(__always) func stream(at address: UnsafeMutablePointer<Number>) { store(at: address) }
  @inline(__always) static func finishStreams() {}
}

#if AVX512
  extension DoubleLanes8 {
    @inline(__always) func stream(at address: UnsafeMutablePointer<Double>) { cnb_stream_double8(values, address) }
    @inline(__always) static func finishStreams() { cnb_stream_fence() }
  }

  extension FloatLanes16 {
    @inline(__always) func stream(at address: UnsafeMutablePointer<Float>) { cnb_stream_float16(values, address) }
    @inline(__always) static func finishStreams() { cnb_stream_fence() }
  }
#endif
