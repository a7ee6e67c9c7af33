import Arrays
import BigInt

package final class StringObject: Object, @unchecked Sendable {
  package let value: String
  /// Whether a UTF-8 offset is also Python's index.
  package let isASCII: Bool
  /// Whether CPython keeps one object for all texts of this value: a constant in code that looks like a name.
  package let isInterned: Bool

  package init(_ value: String, isInterned: Bool = false) {
    var value = value
    value.makeContiguousUTF8()
    isASCII = value.utf8.allSatisfy { $0 < 0x80 }
    self.value = value
    self.isInterned = isInterned
    super.init(.string)
  }

  /// What Python's `is` says: CPython has one object for equal constants that look like names, one for the empty text,
  /// and one for each computed character up to U+00FF.
  func isIdentical(to other: StringObject) -> Bool {
    if self === other { return true }
    guard value == other.value else { return false }
    return value.isEmpty || isInterned == other.isInterned && (isInterned || isSingleLatinCharacter)
  }

  private var isSingleLatinCharacter: Bool {
    let scalars = value.unicodeScalars
    guard let first = scalars.first else { return false }
    return first.value < 0x100 && scalars.dropFirst().isEmpty
  }

  /// Whether the Unicode scalars are the same: Python knows no canonical equivalence.
  func hasText(of other: StringObject) -> Bool {
    if self === other { return true }
    return isASCII && other.isASCII ? value == other.value : value.utf8.elementsEqual(other.value.utf8)
  }

  package override var type: TypeObject { Types.string }

  /// Python's `len`: Unicode scalars. O(1) for ASCII, O(n) otherwise.
  package var count: Int { isASCII ? value.utf8.count : value.unicodeScalars.count }
}

package final class BytesObject: Object, @unchecked Sendable {
  package let value: [UInt8]

  package init(_ value: [UInt8]) {
    self.value = value
    super.init(.bytes)
  }

  package override var type: TypeObject { Types.bytes }
}

/// An integer that does not fit 64 bits; those that fit are always `.int`.
package final class BigIntObject: Object, @unchecked Sendable {
  package let value: BigInt

  fileprivate init(_ value: BigInt) {
    self.value = value
    super.init(.bigInt)
  }

  package override var type: TypeObject { Types.int }
}

extension Value {
  package init(_ big: BigInt) {
    if let small = Int(exactly: big) { self = .int(small) } else { self = .object(BigIntObject(big)) }
  }
}

package final class ArrayObject: Object, @unchecked Sendable {
  package var array: NDArray
  /// The array whose storage this one shows; `x.base`.
  package var base: ArrayObject? {
    baseAddress.map { Unmanaged<ArrayObject>.fromOpaque($0.pointer).takeUnretainedValue() }
  }

  /// Counted by hand, without the locked instructions that Swift would take.
  private let baseAddress: ObjectAddress?

  package init(_ array: NDArray, base: ArrayObject? = nil) {
    self.array = array
    baseAddress = base.map { ObjectAddress($0) }
    super.init(.array)
    baseAddress?.retain()
  }

  /// A window on an array's array; `address` is that array.
  init(_ window: ArrayWindow, of address: ObjectAddress) {
    let source = address.array
    array = NDArray(
      storage: source.pointee.storage, dtype: source.dtype, offset: window.offset, shape: window.shape,
      strides: window.strides, isWriteable: source.isWriteable)
    let base = address.borrow(as: ArrayObject.self) { $0.baseAddress } ?? address
    baseAddress = base
    super.init(.array)
    base.retain()
  }

  deinit { baseAddress?.release() }

  /// A new C-contiguous array in the shape of another one that has elements; its elements are whatever the memory holds.
  /// `nil` where there is no room.
  init?(_ dtype: DType, shapeOf other: ArrayPointer) {
    guard let storage = Storage(byteCount: other.count &* dtype.itemSize, zeroed: false) else { return nil }
    let shape = Dims(other.lengths, other.rank)
    array = NDArray(
      storage: storage, dtype: dtype, offset: 0, shape: shape, strides: shape.contiguousStrides)
    baseAddress = nil
    super.init(.array)
  }

  package override var type: TypeObject { Types.ndarray }
}

package final class DTypeObject: Object, @unchecked Sendable {
  package let dtype: DType

  package init(_ dtype: DType) {
    self.dtype = dtype
    super.init(.dtype)
  }

  package override var type: TypeObject { Types.dtypes[Int(dtype.rawValue)] }
}

/// A variable that an inner function shares with the one that made it.
package final class CellObject: Object, @unchecked Sendable {
  package var value: Value

  package init(_ value: Value = .undefined) {
    self.value = value
    super.init(.cell)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(value) } }
}
