/// The file name that ipykernel gives a cell, which messages about its syntax end in: `(2465675748.py, line 1)`.
enum JupyterCellName {
  /// - Parameter code: as the notebook has it, magics included.
  static func fileName(of code: String) -> String { "\(murmur2(Array(code.utf8), seed: 0xC70F_6907)).py" }

  /// A message with that name in the place of the one it has. Names such as `<tokenize>` stay.
  static func renamed(_ message: String, forCell code: String) -> String {
    guard message.hasSuffix(")"), let start = message.lastIndex(of: "("),
      let comma = message.lastIndex(of: ","), start < comma, message[comma...].hasPrefix(", line "),
      !message[start...].hasPrefix("(<")
    else { return message }
    return message[...start] + fileName(of: code) + message[comma...]
  }

  /// MurmurHash2 by Austin Appleby, 32 bits.
  private static func murmur2(_ bytes: [UInt8], seed: UInt32) -> UInt32 {
    let multiplier: UInt32 = 0x5BD1_E995
    func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    var hash = seed ^ UInt32(truncatingIfNeeded: bytes.count)
    var rest = bytes[...]
    while rest.count >= 4 {
      var part = word(rest.prefix(4)) &* multiplier
      part ^= part >> 24
      hash = hash &* multiplier ^ part &* multiplier
      rest = rest.dropFirst(4)
    }
    if !rest.isEmpty { hash = (hash ^ word(rest)) &* multiplier }
    hash ^= hash >> 13
    hash = hash &* multiplier
    return hash ^ hash >> 15
  }
}
