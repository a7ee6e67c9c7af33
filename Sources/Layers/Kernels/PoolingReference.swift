import Arrays
import KernelInterface

/// What the pooling kernels read.
struct PoolingOperands {
  let shape: PoolingShape
  /// C-contiguous (m, n_H_prev, n_W_prev, n_C), in the kernel's element type.
  let input: NDArray
  /// Where a window's numbers of one channel stand relative to its origin, in the order in which NumPy adds them.
  let offsets: [Int]

  /// - Parameter source: the input as it was given: the memory order of its windows decides the order of addition.
  init(shape: PoolingShape, source: NDArray, input: NDArray) {
    self.shape = shape
    self.input = input
    guard input.count > 0 else {
      offsets = []
      return
    }
    let window: Dims = [shape.grid.windowSize, shape.grid.windowSize]
    offsets = TermOrder.offsets(
      shape: window, strides: [shape.grid.inputWidth * shape.channels, shape.channels],
      axes: TermOrder.axes(shape: window, strides: [source.strides[1], source.strides[2]]))
  }
}

/// The numbers of a window in one channel.
struct WindowTerms<Value: FloatingElement>: Terms {
  let origin: UnsafePointer<Value>
  let offsets: UnsafePointer<Int>
  @inline(__always) subscript(index: Int) -> Value { origin[offsets[index]] }
}

/// The plain loops that define a pooling's value.
enum PoolingReference<Value: FloatingElement> {
  static func forward(_ operands: PoolingOperands, mode: Pooling.Mode, into output: NDArray) throws(ArrayError) {
    let input = operands.input.pointer(Value.self)
    let result = output.pointer(Value.self)
    try forEachWindow(operands) { window, index in
      switch mode {
      case .max: result[index] = largest(input + window, operands.offsets)
      case .average: result[index] = mean(input + window, operands.offsets)
      }
    }
  }

  static func backward(
    _ operands: PoolingOperands, _ gradient: NDArray, mode: Pooling.Mode, into sum: NDArray
  ) throws(ArrayError) {
    let input = operands.input.pointer(Value.self)
    let da = gradient.pointer(Value.self)
    let target = sum.pointer(Value.self)
    try forEachWindow(operands) { window, index in
      switch mode {
      case .max:
        let largest = largest(input + window, operands.offsets)
        // The product and not a choice: nothing times an infinity is nan, as it is in NumPy.
        for offset in operands.offsets {
          target[window + offset] += (input[window + offset] == largest ? 1 : 0) * da[index]
        }
      case .average:
        let share = da[index] / Value(operands.offsets.count)
        for offset in operands.offsets { target[window + offset] += share }
      }
    }
  }

  /// Calls `body` with the origin of each window of each channel in the input, and with its index in the output.
  @inline(__always)
  private static func forEachWindow(_ operands: PoolingOperands, _ body: (Int, Int) -> Void) throws(ArrayError) {
    let (shape, grid) = (operands.shape, operands.shape.grid)
    var checkpoint = Checkpoint()
    var index = 0
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        for w in 0..<grid.outputWidth {
          for channel in 0..<shape.channels {
            body(image * shape.imageSize + grid.origin(h, w, channels: shape.channels) + channel, index)
            index += 1
          }
          try checkpoint.pass(operations: grid.windowSize * grid.windowSize * shape.channels)
        }
      }
    }
  }

  /// `np.max` of a window's numbers.
  static func largest(_ window: UnsafePointer<Value>, _ offsets: [Int]) -> Value {
    var result = window[offsets[0]]
    for offset in offsets.dropFirst() { result = larger(window[offset], result) }
    return result
  }

  /// `np.mean` of a window's numbers.
  static func mean(_ window: UnsafePointer<Value>, _ offsets: [Int]) -> Value {
    offsets.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else { return .nan }
      let sum = numpySum(WindowTerms(origin: window, offsets: address), count: buffer.count)
      return sum / Value(buffer.count)
    }
  }
}
