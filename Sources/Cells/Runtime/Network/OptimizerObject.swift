import Layers

/// `layers.Adam(0.009)`, `layers.SGD(0.01, momentum=0.9)`: with the state that it keeps for a model.
package final class OptimizerObject: Object, @unchecked Sendable {
  let optimiser: any Optimiser
  private let cls: TypeObject

  init(_ optimiser: any Optimiser, _ cls: TypeObject) {
    (self.optimiser, self.cls) = (optimiser, cls)
    super.init(.host)
  }

  package override var type: TypeObject { cls }

  static let all: [(String, TypeObject)] = [("Adam", adam), ("SGD", sgd)]

  private static let adam: TypeObject = TypeObject(
    "Adam", module: "layers",
    constructor: NativeFunction("Adam", "learning_rate=, beta_1=, beta_2=, epsilon=, decay=") { a in
      .object(
        adam(
          Adam(
            learningRate: try a.double(0, default: 0.001), beta1: try a.double(1, default: 0.9),
            beta2: try a.double(2, default: 0.999), epsilon: try a.double(3, default: 1e-8)),
          decay: try a.double(4, default: 0)))
    }, definesOperators: true, attributes: attributes("Adam"))

  private static let sgd: TypeObject = TypeObject(
    "SGD", module: "layers",
    constructor: NativeFunction("SGD", "learning_rate=, momentum=, decay=") { a in
      .object(
        sgd(
          Momentum(learningRate: try a.double(0, default: 0.01), momentum: try a.double(1, default: 0)),
          decay: try a.double(2, default: 0)))
    }, definesOperators: true, attributes: attributes("SGD"))

  private static func adam(_ rule: Adam, decay: Double) -> OptimizerObject {
    OptimizerObject(AdamOptimiser(rule, decay: decay), adam)
  }

  private static func sgd(_ rule: Momentum, decay: Double) -> OptimizerObject {
    OptimizerObject(MomentumOptimiser(rule, decay: decay), sgd)
  }

  /// What `compile(optimizer=...)` may be given: an optimiser, or a name.
  static func named(_ value: Value, _ interpreter: Interpreter) throws -> OptimizerObject {
    if case .object(let object) = value, let optimizer = object as? OptimizerObject { return optimizer }
    switch value.asString?.value.lowercased() {
    case "adam": return adam(Adam(), decay: 0)
    case "sgd": return sgd(Momentum(), decay: 0)
    default:
      throw Raised.valueError(
        "compile: optimizer must be layers.Adam(...), layers.SGD(...), 'adam' or 'sgd' but is "
          + (try interpreter.representation(value)))
    }
  }

  private static func attributes(_ name: String) -> [String: Value] {
    table([
      property(
        "learning_rate", { value, interpreter in .float(try of(value, interpreter).optimiser.learningRate) },
        set: { value, rate, interpreter in
          try of(value, interpreter).optimiser.learningRate = interpreter.double(rate)
        }),
      property("iterations", { value, interpreter in .int(try of(value, interpreter).optimiser.steps) }),
      method("__repr__", "") { a in
        Value("<layers.\(name), learning_rate \(try of(a[0], a.interpreter).optimiser.learningRate)>")
      },
    ])
  }

  private static func of(_ value: Value, _ interpreter: Interpreter) throws -> OptimizerObject {
    if case .object(let object) = value, let optimizer = object as? OptimizerObject { return optimizer }
    throw Raised.typeError("an optimizer is wanted, and not '\(interpreter.typeName(value))'")
  }
}
