import Arrays

/// A layer of a model as it is asked for: what it shall be, before it has weights.
public protocol ModelLayer: Sendable {
  /// Keras's name of the class: `MaxPooling2D`.
  var className: String { get }
  /// What its name in a model begins with: `max_pooling2d`.
  var baseName: String { get }
  /// What its output goes through.
  var activation: Activation? { get }

  /// - Parameters:
  ///   - shape: an example's, without the batch's axis.
  ///   - name: for messages.
  /// - Throws: `LayerError` if the layer cannot take such examples.
  func makeStep(shape: Dims, name: String, dtype: DType, random: RandomState) throws(LayerError) -> any ModelStep
}

extension ModelLayer {
  public var activation: Activation? { nil }
}

/// What the output of a layer with weights can go through.
public enum Activation: String, Sendable, CaseIterable {
  case relu
  case softmax
}

/// A layer of a model that has been built: its weights, and what its backward pass needs of its forward pass.
public protocol ModelStep: AnyObject {
  /// An example's output, without the batch's axis.
  var outputShape: Dims { get }
  var parameters: [Parameter] { get }

  func forward(_ input: NDArray, _ pass: inout ForwardPass) throws(LayerError) -> NDArray
  /// Sets the parameters' gradients.
  /// - Parameters:
  ///   - gradient: of the output. Nobody else needs it: it may be changed.
  ///   - wantsInput: whether the gradient of the input is read by anyone.
  func backward(_ gradient: NDArray, wantsInput: Bool) throws(LayerError) -> NDArray?
  /// The batch is complete: what was computed beside the parameters holds from now on.
  func commit()
  /// Forgets what a forward pass left.
  func release()
}

extension ModelStep {
  public var parameters: [Parameter] { [] }
  public func commit() {}
}

/// What a forward pass is for.
public struct ForwardPass {
  /// Whether a backward pass follows.
  public let isTraining: Bool
  /// For what is drawn while training.
  public let random: RandomState
}

/// Numbers that a model learns, or keeps.
public final class Parameter {
  /// Within its layer: `kernel`.
  public let name: String
  public let isTrainable: Bool
  public internal(set) var value: NDArray
  var gradient: NDArray?

  /// - Parameter value: contiguous, of the model's dtype, and nobody else's.
  init(_ name: String, _ value: NDArray, isTrainable: Bool = true) {
    self.name = name
    self.value = value
    self.isTrainable = isTrainable
  }

  convenience init(
    _ name: String, shape: Dims, filledWith number: Double, dtype: DType, isTrainable: Bool = true
  ) throws(LayerError) {
    let array = try layer { () throws(ArrayError) in try NDArray(dtype, shape: shape) }
    if number != 0 {
      for index in 0..<array.count { array.store(.float64(number), atOffset: index) }
    }
    self.init(name, array, isTrainable: isTrainable)
  }
}
