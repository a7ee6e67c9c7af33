import Arrays
import Layers
import Testing

/// A convolution's arguments.
private struct SampleConvolution {
  let input: NDArray
  let weights: NDArray
  let bias: NDArray
  let stride: Int
  let padding: Padding

  func output(_ kernels: Kernels) throws -> NDArray {
    try Convolution.forward(
      input, weights: weights, bias: bias, stride: stride, padding: padding, kernels: kernels)
  }

  func gradients(_ gradient: NDArray, _ kernels: Kernels) throws -> [String] {
    try allResults(gradient, kernels).dropFirst().map(bits)
  }

  func allResults(_ gradient: NDArray, _ kernels: Kernels) throws -> [NDArray] {
    let gradients = try Convolution.backward(
      gradient, input: input, weights: weights, stride: stride, padding: padding, kernels: kernels)
    return [try output(kernels), gradients.input, gradients.weights, gradients.bias]
  }

  func copy(as dtype: DType) throws -> SampleConvolution {
    try SampleConvolution(
      input: input.copy(as: dtype), weights: weights.copy(as: dtype), bias: bias.copy(as: dtype), stride: stride,
      padding: padding)
  }
}

@Suite("The fast kernels have the bits of the plain loops")
struct KernelTests {
  @Test("convolution, forward and backward", arguments: 0..<60, Processor.available)
  func convolution(seed: Int, processor: Processor) throws {
    var random = RandomNumbers(state: UInt64(seed))
    let windowSize = Int.random(in: 1...4, using: &random)
    let (stride, margin) = (Int.random(in: 1...4, using: &random), Int.random(in: 0...3, using: &random))
    let padding = seed % 5 == 0 ? Padding.same : .uniform(margin)
    let channels = Int.random(in: 1...(seed % 3 == 0 ? 40 : 9), using: &random)
    let filters = Int.random(in: 1...20, using: &random)
    let height = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let width = Int.random(in: windowSize...(windowSize + (seed % 7 == 0 ? 40 : 4)), using: &random)
    let convolution = try SampleConvolution(
      input: random.array([2, height, width, channels]),
      weights: random.array([windowSize, windowSize, channels, filters]),
      bias: random.array([1, 1, 1, filters]), stride: stride, padding: padding)
    let output = try convolution.output(.reference)
    #expect(try bits(convolution.output(.fast(processor))) == bits(output))
    let gradient = try random.array(output.shape)
    #expect(try convolution.gradients(gradient, .fast(processor)) == convolution.gradients(gradient, .reference))
  }

  @Test(
    "convolutions of many terms, pixels and filters, with any number of threads",
    arguments: [
      // A sum of more than one chunk of 8192 terms; bands of rows; more filters than panels are wide.
      ([1, 3, 3, 920], [3, 3, 920, 2]), ([2, 40, 33, 6], [3, 3, 6, 11]), ([1, 6, 50, 3], [2, 2, 3, 70]),
    ] as [(Dims, Dims)])
  func largeConvolution(input: Dims, weights: Dims) throws {
    var random = RandomNumbers(state: 1)
    let convolution = try SampleConvolution(
      input: random.array(input), weights: random.array(weights), bias: random.array([1, 1, 1, weights[3]]),
      stride: 1, padding: 1)
    let output = try convolution.output(.reference)
    let gradient = try random.array(output.shape)
    let gradients = try convolution.gradients(gradient, .reference)
    let threadsBefore = WorkerThreads.count
    defer { WorkerThreads.count = threadsBefore }
    for threads in [1, 2, 5] {
      WorkerThreads.count = threads
      for processor in Processor.available {
        #expect(try bits(convolution.output(.fast(processor))) == bits(output))
        #expect(try convolution.gradients(gradient, .fast(processor)) == gradients)
      }
    }
  }

  @Test(
    "convolution with numbers that are none, infinite ones and zeros of both signs", arguments: 0..<20,
    Processor.available)
  func specialNumbers(seed: Int, processor: Processor) throws {
    var random = RandomNumbers(state: UInt64(seed))
    func sprinkled(_ shape: Dims) throws -> NDArray {
      let array = try random.array(shape)
      for index in 0..<array.count where Int.random(in: 0..<9, using: &random) == 0 {
        array.pointer(Double.self)[index] = [0, -0.0, .infinity, -.infinity, .nan][seed % 5]
      }
      return array
    }
    let convolution = try SampleConvolution(
      input: sprinkled([2, 5, 6, 3]), weights: sprinkled([2, 2, 3, 9]), bias: sprinkled([1, 1, 1, 9]), stride: 1,
      padding: 1)
    let output = try convolution.output(.reference)
    #expect(try bits(convolution.output(.fast(processor))) == bits(output))
    let gradient = try sprinkled(output.shape)
    #expect(try convolution.gradients(gradient, .fast(processor)) == convolution.gradients(gradient, .reference))
  }

  @Test("float32 comes within 1e-5 of the plain loops in float64", arguments: 0..<30, Processor.available)
  func float32(seed: Int, processor: Processor) throws {
    var random = RandomNumbers(state: UInt64(seed))
    let windowSize = Int.random(in: 1...4, using: &random)
    let (channels, filters) = (Int.random(in: 1...20, using: &random), Int.random(in: 1...70, using: &random))
    let convolution = try SampleConvolution(
      input: random.array([2, 9, Int.random(in: 4...40, using: &random), channels]),
      weights: random.array([windowSize, windowSize, channels, filters]), bias: random.array([1, 1, 1, filters]),
      stride: Int.random(in: 1...2, using: &random), padding: 1)
    let output = try convolution.output(.reference)
    let gradient = try random.array(output.shape)
    let exact = try convolution.allResults(gradient, .reference)
    let fast = try convolution.copy(as: .float32).allResults(gradient.copy(as: .float32), .fast(processor))
    for (exact, fast) in zip(exact, fast) {
      #expect(fast.dtype == .float32 && fast.shape == exact.shape)
      let scale = try numbers(exact).map(abs).max() ?? 0
      for (left, right) in zip(try numbers(fast), try numbers(exact)) { #expect(abs(left - right) <= 1e-5 * scale) }
    }
  }

  @Test("pooling, forward and backward", arguments: 0..<60, [Pooling.Mode.max, .average])
  func pooling(seed: Int, mode: Pooling.Mode) throws {
    let dtype: DType = seed % 5 == 4 ? .float32 : .float64
    var random = RandomNumbers(state: UInt64(seed))
    let windowSize = Int.random(in: 1...(seed % 4 == 0 ? 12 : 4), using: &random)
    let stride = Int.random(in: 1...4, using: &random)
    let height = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let width = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let channels = Int.random(in: 1...(seed % 7 == 3 ? 150 : 40), using: &random)
    let input = try random.array([2, height, width, channels]).copy(as: dtype)
    if seed % 6 == 5 { input.store(.float64(seed % 4 == 1 ? .nan : .infinity), atOffset: input.count / 3) }
    func forward(_ kernels: Kernels) throws -> NDArray {
      try Pooling.forward(input, windowSize: windowSize, stride: stride, mode: mode, kernels: kernels)
    }
    let output = try forward(.reference)
    let gradient = try random.array(output.shape).copy(as: dtype)
    if seed % 6 == 4 { gradient.store(.float64(.infinity), atOffset: gradient.count / 2) }
    func backward(_ kernels: Kernels) throws -> String {
      try bits(
        Pooling.backward(
          gradient, input: input, windowSize: windowSize, stride: stride, mode: mode, kernels: kernels))
    }
    for processor in Processor.available {
      #expect(try bits(forward(.fast(processor))) == bits(output))
      #expect(try backward(.fast(processor)) == backward(.reference))
    }
  }

  @Test(
    "pooling of what is larger than the caches",
    arguments: [(Pooling.Mode.max, DType.float64), (.average, .float64), (.max, .float32)])
  func largePooling(mode: Pooling.Mode, dtype: DType) throws {
    // Columns and rows are left over at the edges, and between windows.
    let stride = 3
    let input = try NDArray(dtype, shape: [8, 131, 130, 32])
    let numbers = input.count
    for index in 0..<numbers { input.store(.float64(Double(index % 1013 % 11) - 5), atOffset: index) }
    for (index, number) in [Double.nan, .infinity, -.infinity, -0.0].enumerated() {
      input.store(.float64(number), atOffset: numbers / 5 * index)
    }
    let output = try Pooling.forward(input, windowSize: 2, stride: stride, mode: mode, kernels: .reference)
    let gradient = try NDArray(dtype, shape: output.shape)
    for index in 0..<gradient.count { gradient.store(.float64(Double(index % 17) - 8), atOffset: index) }
    for (index, number) in [Double.nan, .infinity, -0.0].enumerated() {
      gradient.store(.float64(number), atOffset: gradient.count / 4 * index)
    }
    func backward(_ kernels: Kernels) throws -> NDArray {
      try Pooling.backward(gradient, input: input, windowSize: 2, stride: stride, mode: mode, kernels: kernels)
    }
    func forward(_ kernels: Kernels) throws -> NDArray {
      try Pooling.forward(input, windowSize: 2, stride: stride, mode: mode, kernels: kernels)
    }
    try expectSameBits(backward)
    try expectSameBits(forward)
  }

  private func expectSameBits(_ pass: (Kernels) throws -> NDArray) throws {
    let exact = try pass(.reference)
    for processor in Processor.available {
      let fast = try pass(.fast(processor))
      if exact.dtype == .float32 {
        #expect(hasSameBits(fast.pointer(Float.self), exact.pointer(Float.self), exact.count))
      } else {
        #expect(hasSameBits(fast.pointer(Double.self), exact.pointer(Double.self), exact.count))
      }
    }
  }

  /// All nans count as the same.
  private func hasSameBits<T: BinaryFloatingPoint>(
    _ left: UnsafePointer<T>, _ right: UnsafePointer<T>, _ count: Int
  ) -> Bool {
    (0..<count).allSatisfy { index in
      let (left, right) = (left[index], right[index])
      return left == right ? left.sign == right.sign : left.isNaN && right.isNaN
    }
  }

  @Test("of zeros of both signs max pooling takes the last, in vectors and out of them", arguments: [1, 8, 9])
  func signsOfZero(channels: Int) throws {
    let zeros = [Double](repeating: 0.0, count: channels)
    let negative = [Double](repeating: -0.0, count: channels)
    for (numbers, sign) in [(zeros + negative, FloatingPointSign.minus), (negative + zeros, .plus)] {
      let input = try NDArray(numbers + numbers, shape: [1, 2, 2, channels])
      for kernels in [Kernels.reference] + Processor.available.map({ .fast($0) }) {
        let output = try Pooling.forward(input, windowSize: 2, stride: 1, mode: .max, kernels: kernels)
        for channel in 0..<channels { #expect(output.pointer(Double.self)[channel].sign == sign) }
      }
    }
  }
}

@Suite("The backward passes are the forward passes' gradients")
struct GradientTests {
  /// Compares a gradient with central differences of `cost` in each element of `array`.
  private func check(_ gradient: NDArray, of array: NDArray, _ cost: () throws -> Double) throws {
    let elements = array.pointer(Double.self)
    let step = 1e-4
    for index in 0..<array.count {
      let element = elements[index]
      elements[index] = element + step
      let above = try cost()
      elements[index] = element - step
      let below = try cost()
      elements[index] = element
      #expect(abs((above - below) / (2 * step) - gradient.pointer(Double.self)[index]) < 1e-8)
    }
  }

  private func weightedSum(_ output: NDArray, _ weights: NDArray) throws -> Double {
    zip(try numbers(output), try numbers(weights)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test("convolution", arguments: [(1, 0), (1, 1), (2, 0), (2, 2), (3, 1)])
  func convolution(stride: Int, margin: Int) throws {
    let padding = Padding.uniform(margin)
    var random = RandomNumbers(state: UInt64(10 * stride + margin))
    let input = try random.array([2, 5, 4, 2])
    let weights = try random.array([3, 3, 2, 3])
    let bias = try random.array([1, 1, 1, 3])
    func forward() throws -> NDArray {
      try Convolution.forward(input, weights: weights, bias: bias, stride: stride, padding: padding)
    }
    let gradient = try random.array(forward().shape)
    let gradients = try Convolution.backward(
      gradient, input: input, weights: weights, stride: stride, padding: padding)
    #expect(gradients.input.shape == input.shape)
    #expect(gradients.weights.shape == weights.shape)
    #expect(gradients.bias.shape == bias.shape)
    for (gradientOf, array) in [(gradients.input, input), (gradients.weights, weights), (gradients.bias, bias)] {
      try check(gradientOf, of: array) { try weightedSum(forward(), gradient) }
    }
  }

  @Test("pooling", arguments: [Pooling.Mode.max, .average], [1, 2])
  func pooling(mode: Pooling.Mode, stride: Int) throws {
    // Distinct numbers, further apart than the step of the differences.
    let input = try NDArray((0..<60).map { Double(($0 * 37) % 61) / 10 }, shape: [1, 5, 4, 3])
    func forward() throws -> NDArray {
      try Pooling.forward(input, windowSize: 2, stride: stride, mode: mode)
    }
    var random = RandomNumbers(state: 5)
    let gradient = try random.array(forward().shape)
    let inputGradient = try Pooling.backward(gradient, input: input, windowSize: 2, stride: stride, mode: mode)
    try check(inputGradient, of: input) { try weightedSum(forward(), gradient) }
  }
}

@Suite("A gradient that is mostly zeros")
struct SparseGradientTests {
  @Test(
    "gives the filters the plain loops' bits, also beside infinite inputs", arguments: 0..<12, Processor.available)
  func weightGradients(seed: Int, processor: Processor) throws {
    var random = RandomNumbers(state: UInt64(seed))
    let (filters, channels) = (Int.random(in: 1...19, using: &random), Int.random(in: 1...5, using: &random))
    let input = try random.array([2, 9, 12, channels])
    if seed % 4 == 3 { input.store(.float64(seed % 8 == 3 ? .infinity : .nan), atOffset: input.count / 2) }
    let weights = try random.array([3, 3, channels, filters])
    let gradient = try random.array([2, 9, 12, filters])
    for pixel in 0..<gradient.count / filters where Int.random(in: 0..<(1 + seed), using: &random) != 0 {
      for filter in 0..<filters { gradient.pointer(Double.self)[pixel * filters + filter] = pixel % 3 == 0 ? -0.0 : 0 }
    }
    let plain = try Convolution.backward(
      gradient, input: input, weights: weights, stride: 1, padding: .same, kernels: .reference)
    let fast = try Convolution.weightGradients(
      gradient, input: input, weights: weights, stride: 1, padding: .same, kernels: .fast(processor))
    #expect(try bits(fast.weights) == bits(plain.weights))
    #expect(try bits(fast.bias) == bits(plain.bias))
  }
}

@Suite("A ReLU in the pass of its neighbours")
struct RectifiedTests {
  @Test("a convolution's output has the bits of a ReLU behind it", arguments: 0..<10, Processor.available)
  func convolution(seed: Int, processor: Processor) throws {
    var random = RandomNumbers(state: UInt64(seed))
    let (channels, filters) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...37, using: &random))
    let input = try random.array([2, 6, 17, channels])
    if seed == 9 { input.store(.float64(.nan), atOffset: 3) }
    let weights = try random.array([3, 3, channels, filters])
    let bias = try random.array([1, 1, 1, filters])
    for dtype in [DType.float64, .float32] {
      func forward(isRectified: Bool) throws -> NDArray {
        try Convolution.forward(
          input.copy(as: dtype), weights: weights.copy(as: dtype), bias: bias.copy(as: dtype), stride: 1,
          padding: .same, isRectified: isRectified, kernels: .fast(processor))
      }
      #expect(try bits(forward(isRectified: true)) == bits(ReLU.forward(forward(isRectified: false))))
    }
  }
}
