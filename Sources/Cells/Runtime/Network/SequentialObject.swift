import Arrays
import Layers

/// `layers.Sequential([...])`: a model as cells see it, in Keras's manner.
package final class SequentialObject: Object, @unchecked Sendable {
  private var layers: [LayerObject]
  private let dtype: DType
  private let seed: Int
  private var inputShape: Dims?
  private var made: Sequential?
  /// `nil` before `compile`.
  var optimizer: OptimizerObject?
  /// Whether labels are class numbers: 'sparse_categorical_crossentropy'.
  var takesClassNumbers = false

  init(_ layers: [LayerObject], dtype: DType, seed: Int, inputShape: Dims?) {
    (self.layers, self.dtype, self.seed) = (layers, dtype, seed)
    self.inputShape = inputShape ?? layers.first?.inputShape
    super.init(.host)
  }

  package override var type: TypeObject { SequentialMethods.cls }

  /// The model, with its weights where the shape of its examples is known.
  package func model() throws -> Sequential {
    if let made { return made }
    let model = try Sequential(layers.map(\.layer), dtype: dtype, seed: seed)
    if let inputShape { try model.build(inputShape: inputShape) }
    if let optimizer { model.optimiser = optimizer.optimiser }
    made = model
    return model
  }

  func add(_ layer: LayerObject) throws {
    if made != nil { throw Raised.valueError("sequential: the model is built already: add layers before that") }
    layers.append(layer)
    if inputShape == nil, layers.count == 1 { inputShape = layer.inputShape }
  }

  func compile(_ optimizer: OptimizerObject) {
    self.optimizer = optimizer
    made?.optimiser = optimizer.optimiser
  }

  /// Labels as rows of zeros with a one.
  func oneHot(_ labels: NDArray, _ model: Sequential) throws -> NDArray {
    guard takesClassNumbers, let classes = model.classCount else { return labels }
    return try OneHot.rows(labels, classes: classes)
  }
}
