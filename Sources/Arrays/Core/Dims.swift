/// Up to eight numbers, one for each axis, kept inline: shapes and strides cost no allocation and no reference counting.
public struct Dims: Sendable {
  /// NumPy allows 32 axes; no notebook on images comes near eight.
  @inlinable public static var maxCount: Int { 8 }

  @usableFromInline var values: InlineArray<8, Int>
  @usableFromInline var length: Int

  @inlinable
  public init() {
    values = InlineArray(repeating: 0)
    length = 0
  }

  /// - Precondition: `count <= maxCount`; `ArrayError.checkRank` throws for what users ask.
  @inlinable
  public init(repeating value: Int, count: Int) {
    precondition(count <= Dims.maxCount)
    values = InlineArray(repeating: value)
    length = count
  }

  /// - Precondition: at most `maxCount` elements.
  public init(_ elements: some Sequence<Int>) {
    self.init()
    for element in elements { append(element) }
  }

  @inlinable
  public var count: Int { length }

  @inlinable
  public subscript(axis: Int) -> Int {
    get {
      precondition(axis >= 0 && axis < count)
      return values[unchecked: axis]
    }
    set {
      precondition(axis >= 0 && axis < count)
      values[unchecked: axis] = newValue
    }
  }

  @inlinable
  public mutating func append(_ value: Int) {
    precondition(count < Dims.maxCount)
    values[unchecked: count] = value
    length += 1
  }

  public mutating func insert(_ value: Int, at axis: Int) {
    precondition(axis <= count)
    append(0)
    var index = count - 1
    while index > axis {
      values[index] = values[index - 1]
      index -= 1
    }
    values[axis] = value
  }

  @discardableResult
  public mutating func remove(at axis: Int) -> Int {
    let removed = self[axis]
    for index in axis..<(count - 1) { values[index] = values[index + 1] }
    length -= 1
    return removed
  }

  /// The product, or `nil` where it does not fit in an `Int`. 1 for no axes.
  public var product: Int? {
    var result = 1
    for axis in 0..<count {
      let (value, overflow) = result.multipliedReportingOverflow(by: self[axis])
      if overflow { return nil }
      result = value
    }
    return result
  }

  /// The bytes of an array of this shape.
  /// - Throws: `.value` where their number would not fit in an `Int` if no axis were empty: so strides and products of
  ///   lengths of any array that there is fit.
  public func byteCount(of dtype: DType) throws(ArrayError) -> Int {
    var bytes = dtype.itemSize
    var isEmpty = false
    for axis in 0..<count {
      if self[axis] == 0 {
        isEmpty = true
        continue
      }
      let (product, overflow) = bytes.multipliedReportingOverflow(by: self[axis])
      if overflow { throw .tooBig }
      bytes = product
    }
    return isEmpty ? 0 : bytes
  }

  /// Strides, in elements, of a C-contiguous array of this shape.
  @inlinable public var contiguousStrides: Dims {
    var strides = self
    var step = 1
    var axis = length &- 1
    while axis >= 0 {
      strides.values[unchecked: axis] = step
      step &*= Swift.max(values[unchecked: axis], 1)
      axis &-= 1
    }
    return strides
  }
}

extension Dims: RandomAccessCollection, ExpressibleByArrayLiteral, Equatable, Hashable, CustomStringConvertible {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public init(arrayLiteral elements: Int...) { self.init(elements) }

  public static func == (left: Dims, right: Dims) -> Bool {
    guard left.length == right.length else { return false }
    for axis in 0..<left.length where left.values[unchecked: axis] != right.values[unchecked: axis] { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    for element in self { hasher.combine(element) }
  }

  /// As Python writes a tuple: `(4, 3)`, `(4,)`, `()`.
  public var description: String {
    count == 1 ? "(\(self[0]),)" : "(" + map(String.init).joined(separator: ", ") + ")"
  }

  /// As NumPy writes shapes in its messages on broadcasting: `(2,3)`, `(4,)`, `()`.
  public var compactDescription: String {
    count == 1 ? "(\(self[0]),)" : "(" + map(String.init).joined(separator: ",") + ")"
  }
}
