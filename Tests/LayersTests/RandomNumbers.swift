import Arrays

/// Random shapes and numbers, the same in every run.
struct RandomNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  mutating func array(_ shape: Dims, as dtype: DType = .float64) throws -> NDArray {
    let count = shape.reduce(1, *)
    return try NDArray((0..<count).map { _ in Double.random(in: -1...1, using: &self) }, shape: shape).copy(as: dtype)
  }
}
