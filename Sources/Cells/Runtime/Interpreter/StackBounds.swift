/// How deep the thread's stack may grow: calls in the cell language are calls in Swift too.
enum StackBounds {
  /// Room that built-ins need beyond the deepest call.
  private static let reserve = 128 << 10

  /// The lowest address that a call may reach on a thread that has `bytes` of stack left.
  static func lowestAddress(leaving bytes: Int) -> UInt {
    let room = UInt(max(bytes - reserve, bytes / 2))
    return currentAddress > room ? currentAddress - room : 0
  }

  /// Where the stack stands now.
  @inline(__always) static var currentAddress: UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }
}
