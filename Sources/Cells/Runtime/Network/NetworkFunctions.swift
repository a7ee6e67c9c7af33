import Arrays
import Layers

/// The layers of a network as functions of the module `layers`, in the style of `conv_forward`: a forward function gives
/// its result and a cache, which its backward function takes.
///
/// They are not built-in names, as the course's are: many a cell defines its own `relu`.
enum NetworkFunctions {
  static let all: [NativeFunction] = activations + layers + regularisation + training

  private static let activations: [NativeFunction] = [
    NativeFunction("relu", "Z", doc: "A = np.maximum(0, Z), and the cache Z for relu_backward.") { a in
      let input = try a.array(0)
      return Value(tuple: [Value(try ReLU.forward(input)), a[0]])
    },
    NativeFunction("relu_backward", "dA, cache", doc: "dZ: dA where Z is positive, 0 elsewhere.") { a in
      Value(try ReLU.backward(a.array(0), input: a.array(1)))
    },
    NativeFunction("softmax", "Z", doc: "Probabilities (m, C): np.exp(Z) divided by its rows' sums.") { a in
      Value(try Softmax.forward(a.array(0)))
    },
    NativeFunction(
      "softmax_cross_entropy", "Z, Y",
      doc: """
        The mean over the examples of -np.sum(Y * np.log(softmax(Z)), axis=1), and the cache (softmax(Z), Y).

        Shapes
            Z  (m, C)    scores
            Y  (m, C)    one-hot
        """
    ) { a in
      let labels = try a.array(1)
      let result = try CrossEntropy.forward(a.array(0), labels: labels)
      return Value(tuple: [.float(result.cost), Value(tuple: [Value(result.probabilities), a[1]])])
    },
    NativeFunction("softmax_cross_entropy_backward", "cache", doc: "dZ = (softmax(Z) - Y) / m.") { a in
      let cache = try LayerFunctions.cached(a[0], count: 2, "(A, Y)", a.function, a.interpreter)
      return Value(
        try CrossEntropy.backward(
          probabilities: a.interpreter.asArray(cache[0]), labels: a.interpreter.asArray(cache[1])))
    },
  ]

  private static let layers: [NativeFunction] = [
    NativeFunction("flatten", "A_prev", doc: "(m, ...) as (m, n), and the cache: the shape of A_prev.") { a in
      let input = try a.array(0)
      return Value(tuple: [Value(try Flatten.forward(input).ownCopy(of: input)), Value(input.shape)])
    },
    NativeFunction("flatten_backward", "dA, cache", doc: "dA in the shape that was flattened.") { a in
      let gradient = try a.array(0)
      let lengths = try a.interpreter.collect(a[1]).map { try a.interpreter.index($0) }
      return Value(try Flatten.backward(gradient, shape: Dims(checking: lengths)).ownCopy(of: gradient))
    },
    NativeFunction(
      "dense_forward", "A_prev, W, b",
      doc: """
        Z = A_prev W + b, and the cache (A_prev, W, b) for dense_backward.

        Shapes
            A_prev  (m, n_prev)
            W       (n_prev, n)
            b       (1, n)         or any n numbers
            Z       (m, n)
        """
    ) { a in
      let output = try Dense.forward(a.array(0), weights: a.array(1), bias: a.array(2))
      return Value(tuple: [Value(output), Value(tuple: [a[0], a[1], a[2]])])
    },
    NativeFunction(
      "dense_backward", "dZ, cache", doc: "dA_prev (m, n_prev), dW (n_prev, n) and db (1, n), from dZ (m, n)."
    ) { a in
      let cache = try LayerFunctions.cached(a[1], count: 3, "(A_prev, W, b)", a.function, a.interpreter)
      let gradients = try Dense.backward(
        a.array(0), input: a.interpreter.asArray(cache[0]), weights: a.interpreter.asArray(cache[1]))
      return Value(tuple: [Value(gradients.input), Value(gradients.weights), Value(gradients.bias)])
    },
    NativeFunction(
      "batch_norm_forward", "Z, gamma, beta, epsilon=",
      doc: """
        gamma * (Z - mean) / np.sqrt(variance + epsilon) + beta, with each channel's mean and variance over the batch, and
        the cache (Z, gamma, mean, variance, epsilon). Channels are the last axis; epsilon is 0.001 unless given.
        """
    ) { a in
      let epsilon = try a.double(3, default: 1e-3)
      let result = try BatchNormalization.forward(
        a.array(0), gamma: a.array(1), beta: a.array(2), epsilon: epsilon)
      return Value(tuple: [
        Value(result.output),
        Value(tuple: [a[0], a[1], Value(result.mean), Value(result.variance), .float(epsilon)]),
      ])
    },
    NativeFunction("batch_norm_backward", "dY, cache", doc: "dZ, dgamma and dbeta.") { a in
      let cache = try LayerFunctions.cached(
        a[1], count: 5, "(Z, gamma, mean, variance, epsilon)", a.function, a.interpreter)
      let gradients = try BatchNormalization.backward(
        a.array(0), input: a.interpreter.asArray(cache[0]), gamma: a.interpreter.asArray(cache[1]),
        mean: a.interpreter.asArray(cache[2]), variance: a.interpreter.asArray(cache[3]),
        epsilon: a.interpreter.double(cache[4]))
      return Value(tuple: [Value(gradients.input), Value(gradients.gamma), Value(gradients.beta)])
    },
    NativeFunction(
      "batch_norm_inference", "Z, gamma, beta, mean, variance, epsilon=",
      doc: "batch_norm_forward with a mean and a variance that are given, for predicting."
    ) { a in
      Value(
        try BatchNormalization.inference(
          a.array(0), gamma: a.array(1), beta: a.array(2), mean: a.array(3), variance: a.array(4),
          epsilon: a.double(5, default: 1e-3)))
    },
  ]

  private static let regularisation: [NativeFunction] = [
    NativeFunction(
      "dropout_forward", "A, keep_prob",
      doc: """
        A * D / keep_prob, and the cache (D, keep_prob), with D = np.random.rand(*A.shape) < keep_prob.
        """
    ) { a in
      let (input, probability) = (try a.array(0), try a.double(1))
      let mask = try Dropout.mask(of: input.shape, keepProbability: probability, random: a.interpreter.random)
      let output = try Dropout.forward(input, mask: mask, keepProbability: probability)
      return Value(tuple: [Value(output), Value(tuple: [Value(mask), a[1]])])
    },
    NativeFunction("dropout_backward", "dA, cache", doc: "dA * D / keep_prob.") { a in
      let cache = try LayerFunctions.cached(a[1], count: 2, "(D, keep_prob)", a.function, a.interpreter)
      return Value(
        try Dropout.backward(
          a.array(0), mask: a.interpreter.asArray(cache[0]), keepProbability: a.interpreter.double(cache[1])))
    },
  ]

  private static let training: [NativeFunction] = [
    NativeFunction(
      "initialize_he", "shape", doc: "np.random.randn(*shape) * np.sqrt(2 / fan_in)."
    ) { a in
      Value(try Initialisation.he(Dims(checking: a.shape(0)), random: a.interpreter.random))
    },
    NativeFunction(
      "initialize_glorot", "shape",
      doc: "Uniform between -limit and limit = np.sqrt(6 / (fan_in + fan_out)), from np.random.rand."
    ) { a in
      Value(try Initialisation.glorot(Dims(checking: a.shape(0)), random: a.interpreter.random))
    },
    NativeFunction(
      "adam_update", "W, dW, v, s, t, learning_rate=, beta1=, beta2=, epsilon=",
      doc: """
        W, v and s after step t (from 1 on) of Adam; v and s are zeros at first.

            v = beta1 * v + (1 - beta1) * dW
            s = beta2 * s + (1 - beta2) * dW ** 2
            W = W - learning_rate * (v / (1 - beta1 ** t)) / (np.sqrt(s / (1 - beta2 ** t)) + epsilon)
        """
    ) { a in
      let rule = Adam(
        learningRate: try a.double(5, default: 0.001), beta1: try a.double(6, default: 0.9),
        beta2: try a.double(7, default: 0.999), epsilon: try a.double(8, default: 1e-8))
      let result = try rule.updated(
        a.array(0), gradient: a.array(1), first: a.array(2), second: a.array(3), step: a.int(4))
      return Value(tuple: [Value(result.weights), Value(result.first), Value(result.second)])
    },
    NativeFunction(
      "momentum_update", "W, dW, velocity, learning_rate=, momentum=",
      doc: """
        W and velocity after a step of gradient descent with momentum; velocity is zeros at first.

            velocity = momentum * velocity - learning_rate * dW
            W = W + velocity
        """
    ) { a in
      let rule = Momentum(learningRate: try a.double(3, default: 0.01), momentum: try a.double(4, default: 0.9))
      let result = try rule.updated(a.array(0), gradient: a.array(1), velocity: a.array(2))
      return Value(tuple: [Value(result.weights), Value(result.velocity)])
    },
    NativeFunction(
      "random_mini_batches", "X, Y, mini_batch_size=, seed=",
      doc: """
        A list of (mini_batch_X, mini_batch_Y): the examples in the order of np.random.seed(seed) and
        np.random.permutation(m), cut into pieces of 64 unless given; the last one has what is left. np.random's own state
        becomes that of the seed, as in the course.
        """
    ) { a in
      let (examples, labels) = (try a.array(0), try a.array(1))
      guard let count = examples.shape.first, labels.shape.first == count else {
        throw LayerError.unfit(
          function: "random_mini_batches", argument: "Y",
          expected: "as many rows as X, whose shape is \(examples.shape),", actual: labels.shape)
      }
      let seed = try a.int(3, default: 0)
      let batches = try MiniBatches(exampleCount: count, size: a.int(2, default: 64), seed: seed)
      try a.interpreter.random.seed(seed)
      _ = try a.interpreter.random.permutation(count)
      return Value(
        list: try (0..<batches.count).map { batch in
          Value(tuple: [
            Value(try MiniBatches.gather(batches[batch], of: examples, as: examples.dtype)),
            Value(try MiniBatches.gather(batches[batch], of: labels, as: labels.dtype)),
          ])
        })
    },
    NativeFunction(
      "convert_to_one_hot", "Y, C",
      doc: "np.eye(C)[Y.reshape(-1)].T: (C, m), a column for each label. Its transpose has a row for each example."
    ) { a in
      Value(try OneHot.rows(a.array(0), classes: a.int(1)).transposed)
    },
  ]
}

extension NDArray {
  /// This array, or a copy where it is a view of another one: results do not share their elements with arguments.
  fileprivate func ownCopy(of other: NDArray) throws(ArrayError) -> NDArray {
    storage === other.storage ? try copy() : self
  }
}
