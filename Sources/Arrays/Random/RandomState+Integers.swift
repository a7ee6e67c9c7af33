extension RandomState {
  /// Integers in low..<high, or in 0..<low where `high` is left out.
  ///
  /// `bool` and `uint8` take several numbers from each 32 bits, so that their sequence differs from that of `int64`.
  /// - Throws: "low >= high", "low is out of bounds for uint8" and the like, "Unsupported dtype dtype('float64') for
  ///   randint", "negative dimensions are not allowed".
  public func randint(
    low: Int, high: Int? = nil, size: Dims? = nil, dtype: DType = .int64
  ) throws(ArrayError) -> RandomSample {
    if dtype.isFloating { throw .plain(.type, "Unsupported dtype dtype('\(dtype.name)') for randint") }
    let (first, end) = high.map { (low, $0) } ?? (0, low)
    if let size, size.contains(0), !size.contains(where: { $0 < 0 }) {
      return .array(try NDArray(dtype, shape: size))
    }
    try checkBounds(first, end, dtype)
    let range = UInt64(bitPattern: Int64(end &- 1 &- first))
    let bits = self.bits
    switch dtype {
    case .bool:
      var parts = PartialDraws(bitCount: 1)
      return try sample(size) { range == 0 ? first != 0 : parts.next(bits) & 1 != 0 }
    case .uint8:
      var parts = PartialDraws(bitCount: 8)
      let mask = UInt32(truncatingIfNeeded: UInt64.max >> UInt64(range.leadingZeroBitCount))
      return try sample(size) {
        if range == 0 { return UInt8(truncatingIfNeeded: first) }
        var value: UInt32
        repeat { value = parts.next(bits) & 0xFF & mask } while value > range
        return UInt8(truncatingIfNeeded: first &+ Int(value))
      }
    default:
      return try sample(size) { Int64(first) &+ Int64(bitPattern: bits.next(upTo: range)) }
    }
  }

  private func checkBounds(_ low: Int, _ high: Int, _ dtype: DType) throws(ArrayError) {
    let bounds = dtype == .bool ? 0...1 : dtype == .uint8 ? 0...255 : Int.min...Int.max
    if low < bounds.lowerBound { throw .plain(.value, "low is out of bounds for \(dtype.name)") }
    if high > bounds.upperBound, high - 1 > bounds.upperBound {
      throw .plain(.value, "high is out of bounds for \(dtype.name)")
    }
    if low >= high { throw .plain(.value, low == 0 ? "high <= 0" : "low >= high") }
  }
}

/// Cuts 32 bits into parts of `bitCount`, the low ones first.
private struct PartialDraws {
  let bitCount: Int
  private var word: UInt32 = 0
  private var remaining = 0

  init(bitCount: Int) { self.bitCount = bitCount }

  /// The next part, with bits of later parts above it.
  mutating func next(_ bits: MersenneTwister) -> UInt32 {
    if remaining == 0 {
      word = bits.next32()
      remaining = 32 / bitCount - 1
    } else {
      word >>= UInt32(bitCount)
      remaining -= 1
    }
    return word
  }
}
