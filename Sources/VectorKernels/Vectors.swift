import KernelInterface

/// One or two `Lanes`: how wide a tile is.
protocol Vectors {
  associatedtype Element: Lanes
  static var width: Int { get }
  static var zero: Self { get }
  init(at address: UnsafePointer<Element.Number>)
  init(_ number: Element, times vectors: Self)
  mutating func add(_ number: Element, times vectors: Self)
  static func + (left: Self, right: Self) -> Self
  /// With zeros for negative numbers, as `np.maximum(0, Z)` has them.
  var rectified: Self { get }
  func store(at address: UnsafeMutablePointer<Element.Number>)
}

struct Single<Element: Lanes>: Vectors {
  var lanes: Element
  @inline(__always) init(_ lanes: Element) { self.lanes = lanes }
  @inline(__always) init(at address: UnsafePointer<Element.Number>) { lanes = Element(at: address) }
  @inline(__always) init(_ number: Element, times vectors: Self) { lanes = number * vectors.lanes }
  @inline(__always) static var width: Int { Element.count }
  @inline(__always) static var zero: Self { Single(Element.zero) }
  @inline(__always) mutating func add(_ number: Element, times vectors: Self) {
    lanes = lanes.adding(number, times: vectors.lanes)
  }
  @inline(__always) static func + (left: Self, right: Self) -> Self { Single(left.lanes + right.lanes) }
  @inline(__always) var rectified: Self { Single(Element.zero.larger(or: lanes)) }
  @inline(__always) func store(at address: UnsafeMutablePointer<Element.Number>) { lanes.store(at: address) }
}

/// Two side by side share the loading of a number.
struct Pair<Element: Lanes>: Vectors {
  var first: Element
  var second: Element
  @inline(__always) init(_ first: Element, _ second: Element) { (self.first, self.second) = (first, second) }
  @inline(__always) init(at address: UnsafePointer<Element.Number>) {
    self.init(Element(at: address), Element(at: address + Element.count))
  }
  @inline(__always) init(_ number: Element, times vectors: Self) {
    self.init(number * vectors.first, number * vectors.second)
  }
  @inline(__always) static var width: Int { 2 &* Element.count }
  @inline(__always) static var zero: Self { Pair(.zero, .zero) }
  @inline(__always) mutating func add(_ number: Element, times vectors: Self) {
    first = first.adding(number, times: vectors.first)
    second = second.adding(number, times: vectors.second)
  }
  @inline(__always) static func + (left: Self, right: Self) -> Self {
    Pair(left.first + right.first, left.second + right.second)
  }
  @inline(__always) var rectified: Self {
    Pair(Element.zero.larger(or: first), Element.zero.larger(or: second))
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Element.Number>) {
    first.store(at: address)
    second.store(at: address + Element.count)
  }
}
