import Arrays
import Layers

/// The reference layers as cells see them, with the course's names, arguments and caches.
///
/// They are built-in names, so a cell may define its own `conv_forward` and it wins; `layers.conv_forward` is always
/// the reference.
package enum LayerFunctions {
  /// Makes the functions and the module `layers` known.
  static func install(in builtins: Namespace) {
    let module = ModuleObject("layers")
    for function in all {
      builtins[function.name] = .object(function)
      module.namespace[function.name] = .object(function)
    }
    module.namespace[trace.name] = .object(trace)
    for function in NetworkFunctions.all { module.namespace[function.name] = .object(function) }
    for (name, cls) in LayerTypes.all + OptimizerObject.all + [("Sequential", SequentialMethods.cls)] {
      module.namespace[name] = .object(cls)
    }
    builtins["layers"] = .object(module)
  }

  static let all: [NativeFunction] = [
    NativeFunction(
      "zero_pad", "X, pad",
      doc: LayerDocumentation.zeroPad
    ) { a in
      Value(try ZeroPadding.forward(a.array(0), padding: a.int(1)))
    },
    NativeFunction(
      "conv_single_step", "a_slice_prev, W, b",
      doc: LayerDocumentation.convSingleStep
    ) { a in
      Value(try Convolution.singleStep(a.array(0), weights: a.array(1), bias: a.array(2)))
    },
    NativeFunction(
      "conv_forward", "A_prev, W, b, hparameters",
      doc: LayerDocumentation.convForward
    ) { a in
      let output = try Convolution.forward(
        a.array(0), weights: a.array(1), bias: a.array(2), stride: hyperparameter(a[3], "stride", a.interpreter),
        padding: .uniform(hyperparameter(a[3], "pad", a.interpreter)))
      return Value(tuple: [Value(output), Value(tuple: [a[0], a[1], a[2], a[3]])])
    },
    NativeFunction(
      "conv_backward", "dZ, cache",
      doc: LayerDocumentation.convBackward
    ) { a in
      let cache = try cached(a[1], count: 4, "(A_prev, W, b, hparameters)", a.function, a.interpreter)
      let gradients = try Convolution.backward(
        a.array(0), input: a.interpreter.asArray(cache[0]), weights: a.interpreter.asArray(cache[1]),
        stride: hyperparameter(cache[3], "stride", a.interpreter),
        padding: .uniform(hyperparameter(cache[3], "pad", a.interpreter)))
      return Value(tuple: [Value(gradients.input), Value(gradients.weights), Value(gradients.bias)])
    },
    NativeFunction(
      "pool_forward", "A_prev, hparameters, mode=",
      doc: LayerDocumentation.poolForward
    ) { a in
      let output = try Pooling.forward(
        a.array(0), windowSize: hyperparameter(a[1], "f", a.interpreter),
        stride: hyperparameter(a[1], "stride", a.interpreter),
        mode: .named(a.text(2, default: "max"), in: .poolForward))
      return Value(tuple: [Value(output), Value(tuple: [a[0], a[1]])])
    },
    NativeFunction(
      "pool_backward", "dA, cache, mode=",
      doc: LayerDocumentation.poolBackward
    ) { a in
      let cache = try cached(a[1], count: 2, "(A_prev, hparameters)", a.function, a.interpreter)
      return Value(
        try Pooling.backward(
          a.array(0), input: a.interpreter.asArray(cache[0]), windowSize: hyperparameter(cache[1], "f", a.interpreter),
          stride: hyperparameter(cache[1], "stride", a.interpreter),
          mode: .named(a.text(2, default: "max"), in: .poolBackward)))
    },
    NativeFunction(
      "create_mask_from_window", "x", doc: LayerDocumentation.createMaskFromWindow
    ) { a in
      Value(try Pooling.mask(of: a.array(0)))
    },
    NativeFunction(
      "distribute_value", "dz, shape", doc: LayerDocumentation.distributeValue
    ) { a in
      let value = try a.array(0)
      guard value.count == 1 else {
        throw Raised.valueError("distribute_value: dz must be one number but has shape \(value.shape)")
      }
      let lengths = try a.interpreter.collect(a[1]).map { try a.interpreter.index($0) }
      return Value(try Pooling.distribute(value.scalar().cast(to: .float64), over: Dims(checking: lengths)))
    },
  ]

  /// `hparameters["stride"]`
  static func hyperparameter(
    _ hyperparameters: Value, _ name: String, _ interpreter: Interpreter
  ) throws -> Int {
    try interpreter.index(interpreter.item(hyperparameters, Value(name)))
  }

  /// The elements of a cache that a forward function gave.
  static func cached(
    _ cache: Value, count: Int, _ content: String, _ function: NativeFunction, _ interpreter: Interpreter
  ) throws -> [Value] {
    let elements = try interpreter.collect(cache)
    guard elements.count == count else {
      throw Raised.valueError("\(function.name): cache must be \(content) but has \(elements.count) elements")
    }
    return elements
  }
}
