import Arrays

extension Sequential {
  /// Trains: `epochs` times through all examples, in mini-batches of the course's manner (`MiniBatches`, with the seed
  /// `seed + epochsDone`).
  ///
  /// A batch is done wholly or not at all. When a computation is stopped at a checkpoint, or `progress` throws, the model
  /// stays as the last batch left it, and the next `fit` with as many examples, epochs and as large batches goes on behind
  /// it: the weights become those of a `fit` that was never interrupted. Any other `fit` begins anew, with the weights and
  /// the optimiser's state as they are.
  ///
  /// - Parameters:
  ///   - examples: X (m, ...), of any dtype.
  ///   - labels: Y (m, C), one-hot.
  ///   - validation: evaluated after each epoch.
  ///   - progress: called after each batch.
  /// - Throws: `LayerError` if shapes do not fit, when memory runs out, or at a checkpoint; whatever `progress` throws.
  public func fit(
    _ examples: NDArray, _ labels: NDArray, epochs: Int = 1, batchSize: Int = 32,
    validation: (examples: NDArray, labels: NDArray)? = nil, progress: (Progress) throws -> Void = { _ in }
  ) throws -> History {
    try require(epochs, atLeast: 0, "epochs")
    try require(batchSize, atLeast: 1, "batch_size")
    try prepare(examples, labels, "X", "Y")
    if let validation { try prepare(validation.examples, validation.labels, "validation X", "validation Y") }
    let count = examples.shape[0]
    var run = TrainingRun(exampleCount: count, epochs: epochs, batchSize: batchSize)
    if let unfinished, unfinished.continues(exampleCount: count, epochs: epochs, batchSize: batchSize) {
      run = unfinished
    }
    unfinished = nil
    defer { for step in steps { step.release() } }
    do {
      while run.history.cost.count < epochs {
        try completeEpoch(of: &run, examples, labels, validation, progress)
      }
    } catch {
      if run.history.cost.count < epochs { unfinished = run }
      throw error
    }
    return run.history
  }

  private func completeEpoch(
    of run: inout TrainingRun, _ examples: NDArray, _ labels: NDArray,
    _ validation: (examples: NDArray, labels: NDArray)?, _ progress: (Progress) throws -> Void
  ) throws {
    let batches = try MiniBatches(exampleCount: run.exampleCount, size: run.batchSize, seed: epochSeed)
    func report(_ validation: Evaluation?) throws {
      try progress(
        Progress(
          epoch: run.history.cost.count + 1, epochs: run.epochs, batch: run.batch, batches: batches.count,
          cost: run.totals.meanCost, accuracy: run.totals.accuracy, validation: validation))
    }
    while run.batch < batches.count {
      let batch = batches[run.batch]
      let (cost, hits) = try train(
        try MiniBatches.gather(batch, of: examples, as: dtype), try MiniBatches.gather(batch, of: labels, as: dtype))
      run.totals.add(cost: cost, hits: hits, examples: batch.count)
      run.batch += 1
      if run.batch < batches.count { try report(nil) }
    }
    let evaluation = try validation.map { try evaluate($0.examples, $0.labels) }
    let last = run
    run.history.cost.append(run.totals.meanCost)
    run.history.accuracy.append(run.totals.accuracy)
    if let evaluation {
      run.history.validationCost.append(evaluation.cost)
      run.history.validationAccuracy.append(evaluation.accuracy)
    }
    (run.batch, run.totals) = (0, Totals())
    epochsDone += 1
    try progress(
      Progress(
        epoch: last.history.cost.count + 1, epochs: run.epochs, batch: last.batch, batches: batches.count,
        cost: last.totals.meanCost, accuracy: last.totals.accuracy, validation: evaluation))
  }

  /// The cost of a batch in training, and each parameter's gradient.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  package func gradients(
    _ examples: NDArray, _ labels: NDArray
  ) throws(LayerError) -> (cost: Double, gradients: [(parameter: Parameter, gradient: NDArray)]) {
    try prepare(examples, labels, "X", "Y")
    let result = try CrossEntropy.forward(
      try forward(try examples.contiguous(as: dtype), isTraining: true), labels: labels)
    try backward(try CrossEntropy.backward(probabilities: result.probabilities, labels: labels))
    return (result.cost, parameters.compactMap { parameter in parameter.gradient.map { (parameter, $0) } })
  }

  /// One step: forward, backward, update. All of it or nothing.
  func train(_ batch: NDArray, _ labels: NDArray) throws(LayerError) -> (cost: Double, hits: Int) {
    let before = steps.contains { $0 is DropoutStep } ? random.state : nil
    do {
      let result = try CrossEntropy.forward(try forward(batch, isTraining: true), labels: labels)
      try backward(try CrossEntropy.backward(probabilities: result.probabilities, labels: labels))
      try optimiser.update(parameters.filter(\.isTrainable))
      for step in steps { step.commit() }
      return (result.cost, Sequential.hits(result.probabilities, labels))
    } catch {
      if let before { try layer { () throws(ArrayError) in try random.restore(before) } }
      throw error
    }
  }

  /// Seeds go round where they end.
  private var epochSeed: Int { (seed + epochsDone) % (1 << 32) }

  private func require(_ value: Int, atLeast minimum: Int, _ argument: String) throws(LayerError) {
    if value < minimum {
      throw .unusable(function: "fit", argument: argument, expected: "at least \(minimum)", actual: "\(value)")
    }
  }
}
