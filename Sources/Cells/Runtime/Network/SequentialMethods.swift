import Arrays
import Layers

/// The class `Sequential` and its methods, with Keras's names and parameters.
enum SequentialMethods {
  static let cls: TypeObject = TypeObject(
    "Sequential", module: "layers",
    constructor: NativeFunction(
      "Sequential", "layers=, *, input_shape=, dtype=, seed=",
      doc: """
        Layers one after the other; the last one is Softmax(), or Dense with activation='softmax'.

            model = layers.Sequential([
                layers.Conv2D(8, 4, padding='same'), layers.ReLU(), layers.MaxPool2D(8),
                layers.Flatten(), layers.Dense(6), layers.Softmax()])
            model.compile(optimizer=layers.Adam(0.009))
            history = model.fit(X, Y, epochs=10, batch_size=64)

        dtype 'float64' has the bits of NumPy's loops, 'float32' is fast. Weights and shuffles come from seed, 1 unless
        given.
        """
    ) { a in
      let objects = a.has(0) ? try a.interpreter.collect(a[0]).map { try layer($0, a.interpreter) } : []
      let shape = a.has(1) ? try Dims(checking: a.shape(1)) : nil
      return .object(
        SequentialObject(
          objects, dtype: try a.dtype(2, default: .float64), seed: try a.int(3, default: 1), inputShape: shape))
    }, definesOperators: true, attributes: table(building, using, weights))

  private static let building: [(String, Value)] = [
    method("add", "layer") { a in
      try of(a).add(layer(a[1], a.interpreter))
      return .none
    },
    method("build", "input_shape") { a in
      var shape = try a.interpreter.collect(a[1])
      // Keras's shapes begin with the batch's axis: None.
      if shape.first?.isNone ?? false { shape.removeFirst() }
      try of(a).model().build(inputShape: Dims(checking: shape.map { try a.interpreter.index($0) }))
      return .none
    },
    method("compile", "optimizer=, loss=, metrics=") { a in
      let object = try of(a)
      let loss = try a.text(2, default: "categorical_crossentropy")
      guard ["categorical_crossentropy", "sparse_categorical_crossentropy"].contains(loss) else {
        throw Raised.unsupported(
          "compile(loss='\(loss)') is not supported: use 'categorical_crossentropy' for one-hot labels, or "
            + "'sparse_categorical_crossentropy' for class numbers")
      }
      object.takesClassNumbers = loss.hasPrefix("sparse")
      object.compile(try OptimizerObject.named(a.has(1) ? a[1] : Value("adam"), a.interpreter))
      return .none
    },
    method("summary", "") { a in
      a.interpreter.write(try of(a).model().summary())
      return .none
    },
    method("count_params", "") { a in
      .int(try of(a).model().weights().reduce(0) { $0 + $1.value.count })
    },
    property("optimizer", { value, interpreter in try of(value, interpreter).optimizer.map { .object($0) } ?? .none }),
    method("__repr__", "") { a in
      let model = try of(a).model()
      return Value("<layers.Sequential, \(model.layers.count) layers>")
    },
  ]

  private static let using: [(String, Value)] = [
    method("fit", "x, y, batch_size=, epochs=, verbose=, *, validation_data=") { a in
      let object = try compiled(of(a), a)
      let model = try object.model()
      let (examples, labels) = (try a.array(1), try a.array(2))
      try model.build(for: examples)
      let validation = try a.has(6) ? pair(a[6], a) : nil
      let report = TrainingReport(a.interpreter, prints: a.has(5) ? try verbosity(a) : true)
      defer { report.end() }
      let history = try model.fit(
        examples, object.oneHot(labels, model), epochs: a.int(4, default: 1), batchSize: a.int(3, default: 32),
        validation: validation.map { ($0.0, try object.oneHot($0.1, model)) }
      ) { try report.show($0) }
      return .object(try HistoryObject(history, a.interpreter))
    },
    method("evaluate", "x, y, batch_size=, verbose=") { a in
      let object = try compiled(of(a), a)
      let model = try object.model()
      let examples = try a.array(1)
      try model.build(for: examples)
      let result = try model.evaluate(
        examples, object.oneHot(a.array(2), model), batchSize: a.int(3, default: 64))
      return Value(list: [.float(result.cost), .float(result.accuracy)])
    },
    method("predict", "x, batch_size=, verbose=") { a in
      Value(try of(a).model().predict(a.array(1), batchSize: a.int(2, default: 64)))
    },
  ]

  private static let weights: [(String, Value)] = [
    property(
      "weights",
      { value, interpreter in
        Value(
          list: try of(value, interpreter).model().weights().map { name, array in
            Value(tuple: [Value(name), Value(array)])
          })
      }),
    method("get_weights", "") { a in
      Value(list: try of(a).model().weights().map { Value(try $0.value.copy()) })
    },
    method("set_weights", "weights") { a in
      try of(a).model().setWeights(a.interpreter.collect(a[1]).map { try a.interpreter.asArray($0) })
      return .none
    },
    method("save_weights", "filepath") { a in
      try WeightFile(a.fileName(1), a.interpreter, for: "save_weights")
        .save(of(a).model())
      return .none
    },
    method("load_weights", "filepath") { a in
      try WeightFile(a.fileName(1), a.interpreter, for: "load_weights").load(into: of(a).model())
      return .none
    },
  ]

  private static func verbosity(_ a: borrowing Arguments) throws -> Bool {
    // Keras's 'auto' is 1.
    a[5].asString != nil ? true : try a.int(5) != 0
  }

  private static func pair(_ value: Value, _ a: borrowing Arguments) throws -> (NDArray, NDArray) {
    let elements = try a.interpreter.collect(value)
    guard elements.count == 2 else {
      throw Raised.valueError("fit: validation_data must be (X, Y) but has \(elements.count) elements")
    }
    return (try a.interpreter.asArray(elements[0]), try a.interpreter.asArray(elements[1]))
  }

  /// - Throws: Keras's `RuntimeError` for a model that was not compiled.
  private static func compiled(_ object: SequentialObject, _ a: borrowing Arguments) throws -> SequentialObject {
    if object.optimizer != nil { return object }
    throw Raised.runtimeError(
      "You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.")
  }

  private static func of(_ a: borrowing Arguments) throws -> SequentialObject { try of(a[0], a.interpreter) }

  private static func of(_ value: Value, _ interpreter: Interpreter) throws -> SequentialObject {
    if case .object(let object) = value, let model = object as? SequentialObject { return model }
    throw Raised.typeError("a model is wanted, and not '\(interpreter.typeName(value))'")
  }

  private static func layer(_ value: Value, _ interpreter: Interpreter) throws -> LayerObject {
    if case .object(let object) = value, let layer = object as? LayerObject { return layer }
    throw Raised.typeError(
      "Sequential: a layer is wanted, such as layers.Conv2D(8, 4), and not '\(interpreter.typeName(value))'")
  }
}
