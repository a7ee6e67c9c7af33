import Arrays

/// Numbers in C order with a shape: what the loops of known mistakes compute on.
package struct Tensor: Sendable, Equatable {
  package var shape: [Int]
  package var values: [Double]

  init(_ shape: [Int], repeating value: Double = 0) {
    self.shape = shape
    values = Array(repeating: value, count: shape.reduce(1, *))
  }

  /// - Precondition: as many values as the shape has places.
  init(_ shape: [Int], _ values: [Double]) {
    self.shape = shape
    self.values = values
  }

  init(_ array: NDArray) throws(ArrayError) {
    let contiguous = try array.copy(as: .float64)
    shape = Array(array.shape)
    values = Array(UnsafeBufferPointer(start: contiguous.pointer(Double.self), count: contiguous.count))
  }

  /// An axis behind the last has length 1.
  func length(_ axis: Int) -> Int { axis < shape.count ? shape[axis] : 1 }

  /// Of four axes.
  subscript(i: Int, h: Int, w: Int, c: Int) -> Double {
    get { values[((i * shape[1] + h) * shape[2] + w) * shape[3] + c] }
    set { values[((i * shape[1] + h) * shape[2] + w) * shape[3] + c] = newValue }
  }

  func map(_ transform: (Double) -> Double) -> Tensor { Tensor(shape, values.map(transform)) }

  /// With `before` and `after` places added to each axis, full of `value`.
  func padded(before: [Int], after: [Int], with value: Double = 0) -> Tensor {
    var result = Tensor(shape.indices.map { shape[$0] + before[$0] + after[$0] }, repeating: value)
    for i in 0..<shape[0] {
      for h in 0..<shape[1] {
        for w in 0..<shape[2] {
          for c in 0..<shape[3] {
            result[i + before[0], h + before[1], w + before[2], c + before[3]] = self[i, h, w, c]
          }
        }
      }
    }
    return result
  }

  /// Four axes with the second and the third exchanged.
  var transposedImages: Tensor {
    var result = Tensor([shape[0], shape[2], shape[1], shape[3]])
    for i in 0..<shape[0] {
      for h in 0..<shape[1] {
        for w in 0..<shape[2] { for c in 0..<shape[3] { result[i, w, h, c] = self[i, h, w, c] } }
      }
    }
    return result
  }

  /// Rows and columns of images from `top` and `left` on.
  func cropped(top: Int, left: Int, height: Int, width: Int) -> Tensor {
    var result = Tensor([shape[0], height, width, shape[3]])
    for i in 0..<shape[0] {
      for h in 0..<height {
        for w in 0..<width { for c in 0..<shape[3] { result[i, h, w, c] = self[i, h + top, w + left, c] } }
      }
    }
    return result
  }
}
