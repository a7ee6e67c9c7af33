import Arrays
import Layers
import Testing

extension RandomNumbers {
  /// The shape as a view whose elements stand in another order in memory.
  mutating func view(_ shape: Dims) throws -> NDArray {
    switch Int.random(in: 0..<3, using: &self) {
    case 0: return try array(shape)
    case 1: return try array(Dims(shape.reversed())).transposed
    default:
      let turned = try array([shape[0], shape[2], shape[1], shape[3]])
      let strides = turned.strides
      return turned.with(shape: shape, strides: [strides[0], strides[2], strides[1], strides[3]])
    }
  }
}

/// A trace's layer on random arguments.
private struct Sample {
  let input: NDArray
  let weights: NDArray
  let bias: NDArray
  let stride: Int
  let padding: Int
  let windowSize: Int

  init(seed: Int, as dtype: DType? = nil) throws {
    var random = RandomNumbers(state: UInt64(seed))
    windowSize = Int.random(in: 1...4, using: &random)
    stride = Int.random(in: 1...3, using: &random)
    padding = Int.random(in: 0...2, using: &random)
    let channels = Int.random(in: 1...(seed % 4 == 0 ? 20 : 4), using: &random)
    let filters = Int.random(in: 1...4, using: &random)
    let height = Int.random(in: windowSize...windowSize + 4, using: &random)
    let width = Int.random(in: windowSize...windowSize + 4, using: &random)
    let (shape, weightShape): (Dims, Dims) = (
      [2, height, width, channels], [windowSize, windowSize, channels, filters]
    )
    let (input, weights) = (try random.view(shape), try random.view(weightShape))
    let bias = try random.array([1, 1, 1, filters])
    if let dtype {
      (self.input, self.weights) = (try input.copy(as: dtype), try weights.copy(as: dtype))
      self.bias = try bias.copy(as: dtype)
    } else {
      (self.input, self.weights, self.bias) = (input, weights, bias)
    }
  }

  func output(_ kernels: Kernels = .fast) throws -> NDArray {
    try Convolution.forward(
      input, weights: weights, bias: bias, stride: stride, padding: .uniform(padding), kernels: kernels)
  }

  func forward() throws -> WindowTrace {
    try .convolutionForward(
      input, weights: weights, bias: bias, stride: stride, padding: .uniform(padding), output: output())
  }

  func backward(_ gradient: NDArray) throws -> WindowTrace {
    try .convolutionBackward(gradient, input: input, weights: weights, stride: stride, padding: .uniform(padding))
  }
}

/// The numbers of dA_prev after so many steps.
private func inputGradient(_ trace: WindowTrace, after steps: Int) throws -> NDArray {
  let result = try NDArray(trace.dtype, shape: trace.inputShape)
  let margins = trace.grid.margins
  var position = 0
  for image in 0..<trace.batch {
    for row in 0..<trace.grid.inputHeight {
      for column in 0..<trace.grid.inputWidth {
        for channel in 0..<trace.inputChannels {
          result.store(
            trace.inputGradient(
              image: image, row: row + margins.top, column: column + margins.left, channel: channel, after: steps),
            atOffset: position)
          position += 1
        }
      }
    }
  }
  return result
}

@Suite("A trace's steps")
struct WindowTraceTests {
  @Test("go through the output in the order of the loops", arguments: 0..<8)
  func places(seed: Int) throws {
    let trace = try Sample(seed: seed).forward()
    let shape = trace.outputShape
    var step = 0
    for i in 0..<shape[0] {
      for h in 0..<shape[1] {
        for w in 0..<shape[2] {
          for c in 0..<shape[3] {
            let place = WindowTrace.Place(i, h, w, c)
            #expect(trace.place(ofStep: step) == place)
            #expect(trace.step(at: place) == step)
            step += 1
          }
        }
      }
    }
    #expect(trace.stepCount == step)
    #expect(!trace.contains(WindowTrace.Place(shape[0], 0, 0, 0)))
    #expect(!trace.contains(WindowTrace.Place(0, 0, -1, 0)))
  }

  @Test("end in the bits of conv_forward: products, their sum, the bias", arguments: 0..<40)
  func convolution(seed: Int) throws {
    let sample = try Sample(seed: seed)
    let (trace, output) = (try sample.forward(), try sample.output())
    let padded = try ZeroPadding.forward(sample.input, padding: sample.padding)
    for step in 0..<trace.stepCount {
      let place = trace.place(ofStep: step)
      guard case .float64(let sum) = try trace.sum(at: place), case .float64(let bias) = trace.bias(place.channel)
      else {
        Issue.record("no sum")
        return
      }
      #expect((sum + bias).bitPattern == output.pointer(Double.self)[step].bitPattern)
      #expect(trace.output(at: place) == output.scalar(atOffset: step))
      let channel = step % trace.inputChannels
      let products = try #require(try trace.products(at: place, channel: channel))
      let (row, column) = (step % sample.windowSize, (step / 2) % sample.windowSize)
      let (y, x) = (place.row * sample.stride + row, place.column * sample.stride + column)
      let number = padded.pointer(Double.self)[
        place.image * padded.strides[0] + y * padded.strides[1] + x * padded.strides[2] + channel * padded.strides[3]]
      let weights = sample.weights
      let weight = weights.pointer(Double.self)[
        row * weights.strides[0] + column * weights.strides[1] + channel * weights.strides[2]
          + place.channel * weights.strides[3]]
      #expect(
        products.scalar(atOffset: row * products.strides[0] + column * products.strides[1])
          == .float64(number * weight))
      let isInside =
        (sample.padding..<sample.padding + sample.input.shape[1]).contains(y)
        && (sample.padding..<sample.padding + sample.input.shape[2]).contains(x)
      #expect(trace.isPadding(row: y, column: x) == !isInside)
    }
  }

  @Test("end in the bits of conv_backward", arguments: 0..<30)
  func convolutionBackward(seed: Int) throws {
    let sample = try Sample(seed: seed)
    var random = RandomNumbers(state: UInt64(seed) + 1000)
    let gradient = try random.array(sample.output().shape)
    let trace = try sample.backward(gradient)
    let gradients = try Convolution.backward(
      gradient, input: sample.input, weights: sample.weights, stride: sample.stride, padding: .uniform(sample.padding))
    #expect(try bits(inputGradient(trace, after: trace.stepCount)) == bits(gradients.input))
    var position = 0
    for row in 0..<sample.windowSize {
      for column in 0..<sample.windowSize {
        for channel in 0..<trace.inputChannels {
          for filter in 0..<trace.outputChannels {
            let number = trace.weightGradient(
              row: row, column: column, channel: channel, filter: filter, after: trace.stepCount)
            #expect(number == gradients.weights.scalar(atOffset: position))
            position += 1
          }
        }
      }
    }
    for filter in 0..<trace.outputChannels {
      #expect(trace.biasGradient(filter, after: trace.stepCount) == gradients.bias.scalar(atOffset: filter))
    }
  }

  @Test("end in the bits of pool_forward and pool_backward", arguments: 0..<20, Pooling.Mode.allCases)
  func pooling(seed: Int, mode: Pooling.Mode) throws {
    let sample = try Sample(seed: seed)
    let (size, stride) = (sample.windowSize, sample.stride)
    let output = try Pooling.forward(sample.input, windowSize: size, stride: stride, mode: mode)
    let forward = try WindowTrace.poolingForward(
      sample.input, windowSize: size, stride: stride, mode: mode, output: output)
    for step in 0..<forward.stepCount {
      let place = forward.place(ofStep: step)
      let window = forward.window(at: place, channel: place.channel)
      let one = window.with(shape: [1, size, size, 1], strides: [0, window.strides[0], window.strides[1], 0])
      let pooled = try Pooling.forward(one, windowSize: size, stride: 1, mode: mode)
      #expect(try bits(pooled) == bits(NDArray([output.pointer(Double.self)[step]], shape: [1, 1, 1, 1])))
      #expect(try (forward.mask(at: place) == nil) == (mode == .average))
    }
    let backward = try WindowTrace.poolingBackward(
      output, input: sample.input, windowSize: size, stride: stride, mode: mode)
    let gradient = try Pooling.backward(output, input: sample.input, windowSize: size, stride: stride, mode: mode)
    #expect(try bits(inputGradient(backward, after: backward.stepCount)) == bits(gradient))
  }

  @Test("add up one after the other, wherever one goes", arguments: 0..<10)
  func between(seed: Int) throws {
    let sample = try Sample(seed: seed)
    var random = RandomNumbers(state: UInt64(seed) + 2000)
    let gradient = try random.array(sample.output().shape)
    let trace = try sample.backward(gradient)
    let (row, column) = (sample.windowSize - 1, 0)
    let (y, x) = (trace.grid.rows(trace.grid.outputHeight - 1).lowerBound, 0)
    var (input, weight, bias) = (0.0, 0.0, 0.0)
    for step in 0..<trace.stepCount {
      let before = trace.inputGradient(image: 0, row: y, column: x, channel: 0, after: step)
      #expect(before == .float64(input))
      #expect(
        trace.weightGradient(row: row, column: column, channel: 0, filter: 0, after: step) == .float64(weight))
      #expect(trace.biasGradient(0, after: step) == .float64(bias))
      let place = trace.place(ofStep: step)
      let (rows, columns) = (trace.grid.rows(place.row), trace.grid.columns(place.column))
      if place.image == 0, rows.contains(y), columns.contains(x) {
        input +=
          trace.inputShare(
            at: place, row: y - rows.lowerBound, column: x - columns.lowerBound, channel: 0
          ).double
      }
      if place.channel == 0 {
        weight += trace.weightShare(at: place, row: row, column: column, channel: 0).double
        bias += trace.output(at: place).double
      }
    }
  }

  @Test("of float32 numbers end in the layer's output, and in the plain loops' gradients", arguments: 0..<10)
  func float32(seed: Int) throws {
    let sample = try Sample(seed: seed, as: .float32)
    let (trace, output) = (try sample.forward(), try sample.output())
    for step in 0..<trace.stepCount {
      let place = trace.place(ofStep: step)
      #expect(trace.output(at: place) == output.scalar(atOffset: step))
      let sum = try #require(try trace.sum(at: place))
      let bias = try #require(trace.bias(place.channel))
      #expect(sum.dtype == .float32)
      #expect(abs(sum.double + bias.double - output.scalar(atOffset: step).double) < 1e-4)
    }
    let plain = try Convolution.backward(
      output, input: sample.input, weights: sample.weights, stride: sample.stride, padding: .uniform(sample.padding),
      kernels: .reference)
    let backward = try sample.backward(output)
    #expect(try bits(inputGradient(backward, after: backward.stepCount)) == bits(plain.input))
  }

  @Test("keep their numbers when the arguments change")
  func copies() throws {
    let sample = try Sample(seed: 3)
    let trace = try sample.forward()
    let before = try #require(try trace.sum(at: WindowTrace.Place(1, 0, 0, 0)))
    for array in [sample.input, sample.weights, sample.bias] {
      array.pointer(Double.self).update(repeating: 7, count: array.count)
    }
    #expect(try trace.sum(at: WindowTrace.Place(1, 0, 0, 0)) == before)
  }

  @Test("do not exist for arguments that the layer refuses")
  func refused() throws {
    let sample = try Sample(seed: 1)
    let output = try sample.output()
    #expect(throws: LayerError.self) {
      try WindowTrace.convolutionForward(
        sample.input, weights: sample.weights, bias: sample.bias, stride: 0, padding: 0, output: output)
    }
    #expect(throws: LayerError.self) {
      try WindowTrace.poolingBackward(output, input: sample.input, windowSize: 99, stride: 1, mode: .max)
    }
    let other = try NDArray(.float64, shape: [1, 1, 1, 1])
    #expect(throws: LayerError.self) {
      try WindowTrace.convolutionBackward(
        other, input: sample.input, weights: sample.weights, stride: sample.stride,
        padding: .uniform(sample.padding))
    }
  }
}

extension Scalar {
  fileprivate var double: Double { cast(to: Double.self) }
}
