import Arrays

/// Names all that a figure holds: the same on every machine, different for different figures.
///
/// What is added is marked with its kind and length, so that no two sequences of values give the same bytes.
package struct FigureDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ text: String) {
    add(mark: "t", text.utf8.count)
    hash.update(Array(text.utf8))
  }

  package mutating func add(_ number: Int) { add(mark: "i", number) }

  package mutating func add(_ flag: Bool) { add(mark: "b", flag ? 1 : 0) }

  /// By its bits, except that all nans are one.
  package mutating func add(_ number: Double) {
    add(mark: "f", Int(truncatingIfNeeded: number.isNaN ? Double.nan.bitPattern : number.bitPattern))
  }

  package mutating func add(_ number: Double?) {
    guard let number else { return add(mark: "n", 0) }
    add(number)
  }

  package mutating func add(_ numbers: [Double]?) {
    guard let numbers else { return add(mark: "n", 0) }
    add(mark: "l", numbers.count)
    for number in numbers { add(number) }
  }

  package mutating func add(_ texts: [String]?) {
    guard let texts else { return add(mark: "n", 0) }
    add(mark: "l", texts.count)
    for text in texts { add(text) }
  }

  /// Dtype, shape and elements in C order.
  package mutating func add(_ array: NDArray?) {
    guard let array else { return add(mark: "n", 0) }
    add(array.dtype.name)
    add(mark: "a", array.rank)
    for length in array.shape { add(length) }
    let size = array.dtype.itemSize
    if array.isContiguous {
      hash.update(UnsafeRawBufferPointer(start: array.storage.base + array.offset * size, count: array.count * size))
      return
    }
    for index in 0..<array.count {
      let place = array.offset + array.offset(ofFlatIndex: index)
      hash.update(UnsafeRawBufferPointer(start: array.storage.base + place * size, count: size))
    }
  }

  package mutating func add(_ value: StyleValue) {
    switch value {
    case .none: add(mark: "n", 0)
    case .flag(let flag): add(flag)
    case .integer(let number): add(number)
    case .number(let number): add(number)
    case .text(let text): add(text)
    case .list(let values):
      add(mark: "l", values.count)
      for value in values { add(value) }
    case .group(let fields):
      add(mark: "g", fields.count)
      for field in fields {
        add(field.name)
        add(field.value)
      }
    }
  }

  package mutating func add(_ style: Style) {
    add(mark: "s", style.entries.count)
    for name in style.entries.keys.sorted() {
      add(name)
      add(style.entries[name] ?? .none)
    }
  }

  /// 16 hexadecimal digits: the first 64 bits of the SHA-256.
  package mutating func text() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = hash.finish().prefix(8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private mutating func add(mark: Unicode.Scalar, _ number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    hash.update([UInt8(ascii: mark)] + (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) })
  }
}
