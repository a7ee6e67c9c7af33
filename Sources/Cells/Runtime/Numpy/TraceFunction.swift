import Arrays
import Layers

/// `layers.trace(conv_forward, A_prev, W, b, hparameters)`
extension LayerFunctions {
  static let trace: NativeFunction = NativeFunction(
    "trace", "function, /, *arguments, max_windows=, **keywords", doc: LayerDocumentation.trace
  ) { a in
    let function = try tracedFunction(a[0], a.interpreter)
    let limit = try windowLimit(a[1], a.interpreter)
    // Called as it is: what is wrong with its arguments, it says itself.
    let result = try a.interpreter.call(a[0], a.rest, keywords: a.keywords)
    let arguments = function.signature.names.enumerated().map { index, name in
      index < a.rest.count ? a.rest[index] : a.keywords.first { $0.0 == name }?.1 ?? .undefined
    }
    let trace = try windows(of: function, arguments, result, a.interpreter)
    return .object(TraceObject(trace, result: result, limit: limit))
  }

  private static let traced: [LayerFunction] = [.convForward, .convBackward, .poolForward, .poolBackward]

  private static func tracedFunction(_ value: Value, _ interpreter: Interpreter) throws -> NativeFunction {
    let names = traced.map(\.rawValue)
    if let function = value.asNative, names.contains(function.name), all.contains(where: { $0 === function }) {
      return function
    }
    let name = value.asFunction?.code.name ?? value.asNative?.name
    if let name, names.contains(name) {
      throw Raised.typeError(
        "trace() follows the layers' own \(name), not one that a cell defines: trace layers.\(name), and compare")
    }
    throw Raised.typeError(
      "trace() follows conv_forward, conv_backward, pool_forward and pool_backward, "
        + "not \(name ?? "'\(interpreter.typeName(value))' object")")
  }

  private static func windowLimit(_ value: Value, _ interpreter: Interpreter) throws -> Int? {
    if value.isUndefined { return TraceText.usualLimit }
    if value.isNone { return nil }
    let limit = try interpreter.index(value)
    guard limit >= 0 else {
      throw Raised.valueError("trace(): max_windows must be at least 0, or None, but is \(limit)")
    }
    return limit
  }

  /// - Parameters:
  ///   - arguments: by the function's signature.
  ///   - result: what it gave for them.
  private static func windows(
    of function: NativeFunction, _ arguments: [Value], _ result: Value, _ interpreter: Interpreter
  ) throws -> WindowTrace {
    func array(_ value: Value) throws -> NDArray { try interpreter.asArray(value) }
    func number(_ hyperparameters: Value, _ name: String) throws -> Int {
      try hyperparameter(hyperparameters, name, interpreter)
    }
    let mode = Pooling.Mode(rawValue: arguments.count == 3 ? arguments[2].asString?.value ?? "max" : "max") ?? .max
    switch LayerFunction(rawValue: function.name) {
    case .convForward:
      return try .convolutionForward(
        array(arguments[0]), weights: array(arguments[1]), bias: array(arguments[2]),
        stride: number(arguments[3], "stride"), padding: .uniform(number(arguments[3], "pad")),
        output: array(result.elements?.first ?? .none))
    case .convBackward:
      let cache = try cached(arguments[1], count: 4, "(A_prev, W, b, hparameters)", function, interpreter)
      return try .convolutionBackward(
        array(arguments[0]), input: array(cache[0]), weights: array(cache[1]), stride: number(cache[3], "stride"),
        padding: .uniform(number(cache[3], "pad")))
    case .poolForward:
      return try .poolingForward(
        array(arguments[0]), windowSize: number(arguments[1], "f"), stride: number(arguments[1], "stride"), mode: mode,
        output: array(result.elements?.first ?? .none))
    default:
      let cache = try cached(arguments[1], count: 2, "(A_prev, hparameters)", function, interpreter)
      return try .poolingBackward(
        array(arguments[0]), input: array(cache[0]), windowSize: number(cache[1], "f"),
        stride: number(cache[1], "stride"), mode: mode)
    }
  }
}
