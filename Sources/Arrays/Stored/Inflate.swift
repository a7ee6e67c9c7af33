/// Unpacks DEFLATE (RFC 1951).
struct Inflate {
  private let source: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var result: [UInt8] = []
  private let limit: Int

  /// `nil` where these are not packed bytes that stand for as many as `count`, or fewer.
  static func bytes(of source: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var inflate = Inflate(source, limit: count)
    return inflate.run() ? inflate.result : nil
  }

  private init(_ source: ArraySlice<UInt8>, limit: Int) {
    self.source = source
    self.limit = limit
    position = source.startIndex
    // More than a thousandfold nothing is packed.
    result.reserveCapacity(min(limit, source.count * 1032))
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isWhole: Bool =
        switch kind {
        case 0: copyStored()
        case 1: expand(Inflate.fixedLiterals, Inflate.fixedDistances)
        case 2: expandDynamic()
        default: false
        }
      if !isWhole { return false }
      if isLast == 1 { return true }
    }
  }

  private mutating func take(_ count: UInt32) -> Int? {
    while bitCount < count {
      guard position < source.endIndex else { return nil }
      bits |= UInt32(source[position]) << bitCount
      position += 1
      bitCount += 8
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return Int(bits & ((1 << count) - 1))
  }

  private mutating func copyStored() -> Bool {
    bits = 0
    bitCount = 0
    guard let length = take(16), let check = take(16), length == ~check & 0xFFFF, length <= source.endIndex - position,
      length <= limit - result.count
    else { return false }
    result += source[position..<(position + length)]
    position += length
    return true
  }

  /// Codes of the same length follow each other in the order of their symbols.
  private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: some Collection<Int>) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1..<16 {
        for (symbol, own) in lengths.enumerated() where own == length { symbols.append(symbol) }
      }
    }
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      guard let bit = take(1) else { return nil }
      code |= bit
      let count = codes.counts[length]
      // Below 0 where more codes were given out than there are.
      if code >= first, code - first < count { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  private static let fixedLiterals = Codes(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Codes([Int](repeating: 5, count: 30))

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt32] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]

  private mutating func expand(_ literals: Codes, _ distances: Codes) -> Bool {
    while true {
      guard let symbol = symbol(literals) else { return false }
      if symbol == 256 { return true }
      if symbol < 256 {
        if result.count == limit { return false }
        result.append(UInt8(symbol))
        continue
      }
      let kind = symbol - 257
      guard kind < Inflate.lengthBases.count, let more = take(Inflate.lengthBits[kind]),
        let far = self.symbol(distances), far < Inflate.distanceBases.count,
        let further = take(UInt32(max(far / 2 - 1, 0)))
      else { return false }
      let (length, distance) = (Inflate.lengthBases[kind] + more, Inflate.distanceBases[far] + further)
      guard distance <= result.count, length <= limit - result.count else { return false }
      // One by one: what is copied may be what was just written.
      for _ in 0..<length { result.append(result[result.count - distance]) }
    }
  }

  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func expandDynamic() -> Bool {
    guard let literalCount = take(5), let distanceCount = take(5), let lengthCount = take(4) else { return false }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<(lengthCount + 4) {
      guard let length = take(3) else { return false }
      lengths[Inflate.lengthOrder[index]] = length
    }
    let lengthCodes = Codes(lengths)
    let total = literalCount + 257 + distanceCount + 1
    lengths = []
    while lengths.count < total {
      guard let symbol = symbol(lengthCodes) else { return false }
      switch symbol {
      case 0...15: lengths.append(symbol)
      case 16:
        guard let last = lengths.last, let count = take(2) else { return false }
        lengths += [Int](repeating: last, count: count + 3)
      default:
        guard let count = take(symbol == 17 ? 3 : 7) else { return false }
        lengths += [Int](repeating: 0, count: count + (symbol == 17 ? 3 : 11))
      }
    }
    guard lengths.count == total, lengths[256] != 0 else { return false }
    return expand(Codes(lengths[..<(literalCount + 257)]), Codes(lengths[(literalCount + 257)...]))
  }
}
