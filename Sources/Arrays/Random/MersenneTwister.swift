/// The generator MT19937: 624 words, from which come 32 bits at a time.
final class MersenneTwister {
  static let length = 624
  private static let middle = 397

  private let key: UnsafeMutablePointer<UInt32>
  /// Which word comes next; `length` when new ones are due.
  private var position = MersenneTwister.length

  /// The words are zero until a seed is given.
  init() {
    key = .allocate(capacity: MersenneTwister.length)
    key.initialize(repeating: 0, count: MersenneTwister.length)
  }

  deinit { key.deallocate() }

  /// Knuth's recurrence from one number.
  func seed(_ seed: UInt32) {
    var word = seed
    for index in 0..<MersenneTwister.length {
      key[index] = word
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ UInt32(index) &+ 1
    }
    position = MersenneTwister.length
  }

  /// Mixes many numbers in: `init_by_array` of Matsumoto and Nishimura.
  /// - Precondition: at least one number.
  func seed(_ seeds: [UInt32]) {
    seed(19_650_218)
    var index = 1
    func mix(_ factor: UInt32, _ term: UInt32) {
      let before = key[index - 1]
      key[index] = (key[index] ^ ((before ^ (before >> 30)) &* factor)) &+ term
      index += 1
      if index == MersenneTwister.length {
        key[0] = key[MersenneTwister.length - 1]
        index = 1
      }
    }
    for step in 0..<max(MersenneTwister.length, seeds.count) {
      let place = step % seeds.count
      mix(1_664_525, seeds[place] &+ UInt32(truncatingIfNeeded: place))
    }
    for _ in 1..<MersenneTwister.length { mix(1_566_083_941, 0 &- UInt32(index)) }
    key[0] = 0x8000_0000
  }

  /// The words and the place of the next one.
  var state: (key: [UInt32], position: Int) {
    get { (Array(UnsafeBufferPointer(start: key, count: MersenneTwister.length)), position) }
    set {
      for (index, word) in newValue.key.prefix(MersenneTwister.length).enumerated() { key[index] = word }
      position = newValue.position
    }
  }

  private func refill() {
    func twist(_ index: Int, _ next: Int, _ far: Int) {
      let mixed = (key[index] & 0x8000_0000) | (key[next] & 0x7FFF_FFFF)
      key[index] = key[far] ^ (mixed >> 1) ^ ((0 &- (mixed & 1)) & 0x9908_B0DF)
    }
    let (length, middle) = (MersenneTwister.length, MersenneTwister.middle)
    for index in 0..<(length - middle) { twist(index, index + 1, index + middle) }
    for index in (length - middle)..<(length - 1) { twist(index, index + 1, index + middle - length) }
    twist(length - 1, 0, middle - 1)
    position = 0
  }

  @inline(__always)
  func next32() -> UInt32 {
    if position == MersenneTwister.length { refill() }
    var word = key[position]
    position &+= 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  /// The first 32 bits drawn are the high ones.
  @inline(__always)
  func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// In [0, 1), with 53 bits.
  @inline(__always)
  func nextDouble() -> Double {
    let high = Double(next32() >> 5)
    let low = Double(next32() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// In 0...maximum: draws until the bits that `maximum` needs are no larger. Draws nothing for 0.
  func next(upTo maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      let value = (maximum <= 0xFFFF_FFFF ? UInt64(next32()) : next64()) & mask
      if value <= maximum { return value }
    }
  }
}
