import Arrays

/// How far a backward pass has come: what its results hold after so many steps, added up in the order of the steps.
extension WindowTrace {
  /// A number of dA_prev, rows and columns counted in the padded image.
  /// - Complexity: O(f / stride)^2 windows, n_C filters in each.
  package func inputGradient(image: Int, row: Int, column: Int, channel: Int, after steps: Int) -> Scalar {
    scalar(
      float: { $0.inputGradient(image, row, column, channel, steps) },
      double: { $0.inputGradient(image, row, column, channel, steps) })
  }

  /// What a step adds to a number of its window in dA_prev, row and column counted in the window.
  package func inputShare(at place: Place, row: Int, column: Int, channel: Int) -> Scalar {
    scalar(
      float: { $0.share(place, row, column, channel) }, double: { $0.share(place, row, column, channel) })
  }

  /// A number of dW.
  /// - Complexity: O(m n_H n_W).
  package func weightGradient(row: Int, column: Int, channel: Int, filter: Int, after steps: Int) -> Scalar {
    scalar(
      float: { $0.weightGradient(row, column, channel, filter, steps) },
      double: { $0.weightGradient(row, column, channel, filter, steps) })
  }

  /// What a step adds to a number of dW.
  package func weightShare(at place: Place, row: Int, column: Int, channel: Int) -> Scalar {
    scalar(
      float: { $0.weightShare(place, row, column, channel) },
      double: { $0.weightShare(place, row, column, channel) })
  }

  /// A number of db.
  /// - Complexity: O(m n_H n_W).
  package func biasGradient(_ filter: Int, after steps: Int) -> Scalar {
    scalar(float: { $0.biasGradient(filter, steps) }, double: { $0.biasGradient(filter, steps) })
  }

  private func scalar(float: (GradientSums<Float>) -> Float, double: (GradientSums<Double>) -> Double) -> Scalar {
    dtype == .float32
      ? .float32(float(GradientSums(self, weights))) : .float64(double(GradientSums(self, weights)))
  }
}

/// The sums in the dtype that the layer computes in.
private struct GradientSums<Value: FloatingElement> {
  private let trace: WindowTrace
  private let weights: NDArray?
  private var grid: WindowGrid { trace.grid }

  init(_ trace: WindowTrace, _ weights: NDArray?) { (self.trace, self.weights) = (trace, weights) }

  func inputGradient(_ image: Int, _ row: Int, _ column: Int, _ channel: Int, _ steps: Int) -> Value {
    var sum: Value = 0
    let channels = weights == nil ? channel..<channel + 1 : 0..<trace.outputChannels
    for h in grid.windows(covering: row, count: grid.outputHeight) {
      for w in grid.windows(covering: column, count: grid.outputWidth) {
        for c in channels {
          let place = WindowTrace.Place(image, h, w, c)
          if trace.step(at: place) >= steps { return sum }
          sum += share(place, row - grid.rows(h).lowerBound, column - grid.columns(w).lowerBound, channel)
        }
      }
    }
    return sum
  }

  func share(_ place: WindowTrace.Place, _ row: Int, _ column: Int, _ channel: Int) -> Value {
    let gradient = gradient(place)
    switch trace.kind {
    case .convolution:
      guard let weights else { return 0 }
      let strides = weights.strides
      return weights.pointer(Value.self)[
        row * strides[0] + column * strides[1] + channel * strides[2] + place.channel * strides[3]] * gradient
    case .pooling(.average): return gradient / Value(grid.windowSize * grid.windowSize)
    case .pooling(.max):
      let window = trace.window(at: place, channel: channel)
      let (numbers, rowStep, columnStep) = (window.pointer(Value.self), window.strides[0], window.strides[1])
      var largest = numbers[0]
      for y in 0..<grid.windowSize {
        for x in 0..<grid.windowSize { largest = larger(numbers[y * rowStep + x * columnStep], largest) }
      }
      return (numbers[row * rowStep + column * columnStep] == largest ? 1 : 0) * gradient
    }
  }

  func weightGradient(_ row: Int, _ column: Int, _ channel: Int, _ filter: Int, _ steps: Int) -> Value {
    sum(of: filter, before: steps) { weightShare($0, row, column, channel) }
  }

  func weightShare(_ place: WindowTrace.Place, _ row: Int, _ column: Int, _ channel: Int) -> Value {
    let window = trace.window(at: place, channel: channel)
    return window.pointer(Value.self)[row * window.strides[0] + column * window.strides[1]] * gradient(place)
  }

  func biasGradient(_ filter: Int, _ steps: Int) -> Value { sum(of: filter, before: steps, gradient) }

  private func gradient(_ place: WindowTrace.Place) -> Value {
    trace.outputs.pointer(Value.self)[trace.step(at: place)]
  }

  /// Over the steps of one filter.
  private func sum(of filter: Int, before steps: Int, _ share: (WindowTrace.Place) -> Value) -> Value {
    var sum: Value = 0
    for step in stride(from: filter, to: steps, by: trace.outputChannels) {
      sum += share(trace.place(ofStep: step))
    }
    return sum
  }
}

extension WindowGrid {
  /// The rows of windows, of `count`, that cover a row of the padded image; columns alike.
  fileprivate func windows(covering row: Int, count: Int) -> Range<Int> {
    let end = min(row / stride + 1, count)
    let first = row < windowSize ? 0 : (row - windowSize) / stride + 1
    return min(first, end)..<end
  }
}
