import Arrays

/// Passes over many elements, shared among threads in pieces that do not depend on how many threads there are.
enum Elementwise {
  static let pieceLength = 1 << 15

  /// - Parameter length: elements of a piece; the last one may have fewer.
  /// - Throws: `ArrayError.stopped`.
  static func forEachPiece(
    of count: Int, length: Int = pieceLength, _ body: (_ piece: Int, _ elements: Range<Int>) -> Void
  ) throws(ArrayError) {
    let pieces = (count + length - 1) / length
    let threads = pieces < 3 ? 1 : WorkerThreads.threadCount(for: pieces)
    try WorkerThreads.forEach(pieces, threads: threads) { piece, _ in
      body(piece, piece &* length..<min((piece &+ 1) &* length, count))
    }
  }

  /// A new array like `array`, whose elements `body` computes from its elements.
  static func map<Value: FloatingElement>(
    _ array: NDArray, _ body: (_ from: UnsafePointer<Value>, _ to: UnsafeMutablePointer<Value>, Range<Int>) -> Void
  ) throws(LayerError) -> NDArray {
    let source = try array.contiguous(as: Value.dtype)
    return try layer { () throws(ArrayError) in
      let result = try NDArray(Value.dtype, shape: array.shape, zeroed: false)
      let (from, to) = (UnsafePointer(source.pointer(Value.self)), result.pointer(Value.self))
      try forEachPiece(of: source.count) { _, piece in body(from, to, piece) }
      return result
    }
  }
}

extension NDArray {
  /// A contiguous array with other axes. A view.
  /// - Precondition: contiguous, and as many elements.
  func viewed(_ shape: Dims) -> NDArray { with(shape: shape, strides: shape.contiguousStrides) }

  /// The same numbers in an array of one's own.
  func copied(as dtype: DType) throws(LayerError) -> NDArray {
    try layer { () throws(ArrayError) in try copy(as: dtype) }
  }
}
