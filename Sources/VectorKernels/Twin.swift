import KernelInterface

/// Two vectors side by side as one: so many channels of a pixel are read before the next pixel is.
struct Twin<Half: Lanes>: Lanes {
  typealias Number = Half.Number
  private var first: Half
  private var second: Half
  @inline(__always) init(_ first: Half, _ second: Half) { (self.first, self.second) = (first, second) }
  @inline(__always) init(repeating number: Number) { self.init(Half(repeating: number), Half(repeating: number)) }
  @inline(__always) init(at address: UnsafePointer<Number>) {
    self.init(Half(at: address), Half(at: address + Half.count))
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Number>) {
    first.store(at: address)
    second.store(at: address + Half.count)
  }
  @inline(__always) func stream(at address: UnsafeMutablePointer<Number>) {
    first.stream(at: address)
    second.stream(at: address + Half.count)
  }
  @inline(__always) static func finishStreams() { Half.finishStreams() }
  @inline(__always) static var count: Int { 2 &* Half.count }
  @inline(__always) static var zero: Twin { Twin(.zero, .zero) }
  @inline(__always) static func + (left: Twin, right: Twin) -> Twin {
    Twin(left.first + right.first, left.second + right.second)
  }
  @inline(__always) static func * (left: Twin, right: Twin) -> Twin {
    Twin(left.first * right.first, left.second * right.second)
  }
  @inline(__always) static func / (left: Twin, right: Twin) -> Twin {
    Twin(left.first / right.first, left.second / right.second)
  }
  @inline(__always) func adding(_ left: Twin, times right: Twin) -> Twin {
    Twin(first.adding(left.first, times: right.first), second.adding(left.second, times: right.second))
  }
  @inline(__always) func larger(or others: Twin) -> Twin {
    Twin(first.larger(or: others.first), second.larger(or: others.second))
  }
  @inline(__always) func notSmaller(or others: Twin) -> Twin {
    Twin(first.notSmaller(or: others.first), second.notSmaller(or: others.second))
  }
  @inline(__always) func equals(_ others: Twin, _ chosen: Twin, else rest: Twin) -> Twin {
    Twin(
      first.equals(others.first, chosen.first, else: rest.first),
      second.equals(others.second, chosen.second, else: rest.second))
  }
  @inline(__always) func hasNan(or others: Twin) -> Bool {
    first.hasNan(or: others.first) || second.hasNan(or: others.second)
  }
}
