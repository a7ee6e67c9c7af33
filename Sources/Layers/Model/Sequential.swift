import Arrays

/// Layers one after the other, the last one a softmax: built, trained and asked as Keras's `Sequential` is.
///
/// A model computes in its dtype. In float64 its layers have the bits of NumPy's loops; float32 is the fast path. Weights,
/// shuffles and what dropout drops come from the model's seed: two models with the same layers, seed and data learn the
/// same, bit for bit, whatever the number of threads.
///
/// Not for use from several threads at once.
public final class Sequential {
  public let layers: [any ModelLayer]
  public let dtype: DType
  public let seed: Int
  /// Keras's name of the model.
  public let name = "sequential"
  /// `conv2d`, `conv2d_1`, ...: unique, one for each layer.
  public let layerNames: [String]

  /// An example's shape; `nil` until the model is built.
  public private(set) var inputShape: Dims?
  /// The layers with their weights, and activations among them.
  private(set) var steps: [any ModelStep] = []
  /// For each layer the step that has its weights, and the step that gives its output.
  private(set) var stepsOfLayers: [(weights: Int, output: Int)] = []

  let random: RandomState
  public var optimiser: any Optimiser = AdamOptimiser()
  /// Epochs that were completed: with the seed they say how the next one is shuffled.
  public internal(set) var epochsDone = 0
  /// What an interrupted `fit` left to do.
  var unfinished: TrainingRun?

  /// - Parameters:
  ///   - dtype: float32 or float64.
  ///   - seed: in 0..<2³².
  /// - Throws: `LayerError` for another dtype or seed.
  public init(_ layers: [any ModelLayer], dtype: DType = .float64, seed: Int = 1) throws(LayerError) {
    if !dtype.isFloating {
      throw .unusable(function: "Sequential", argument: "dtype", expected: "float32 or float64", actual: dtype.name)
    }
    self.layers = layers
    self.dtype = dtype
    self.seed = seed
    random = try layer { () throws(ArrayError) in try RandomState(seed: seed) }
    var counts: [String: Int] = [:]
    layerNames = layers.map { layer in
      let count = counts[layer.baseName, default: 0]
      counts[layer.baseName] = count + 1
      return count == 0 ? layer.baseName : "\(layer.baseName)_\(count)"
    }
  }

  /// Makes the weights for examples of this shape. A model that has been built for them already stays as it is.
  /// - Throws: `LayerError` if a layer cannot take what comes to it, or if the model was built for another shape.
  public func build(inputShape shape: Dims) throws(LayerError) {
    if let built = inputShape {
      if built == shape { return }
      throw .unfit(
        function: name, argument: "an example", expected: "shape \(built), for which the model was built",
        actual: shape)
    }
    if layers.isEmpty { throw .model("\(name): a model needs at least one layer") }
    var (made, places): ([any ModelStep], [(weights: Int, output: Int)]) = ([], [])
    var current = shape
    for (layer, name) in zip(layers, layerNames) {
      let step = try layer.makeStep(shape: current, name: name, dtype: dtype, random: random)
      made.append(step)
      current = step.outputShape
      let weights = made.count - 1
      if let activation = layer.activation {
        let following: any ModelLayer = activation == .relu ? ReLULayer() : SoftmaxLayer()
        made.append(try following.makeStep(shape: current, name: name, dtype: dtype, random: random))
      }
      places.append((weights, made.count - 1))
    }
    Sequential.join(made)
    (steps, stepsOfLayers, inputShape) = (made, places, shape)
  }

  /// Makes the weights for examples X (m, ...).
  /// - Throws: `LayerError` if they are none, or as `build(inputShape:)` does.
  public func build(for examples: NDArray) throws(LayerError) { try prepare(examples, "X") }

  /// How many classes the model tells apart; `nil` where it is not built or has no softmax at its end.
  public var classCount: Int? { steps.last is SoftmaxStep ? steps.last?.outputShape.first : nil }

  /// Lets neighbours do what a ReLU does while they go through its numbers anyway.
  private static func join(_ steps: [any ModelStep]) {
    for (index, step) in steps.enumerated() {
      guard let relu = step as? ReLUStep else { continue }
      if index > 0, let before = steps[index - 1] as? any RectifyingStep {
        before.isRectified = true
        relu.isDoneForward = true
      }
      if index + 1 < steps.count, let behind = steps[index + 1] as? PoolingStep, behind.canPassReLU {
        behind.passesReLU = true
        relu.isDoneBackward = true
      }
    }
  }

  var parameters: [Parameter] { steps.flatMap(\.parameters) }

  /// The scores, or whatever the last layer gives, of a batch in the model's dtype.
  func forward(_ batch: NDArray, isTraining: Bool) throws(LayerError) -> NDArray {
    var pass = ForwardPass(isTraining: isTraining, random: random)
    var current = batch
    for step in steps { current = try step.forward(current, &pass) }
    return current
  }

  /// - Parameter gradient: of what `forward` gave.
  func backward(_ gradient: NDArray) throws(LayerError) {
    var current = gradient
    // Nobody reads the gradient of what comes before the first weights.
    let first = steps.firstIndex { !$0.parameters.isEmpty } ?? steps.count
    for index in stride(from: steps.count - 1, through: first, by: -1) {
      guard let next = try steps[index].backward(current, wantsInput: index > first) else { return }
      current = next
    }
  }
}
