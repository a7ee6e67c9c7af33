import Arrays
import Layers
import Testing

@Suite("A sequential model")
struct SequentialTests {
  private static func model(_ dtype: DType = .float64, dropout: Double = 0.25) throws -> Sequential {
    let model = try Sequential(
      [
        Conv2D(filters: 4, windowSize: 3, padding: .same), BatchNormalizationLayer(), ReLULayer(),
        Pooling2D(.max, windowSize: 4), FlattenLayer(), DropoutLayer(rate: dropout),
        DenseLayer(units: 3, activation: .softmax),
      ], dtype: dtype, seed: 2)
    model.optimiser = AdamOptimiser(Adam(learningRate: 0.01))
    return model
  }

  /// Images whose brighter third says the class.
  private static func data(_ count: Int) throws -> (examples: NDArray, labels: NDArray) {
    let random = try RandomState(seed: 9)
    let examples = try random.randomSample([count, 12, 12, 1])
    let labels = (0..<count).map { Int64($0 % 3) }
    for (example, label) in labels.enumerated() {
      for pixel in 0..<48 { examples.pointer(Double.self)[example * 144 + Int(label) * 48 + pixel] += 0.5 }
    }
    return (examples, try OneHot.rows(try NDArray(labels, shape: [count]), classes: 3))
  }

  private func bitsOfWeights(_ model: Sequential) throws -> [String] { try model.weights().map { try bits($0.value) } }

  @Test("learns, and says how well", arguments: [DType.float64, .float32])
  func learns(dtype: DType) throws {
    let (examples, labels) = try Self.data(60)
    let model = try Self.model(dtype)
    let history = try model.fit(examples, labels, epochs: 30, batchSize: 16, validation: (examples, labels))
    #expect(history.cost.count == 30 && history.validationAccuracy.count == 30)
    #expect(history.cost[29] < history.cost[0] / 4)
    #expect(try model.evaluate(examples, labels).accuracy > 0.95)
    let probabilities = try model.predict(examples)
    #expect(probabilities.shape == [60, 3] && probabilities.dtype == dtype)
    #expect(abs(try numbers(probabilities).reduce(0, +) - 60) < 1e-4)
  }

  @Test("learns the same with any number of threads", arguments: [DType.float64, .float32])
  func threads(dtype: DType) throws {
    let before = WorkerThreads.count
    defer { WorkerThreads.count = before }
    let (examples, labels) = try Self.data(150)
    let weights = try [1, 2, 5].map { threads in
      WorkerThreads.count = threads
      let model = try Self.model(dtype)
      _ = try model.fit(examples, labels, epochs: 2, batchSize: 75)
      return try bitsOfWeights(model)
    }
    #expect(weights[0] == weights[1] && weights[0] == weights[2])
  }

  private struct Stop: Error {}

  @Test("goes on behind an interruption as if there had been none", arguments: [1, 4, 5, 9, 14])
  func interruption(after batches: Int) throws {
    let (examples, labels) = try Self.data(40)
    let whole = try Self.model()
    let history = try whole.fit(examples, labels, epochs: 4, batchSize: 10, validation: (examples, labels))
    let model = try Self.model()
    var done = 0
    #expect(throws: Stop.self) {
      try model.fit(examples, labels, epochs: 4, batchSize: 10, validation: (examples, labels)) { _ in
        done += 1
        if done == batches { throw Stop() }
      }
    }
    var first: Progress?
    let rest = try model.fit(examples, labels, epochs: 4, batchSize: 10, validation: (examples, labels)) {
      if first == nil { first = $0 }
    }
    #expect(first?.epoch == batches / 4 + 1 && first?.batch == batches % 4 + 1)
    #expect(rest == history)
    #expect(try bitsOfWeights(model) == bitsOfWeights(whole))
  }

  @Test("stops at a checkpoint in the middle of a batch, which is then done anew", arguments: [0, 1, 7, 30, 60, 100])
  func checkpoint(questions: Int) throws {
    let (examples, labels) = try Self.data(40)
    let whole = try Self.model()
    _ = try whole.fit(examples, labels, epochs: 3, batchSize: 10)
    let model = try Self.model()
    var asked = 0
    let error = #expect(throws: LayerError.self) {
      try Checkpoint.asking {
        asked += 1
        return asked > questions
      } during: {
        _ = try model.fit(examples, labels, epochs: 3, batchSize: 10)
      }
    }
    guard case .array(.stopped) = error else {
      Issue.record("it ended with \(String(describing: error))")
      return
    }
    _ = try model.fit(examples, labels, epochs: 3, batchSize: 10)
    #expect(try bitsOfWeights(model) == bitsOfWeights(whole))
  }

  @Test("another fit begins anew, with the weights as they are")
  func anotherFit() throws {
    let (examples, labels) = try Self.data(20)
    let model = try Self.model()
    _ = try? model.fit(examples, labels, epochs: 2, batchSize: 10) { _ in throw Stop() }
    #expect(try model.fit(examples, labels, epochs: 3, batchSize: 10).cost.count == 3)
    #expect(model.epochsDone == 3 && model.optimiser.steps == 7)
  }

  @Test("a joined ReLU has the bits of one alone")
  func joinedLayers() throws {
    let random = try RandomState(seed: 3)
    let examples = try random.standardNormal([3, 8, 8, 2])
    let labels = try OneHot.rows(NDArray([0, 1, 1] as [Int64], shape: [3]), classes: 2)
    let model = try Sequential(
      [
        Conv2D(filters: 5, windowSize: 3, padding: .same), ReLULayer(), Pooling2D(.max, windowSize: 4),
        FlattenLayer(), DenseLayer(units: 2, activation: .softmax),
      ])
    let joined = try model.gradients(examples, labels)
    let weights = try model.weights().map(\.value)
    let rectified = try ReLU.forward(
      Convolution.forward(examples, weights: weights[0], bias: weights[1], stride: 1, padding: .same))
    let pooled = try Pooling.forward(rectified, windowSize: 4, stride: 4)
    let flat = try Flatten.forward(pooled)
    let result = try CrossEntropy.forward(Dense.forward(flat, weights: weights[2], bias: weights[3]), labels: labels)
    let scoreGradient = try CrossEntropy.backward(probabilities: result.probabilities, labels: labels)
    let dense = try Dense.backward(scoreGradient, input: flat, weights: weights[2])
    let image = try Pooling.backward(
      Flatten.backward(dense.input, shape: pooled.shape), input: rectified, windowSize: 4, stride: 4)
    let convolution = try Convolution.backward(
      ReLU.backward(image, input: rectified), input: examples, weights: weights[0], stride: 1, padding: .same)
    #expect(joined.cost == result.cost)
    let separate = [convolution.weights, convolution.bias, dense.weights, dense.bias]
    for (joined, separate) in zip(joined.gradients, separate) {
      #expect(try numbers(joined.gradient).map(\.bitPattern) == numbers(separate).map(\.bitPattern))
    }
  }

  @Test("prints its summary as Keras does")
  func summary() throws {
    let model = try Sequential(
      [
        Conv2D(filters: 8, windowSize: 4, padding: .same), BatchNormalizationLayer(), ReLULayer(),
        Pooling2D(.max, windowSize: 8), Conv2D(filters: 16, windowSize: 2, padding: .same, activation: .relu),
        Pooling2D(.max, windowSize: 4), FlattenLayer(), DropoutLayer(rate: 0.5),
        DenseLayer(units: 60), DenseLayer(units: 6, activation: .softmax),
      ])
    try model.build(inputShape: [64, 64, 3])
    #expect(
      try model.summary() == """
        Model: "sequential"
        _________________________________________________________________
         Layer (type)                Output Shape              Param #   
        =================================================================
         conv2d (Conv2D)             (None, 64, 64, 8)         392       
                                                                         
         batch_normalization (BatchN  (None, 64, 64, 8)        32        
         ormalization)                                                   
                                                                         
         re_lu (ReLU)                (None, 64, 64, 8)         0         
                                                                         
         max_pooling2d (MaxPooling2D  (None, 8, 8, 8)          0         
         )                                                               
                                                                         
         conv2d_1 (Conv2D)           (None, 8, 8, 16)          528       
                                                                         
         max_pooling2d_1 (MaxPooling  (None, 2, 2, 16)         0         
         2D)                                                             
                                                                         
         flatten (Flatten)           (None, 64)                0         
                                                                         
         dropout (Dropout)           (None, 64)                0         
                                                                         
         dense (Dense)               (None, 60)                3900      
                                                                         
         dense_1 (Dense)             (None, 6)                 366       
                                                                         
        =================================================================
        Total params: 5,218
        Trainable params: 5,202
        Non-trainable params: 16
        _________________________________________________________________

        """)
  }

  @Test("gives its weights by name and takes others over")
  func weights() throws {
    let (examples, labels) = try Self.data(12)
    let (model, other) = (try Self.model(), try Self.model())
    _ = try model.fit(examples, labels, epochs: 1, batchSize: 5)
    #expect(
      try model.weights().map(\.name) == [
        "conv2d/kernel", "conv2d/bias", "batch_normalization/gamma", "batch_normalization/beta",
        "batch_normalization/moving_mean", "batch_normalization/moving_variance", "dense/kernel", "dense/bias",
      ])
    try other.build(inputShape: [12, 12, 1])
    try other.setWeights(model.weights().map(\.value))
    #expect(try bits(other.predict(examples)) == bits(model.predict(examples)))
    #expect(throws: LayerError.self) { try other.setWeights([]) }
  }

  @Test("running averages follow the batches with Keras's momentum")
  func runningAverages() throws {
    let (examples, labels) = try Self.data(8)
    let model = try Sequential(
      [BatchNormalizationLayer(), FlattenLayer(), DenseLayer(units: 3, activation: .softmax)])
    _ = try model.fit(examples, labels, epochs: 1, batchSize: 8)
    let all = try numbers(examples)
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    let kept = try model.weights().map { try numbers($0.value)[0] }
    #expect(abs(kept[2] - 0.01 * mean) < 1e-12)
    #expect(abs(kept[3] - (0.99 + 0.01 * variance)) < 1e-12)
  }
}
