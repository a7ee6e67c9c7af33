import BigInt

/// The generator of Python's module `random` (Modules/_randommodule.c): MT19937 with Python's way of seeding.
struct MersenneTwister {
  private static let (size, middle) = (624, 397)
  private var state = [UInt32](repeating: 0, count: MersenneTwister.size)
  private var position = MersenneTwister.size

  /// Seeds with the 32-bit digits of an integer's magnitude.
  init(seed: BigUInt) {
    var digits: [UInt32] = []
    var left = seed
    while left > 0 {
      digits.append(UInt32(truncatingIfNeeded: left))
      left >>= 32
    }
    self.init(digits: digits.isEmpty ? [0] : digits)
  }

  /// `init_by_array`
  private init(digits: [UInt32]) {
    state[0] = 19_650_218
    for index in 1..<MersenneTwister.size {
      state[index] = 1_812_433_253 &* (state[index - 1] ^ state[index - 1] >> 30) &+ UInt32(index)
    }
    var (index, digit) = (1, 0)
    for _ in 0..<max(MersenneTwister.size, digits.count) {
      let mixed = (state[index - 1] ^ state[index - 1] >> 30) &* 1_664_525
      state[index] = (state[index] ^ mixed) &+ digits[digit] &+ UInt32(digit)
      advance(&index)
      digit = (digit + 1) % digits.count
    }
    for _ in 0..<(MersenneTwister.size - 1) {
      let mixed = (state[index - 1] ^ state[index - 1] >> 30) &* 1_566_083_941
      state[index] = (state[index] ^ mixed) &- UInt32(index)
      advance(&index)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advance(_ index: inout Int) {
    index += 1
    if index >= MersenneTwister.size {
      state[0] = state[MersenneTwister.size - 1]
      index = 1
    }
  }

  private mutating func refill() {
    for index in 0..<MersenneTwister.size {
      let bits = state[index] & 0x8000_0000 | state[(index + 1) % MersenneTwister.size] & 0x7FFF_FFFF
      let twisted = state[(index + MersenneTwister.middle) % MersenneTwister.size] ^ bits >> 1
      state[index] = bits & 1 == 0 ? twisted : twisted ^ 0x9908_B0DF
    }
    position = 0
  }

  mutating func next() -> UInt32 {
    if position >= MersenneTwister.size { refill() }
    var bits = state[position]
    position += 1
    bits ^= bits >> 11
    bits ^= bits << 7 & 0x9D2C_5680
    bits ^= bits << 15 & 0xEFC6_0000
    return bits ^ bits >> 18
  }

  /// In [0, 1), with 53 bits.
  mutating func double() -> Double {
    let (high, low) = (next() >> 5, next() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// `getrandbits`
  mutating func bits(_ count: Int) -> BigUInt {
    if count <= 32 { return count == 0 ? 0 : BigUInt(next() >> UInt32(32 - count)) }
    var words = [UInt](repeating: 0, count: (count + 63) / 64)
    for start in stride(from: 0, to: count, by: 32) {
      let left = count - start
      let word = left < 32 ? next() >> UInt32(32 - left) : next()
      words[start / 64] |= UInt(word) << UInt(start % 64)
    }
    return BigUInt(words: words)
  }

  /// Below `limit`, all equally likely.
  mutating func below(_ limit: BigUInt) -> BigUInt {
    if limit == 0 { return 0 }
    let width = limit.bitWidth
    while true {
      let candidate = bits(width)
      if candidate < limit { return candidate }
    }
  }

  mutating func below(_ limit: Int) -> Int {
    let width = Int.bitWidth - limit.leadingZeroBitCount
    guard width <= 32 else { return Int(below(BigUInt(limit))) }
    while true {
      let candidate = width == 0 ? 0 : Int(next() >> UInt32(32 - width))
      if candidate < limit { return candidate }
    }
  }
}
