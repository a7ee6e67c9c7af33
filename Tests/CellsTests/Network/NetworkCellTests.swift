import Cells
import Testing

/// The module `layers` as cells use it.
@Suite struct NetworkCellTests {
  private func run(_ code: String, in session: Session = Session(), onOutput: () -> Void = {}) -> (
    printed: String, error: String?, ending: CellResult.Ending
  ) {
    var (printed, error) = ("", String?.none)
    let result = session.run(code, name: "cell") { _ in onOutput() }
    for output in result.outputs {
      switch output {
      case .stdout(let text): printed += text
      case .error(let name, let message, _): error = "\(name): \(message)"
      default: break
      }
    }
    return (printed, error, result.ending)
  }

  /// Images whose brighter half says the class, and a model for them.
  private static let setUp = """
    import numpy as np
    np.random.seed(0)
    X = np.random.rand(24, 8, 8, 1)
    labels = np.arange(24) % 2
    for i in range(24):
        X[i, 4 * labels[i]:4 * labels[i] + 4] += 0.5
    Y = np.eye(2)[labels]
    def make(seed=1, **more):
        model = layers.Sequential([
            layers.Conv2D(4, 3, padding='same'), layers.BatchNormalization(), layers.ReLU(), layers.MaxPool2D(4),
            layers.Flatten(), layers.Dropout(0.1), layers.Dense(2, activation='softmax')], seed=seed, **more)
        model.compile(optimizer=layers.Adam(0.01))
        return model

    """

  @Test("functions go there and back")
  func functions() {
    let (printed, error, _) = run(
      """
      import numpy as np
      np.random.seed(1)
      A = np.random.randn(4, 3, 2)
      F, flat = layers.flatten(A)
      W, b = layers.initialize_glorot((6, 3)), np.zeros((1, 3))
      Z, dense = layers.dense_forward(F, W, b)
      H, rectified = layers.relu(Z)
      D, dropped = layers.dropout_forward(H, 0.5)
      cost, cache = layers.softmax_cross_entropy(D, layers.convert_to_one_hot(np.array([[0, 1, 2, 1]]), 3).T)
      dD = layers.softmax_cross_entropy_backward(cache)
      dZ = layers.relu_backward(layers.dropout_backward(dD, dropped), rectified)
      dF, dW, db = layers.dense_backward(dZ, dense)
      dA = layers.flatten_backward(dF, flat)
      print(Z.shape, dA.shape, dW.shape, db.shape, np.allclose(Z, np.dot(F, W) + b), np.allclose(dW, np.dot(F.T, dZ)))
      W, v, s = layers.adam_update(W, dW, np.zeros((6, 3)), np.zeros((6, 3)), 1, learning_rate=0.1)
      print(np.allclose(v, 0.1 * dW), np.allclose(s, 0.001 * dW ** 2))
      Y, cache = layers.batch_norm_forward(A, np.ones(2), np.zeros(2))
      print(np.allclose(Y.mean(axis=(0, 1)), 0), [g.shape for g in layers.batch_norm_backward(Y, cache)])
      print([(x.shape, y.shape) for x, y in layers.random_mini_batches(A, Z, 3, seed=2)])
      F[0, 0] = 99
      print(A[0, 0, 0] == 99)
      """)
    #expect(error == nil)
    #expect(
      printed == """
        (4, 3) (4, 3, 2) (6, 3) (1, 3) True True
        True True
        True [(4, 3, 2), (2,), (2,)]
        [((3, 3, 2), (3, 3)), ((1, 3, 2), (1, 3))]
        False

        """)
  }

  @Test("random_mini_batches leaves np.random as the course's does")
  func miniBatches() {
    let (printed, error, _) = run(
      """
      import numpy as np
      X = np.arange(10).reshape(10, 1)
      batches = layers.random_mini_batches(X, X, 4, seed=3)
      after = np.random.rand()
      np.random.seed(3)
      order = np.random.permutation(10)
      print(np.array_equal(np.concatenate([x for x, y in batches]).ravel(), order), after == np.random.rand())
      """)
    #expect(error == nil && printed == "True True\n")
  }

  @Test("a model learns, tells how, and is asked")
  func model() {
    let (printed, error, _) = run(
      Self.setUp + """
        model = make()
        history = model.fit(X, Y, epochs=40, batch_size=8, validation_data=(X, Y), verbose=0)
        print(sorted(history.history), len(history.history['cost']), history.epoch[-1])
        print(history.history['cost'][-1] < history.history['cost'][0] / 4)
        cost, accuracy = model.evaluate(X, Y)
        print(accuracy, model.predict(X).shape, (np.argmax(model.predict(X), axis=1) == labels).mean())
        print([name for name, array in model.weights][:2], model.count_params(), model.optimizer.iterations)
        other = make(seed=9)
        other.build((None, 8, 8, 1))
        other.set_weights(model.get_weights())
        print(np.array_equal(other.predict(X), model.predict(X)))
        """)
    #expect(error == nil)
    #expect(
      printed == """
        ['accuracy', 'cost', 'loss', 'val_accuracy', 'val_cost', 'val_loss'] 40 39
        True
        1.0 (24, 2) 1.0
        ['conv2d/kernel', 'conv2d/bias'] 90 120
        True

        """)
  }

  @Test("class numbers are labels, too, and a model of float32 gives float32")
  func classNumbers() {
    let (printed, error, _) = run(
      Self.setUp + """
        model = make(dtype='float32')
        model.compile(optimizer=layers.SGD(0.05, momentum=0.9), loss='sparse_categorical_crossentropy')
        history = model.fit(X, labels, epochs=1, batch_size=8, verbose=0)
        print(model.predict(X).dtype, len(history.history['accuracy']))
        """)
    #expect(error == nil && printed == "float32 1\n")
  }

  @Test("fit prints a line for each epoch, the same in every run")
  func lines() {
    let code = Self.setUp + "h = make().fit(X, Y, epochs=2, batch_size=8, validation_data=(X, Y))"
    let (printed, error, _) = run(code)
    let lines = printed.split(separator: "\n")
    #expect(error == nil && lines.count == 2)
    #expect(lines.first?.hasPrefix("Epoch 1/2 - cost: 0.") ?? false)
    #expect(lines.last?.contains(" - val_cost: ") ?? false)
    #expect(run(code).printed == printed)
  }

  @Test("fit goes on behind an interrupt")
  func interrupt() {
    let whole = run(
      Self.setUp + "model = make()\nh = model.fit(X, Y, epochs=9, batch_size=8)\nprint(model.predict(X)[0])")
    let interrupt = InterruptRequest()
    var options = SessionOptions()
    options.interrupt = interrupt
    let session = Session(options: options)
    _ = run(Self.setUp + "model = make()", in: session)
    var lines = 0
    let first = run("h = model.fit(X, Y, epochs=9, batch_size=8)", in: session) {
      lines += 1
      if lines == 4 { interrupt.request() }
    }
    #expect(first.ending == .interrupted)
    let rest = run("h = model.fit(X, Y, epochs=9, batch_size=8)\nprint(model.predict(X)[0])", in: session)
    #expect(rest.error == nil)
    #expect(first.printed + rest.printed == whole.printed)
    #expect(first.printed.hasPrefix("Epoch 1/9") && rest.printed.hasPrefix("Epoch"))
  }

  @Test(
    "mistakes are told in a line",
    arguments: [
      (
        "make().fit(X, labels)",
        "ValueError: sequential: Y must have shape (24, 2), one-hot: a row for each example of X, a column for each "
          + "class but has shape (24,)"
      ),
      (
        "layers.Sequential([layers.Dense(2)]).fit(X, Y)",
        "RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`."
      ),
      (
        "layers.Conv2D(8, 4, padding='full')",
        "ValueError: Conv2D: padding must be 'valid' or 'same' but is 'full'"
      ),
      (
        "layers.Sequential([3])",
        "TypeError: Sequential: a layer is wanted, such as layers.Conv2D(8, 4), and not 'int'"
      ),
      (
        "layers.dense_forward(np.ones((2, 3)), np.ones((4, 5)), np.zeros(5))",
        "ValueError: dense_forward: W must have shape (3, n), a row for each of A_prev's 3 columns but has shape (4, 5)"
      ),
      (
        "make().summary()",
        "ValueError: sequential: the model has no weights yet: give its input_shape, call build(), or fit it to data"
      ),
      (
        "layers.relu_backward(np.ones(3), np.ones(4))",
        "ValueError: relu_backward: dA must have Z's shape (4,) but has shape (3,)"
      ),
    ])
  func mistakes(code: String, message: String) {
    #expect(run(Self.setUp + code).error == message)
  }

  @Test("objects say what they are, without addresses")
  func representations() {
    let (printed, error, _) = run(
      Self.setUp + """
        model = make()
        print(layers.Conv2D(8, 4), layers.Adam(0.009), model, model.fit(X, Y, verbose=0))
        model.summary()
        """)
    #expect(error == nil)
    #expect(
      printed.hasPrefix(
        "<layers.Conv2D> <layers.Adam, learning_rate 0.009> <layers.Sequential, 7 layers> <layers.History, 1 epoch>\n"
          + "Model: \"sequential\"\n"))
  }
}
