import Arrays
import Layers

/// A layer of a model before it has weights, as cells see it: `layers.Conv2D(8, 4, padding='same')`.
package final class LayerObject: Object, @unchecked Sendable {
  let layer: any ModelLayer
  /// `input_shape=`: an example's shape, where the model's first layer has it.
  let inputShape: Dims?
  private let cls: TypeObject

  init(_ layer: any ModelLayer, _ cls: TypeObject, inputShape: Dims?) {
    (self.layer, self.cls, self.inputShape) = (layer, cls, inputShape)
    super.init(.host)
  }

  package override var type: TypeObject { cls }
}

/// The classes of layers, with Keras's names and parameters.
enum LayerTypes {
  /// By the names that the module `layers` has for them; some have two.
  static let all: [(String, TypeObject)] = [
    ("Conv2D", conv2D), ("MaxPool2D", maxPool2D), ("MaxPooling2D", maxPool2D), ("AveragePool2D", averagePool2D),
    ("AveragePooling2D", averagePool2D), ("ReLU", relu), ("Softmax", softmax), ("Flatten", flatten), ("Dense", dense),
    ("Dropout", dropout), ("BatchNormalization", batchNormalization),
  ]

  private static let conv2D = cls(
    "Conv2D", "filters, kernel_size, strides=, padding=, activation=, kernel_initializer=, use_bias=, *, input_shape="
  ) { a in
    Conv2D(
      filters: try a.int(0), windowSize: try a.side(1), stride: try a.side(2, default: 1), padding: try a.padding(3),
      activation: try a.activation(4), initialiser: try a.initialiser(5), hasBias: try a.bool(6, default: true))
  }

  private static let maxPool2D = cls("MaxPooling2D", "pool_size=, strides=, padding=, *, input_shape=") { a in
    Pooling2D(
      .max, windowSize: try a.side(0, default: 2), stride: a.has(1) ? try a.side(1) : nil, padding: try a.padding(2))
  }

  private static let averagePool2D = cls("AveragePooling2D", "pool_size=, strides=, padding=, *, input_shape=") { a in
    Pooling2D(
      .average, windowSize: try a.side(0, default: 2), stride: a.has(1) ? try a.side(1) : nil,
      padding: try a.padding(2))
  }

  private static let relu = cls("ReLU", "*, input_shape=") { _ in ReLULayer() }
  private static let softmax = cls("Softmax", "*, input_shape=") { _ in SoftmaxLayer() }
  private static let flatten = cls("Flatten", "*, input_shape=") { _ in FlattenLayer() }

  private static let dense = cls("Dense", "units, activation=, kernel_initializer=, *, input_shape=") { a in
    DenseLayer(units: try a.int(0), activation: try a.activation(1), initialiser: try a.initialiser(2))
  }

  private static let dropout = cls("Dropout", "rate, *, input_shape=") { a in DropoutLayer(rate: try a.double(0)) }

  private static let batchNormalization = cls(
    "BatchNormalization", "momentum=, epsilon=, *, input_shape="
  ) { a in
    BatchNormalizationLayer(momentum: try a.double(0, default: 0.99), epsilon: try a.double(1, default: 1e-3))
  }

  /// - Parameter signature: ends in `input_shape=`.
  private static func cls(
    _ name: String, _ signature: String, _ make: @escaping (borrowing Arguments) throws -> any ModelLayer
  ) -> TypeObject {
    let last = Signature(signature).names.count - 1
    // The class is known when its constructor runs.
    let place = TypePlace()
    let cls = TypeObject(
      name, module: "layers",
      constructor: NativeFunction(name, signature) { a in
        guard let cls = place.cls else { return .none }
        let shape = a.has(last) ? try Dims(checking: a.shape(last)) : nil
        return .object(LayerObject(try make(a), cls, inputShape: shape))
      }, definesOperators: true,
      attributes: table([method("__repr__", "") { _ in Value("<layers.\(name)>") }]))
    place.cls = cls
    return cls
  }

  private final class TypePlace: @unchecked Sendable {
    weak var cls: TypeObject?
  }
}

extension Arguments {
  /// A window's side or a stride: one integer, or two equal ones.
  fileprivate func side(_ index: Int, default value: Int? = nil) throws -> Int {
    if let value, !has(index) { return value }
    let lengths = try interpreter.lengths(self[index])
    guard let side = lengths.first, lengths.allSatisfy({ $0 == side }), lengths.count <= 2 else {
      throw Raised.unsupported(
        "\(function.name): windows and strides that are not square are not supported: give one integer")
    }
    return side
  }

  fileprivate func padding(_ index: Int) throws -> Padding {
    switch try text(index, default: "valid").lowercased() {
    case "valid": return 0
    case "same": return .same
    case let name:
      throw LayerError.unusable(
        function: function.name, argument: "padding", expected: "'valid' or 'same'", actual: "'\(name)'")
    }
  }

  fileprivate func activation(_ index: Int) throws -> Activation? {
    guard has(index) else { return nil }
    let name = try text(index)
    if name == "linear" { return nil }
    if let activation = Activation(rawValue: name) { return activation }
    throw LayerError.unusable(
      function: function.name, argument: "activation", expected: "'relu', 'softmax', 'linear' or None",
      actual: "'\(name)'")
  }

  fileprivate func initialiser(_ index: Int) throws -> Initialiser {
    let name = try text(index, default: Initialiser.glorot.rawValue)
    if let initialiser = Initialiser(rawValue: name) { return initialiser }
    throw LayerError.unusable(
      function: function.name, argument: "kernel_initializer", expected: "'glorot_uniform' or 'he_normal'",
      actual: "'\(name)'")
  }
}
