import Arrays

/// Which examples make which mini-batch, in the manner of the course: shuffled by `np.random.permutation` after
/// `np.random.seed(seed)`, then cut in order; the last batch has what is left.
public struct MiniBatches: Sendable {
  /// The examples in their new order.
  public let order: [Int]
  public let size: Int

  /// - Parameters:
  ///   - exampleCount: m, at least 1.
  ///   - size: at least 1.
  ///   - seed: in 0..<2³².
  /// - Throws: `LayerError` for other numbers.
  public init(exampleCount: Int, size: Int, seed: Int) throws(LayerError) {
    let function = "random_mini_batches"
    if size < 1 {
      throw .unusable(function: function, argument: "mini_batch_size", expected: "at least 1", actual: "\(size)")
    }
    let permutation = try layer { () throws(ArrayError) in
      try RandomState(seed: seed).permutation(exampleCount)
    }
    let places = permutation.pointer(Int64.self)
    order = (0..<permutation.count).map { Int(places[$0]) }
    self.size = size
  }

  public var count: Int { (order.count + size - 1) / size }

  /// The examples of a batch.
  public subscript(batch: Int) -> ArraySlice<Int> { order[batch * size..<min((batch + 1) * size, order.count)] }

  /// Some examples of an array (m, ...), in this order: a new array.
  /// - Precondition: the examples are in the array.
  /// - Throws: `LayerError` when memory runs out, or at a checkpoint.
  public static func gather(
    _ examples: ArraySlice<Int>, of array: NDArray, as dtype: DType
  ) throws(LayerError) -> NDArray {
    try layer { () throws(ArrayError) in
      let rest = Dims(array.shape.dropFirst())
      let result = try NDArray(dtype, shape: Dims([examples.count] + Array(rest)), zeroed: false)
      let length = rest.reduce(1, *)
      if array.dtype == dtype, array.isContiguous {
        let bytes = length * dtype.itemSize
        let (from, to) = (array.storage.base + array.offset * dtype.itemSize, result.storage.base)
        let threads = bytes * examples.count < 1 << 18 ? 1 : WorkerThreads.threadCount(for: examples.count)
        let first = examples.startIndex
        try WorkerThreads.forEach(examples.count, threads: threads) { place, _ in
          (to + place &* bytes).copyMemory(from: from + examples[first &+ place] &* bytes, byteCount: bytes)
        }
        return result
      }
      var checkpoint = Checkpoint()
      for (place, example) in examples.enumerated() {
        let source = array.with(
          shape: rest, strides: Dims(array.strides.dropFirst()), offset: array.offset + example * array.strides[0])
        try result.with(shape: rest, strides: rest.contiguousStrides, offset: place * length).assign(source)
        try checkpoint.pass(operations: length + 8)
      }
      return result
    }
  }
}
