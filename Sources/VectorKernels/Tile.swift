/// Rows of `Vectors`: the sums that a kernel keeps in registers while it goes through the terms.
///
/// Arrays, also inline ones, stay in memory; structs in structs whose methods are all inlined become registers. So a
/// tile of fourteen rows is a type: two stacks of seven, which are stacks of four and three, and so on.
protocol Tile {
  associatedtype Row: Vectors
  static var rows: Int { get }
  static var zero: Self { get }
  init(at address: UnsafePointer<Row.Element.Number>, step: Int)
  /// Each row is one number, `step` elements behind the last one's, times the vectors.
  init(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row)
  mutating func add(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row)
  mutating func add(toEachRow vectors: Row)
  mutating func rectify()
  static func + (left: Self, right: Self) -> Self
  func store(at address: UnsafeMutablePointer<Row.Element.Number>, step: Int)
}

struct OneRow<Row: Vectors>: Tile {
  var row: Row
  @inline(__always) init(_ row: Row) { self.row = row }
  @inline(__always) init(at address: UnsafePointer<Row.Element.Number>, step: Int) { row = Row(at: address) }
  @inline(__always) init(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row) {
    row = Row(Row.Element(repeating: numbers.pointee), times: vectors)
  }
  @inline(__always) static var rows: Int { 1 }
  @inline(__always) static var zero: Self { OneRow(.zero) }
  @inline(__always) mutating func add(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row) {
    row.add(Row.Element(repeating: numbers.pointee), times: vectors)
  }
  @inline(__always) mutating func add(toEachRow vectors: Row) { row = row + vectors }
  @inline(__always) mutating func rectify() { row = row.rectified }
  @inline(__always) static func + (left: Self, right: Self) -> Self { OneRow(left.row + right.row) }
  @inline(__always) func store(at address: UnsafeMutablePointer<Row.Element.Number>, step: Int) {
    row.store(at: address)
  }
}

struct Stack<Upper: Tile, Lower: Tile>: Tile where Upper.Row == Lower.Row {
  typealias Row = Upper.Row
  var upper: Upper
  var lower: Lower
  @inline(__always) init(_ upper: Upper, _ lower: Lower) { (self.upper, self.lower) = (upper, lower) }
  @inline(__always) init(at address: UnsafePointer<Row.Element.Number>, step: Int) {
    self.init(Upper(at: address, step: step), Lower(at: address + Upper.rows &* step, step: step))
  }
  @inline(__always) init(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row) {
    self.init(
      Upper(numbers, step: step, times: vectors), Lower(numbers + Upper.rows &* step, step: step, times: vectors))
  }
  @inline(__always) static var rows: Int { Upper.rows &+ Lower.rows }
  @inline(__always) static var zero: Self { Stack(.zero, .zero) }
  @inline(__always) mutating func add(_ numbers: UnsafePointer<Row.Element.Number>, step: Int, times vectors: Row) {
    upper.add(numbers, step: step, times: vectors)
    lower.add(numbers + Upper.rows &* step, step: step, times: vectors)
  }
  @inline(__always) mutating func add(toEachRow vectors: Row) {
    upper.add(toEachRow: vectors)
    lower.add(toEachRow: vectors)
  }
  @inline(__always) mutating func rectify() {
    upper.rectify()
    lower.rectify()
  }
  @inline(__always) static func + (left: Self, right: Self) -> Self {
    Stack(left.upper + right.upper, left.lower + right.lower)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Row.Element.Number>, step: Int) {
    upper.store(at: address, step: step)
    lower.store(at: address + Upper.rows &* step, step: step)
  }
}

extension Tile {
  typealias Number = Row.Element.Number
}
