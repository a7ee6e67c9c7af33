/// Eight neighbouring numbers that belong to eight independent results.
///
/// The vector kernels put one result in each lane, so that the order of additions inside a result is that of the plain
/// loops and its bits are the same. Products and sums are rounded one by one: there is no fused multiply-add.
///
/// A type of its own because operators of generic SIMD code go lane by lane; these are the concrete ones.
struct Lanes: Addend {
  static let count = 8
  var values: SIMD8<Double>

  @inline(__always) init(_ values: SIMD8<Double>) { self.values = values }
  @inline(__always) init(repeating value: Double) { values = SIMD8(repeating: value) }
  @inline(__always) init(at address: UnsafePointer<Double>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Double>.self)
  }

  @inline(__always) static var zero: Lanes { Lanes(repeating: 0) }
  @inline(__always) static func + (left: Lanes, right: Lanes) -> Lanes { Lanes(left.values + right.values) }
  @inline(__always) static func * (left: Lanes, right: Lanes) -> Lanes { Lanes(left.values * right.values) }
  @inline(__always) static func / (left: Lanes, right: Lanes) -> Lanes { Lanes(left.values / right.values) }

  @inline(__always) func store(at address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD8<Double>.self)
  }

  /// Stores the first `count` lanes.
  @inline(__always) func store(at address: UnsafeMutablePointer<Double>, count: Int) {
    if count >= Lanes.count { return store(at: address) }
    for lane in 0..<count { address[lane] = values[lane] }
  }
}
