import Arrays

/// An array's elements as bytes in C order, with their type and the shape.
package struct PlainArray: Sendable, Equatable {
  package let dtype: DType
  package let shape: Dims
  /// In the byte order of the machine: both sides run on one.
  package let bytes: [UInt8]

  /// `nil` where the bytes are not those of the shape, or a boolean is neither 0 nor 1.
  package init?(_ dtype: DType, shape: Dims, bytes: [UInt8]) {
    guard shape.allSatisfy({ $0 >= 0 }), let count = shape.product,
      case let (size, overflow) = count.multipliedReportingOverflow(by: dtype.itemSize), !overflow, size == bytes.count,
      dtype != .bool || bytes.allSatisfy({ $0 <= 1 })
    else { return nil }
    self.dtype = dtype
    self.shape = shape
    self.bytes = bytes
  }

  /// O(count).
  package init(_ array: NDArray) throws(ArrayError) {
    dtype = array.dtype
    shape = array.shape
    let contiguous = array.isContiguous ? array : try array.copy()
    let start = contiguous.storage.base + contiguous.offset * dtype.itemSize
    bytes = [UInt8](UnsafeRawBufferPointer(start: start, count: array.count * dtype.itemSize))
  }

  /// A new array. O(count).
  package func array() throws(ArrayError) -> NDArray {
    let result = try NDArray(dtype, shape: shape, zeroed: false)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { result.storage.base.copyMemory(from: start, byteCount: source.count) }
    }
    return result
  }
}
