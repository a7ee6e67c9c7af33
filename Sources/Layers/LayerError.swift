import Arrays

/// The layers' functions by the names that courses on convolutional networks give them.
public enum LayerFunction: String, Sendable, CaseIterable {
  case zeroPad = "zero_pad"
  case convSingleStep = "conv_single_step"
  case convForward = "conv_forward"
  case convBackward = "conv_backward"
  case poolForward = "pool_forward"
  case poolBackward = "pool_backward"
  case createMaskFromWindow = "create_mask_from_window"
  case distributeValue = "distribute_value"
}

/// What can be wrong with a layer's arguments, as facts: the function, the argument, what was expected and what came.
public enum LayerError: Error, Sendable {
  /// An array with another number of axes than `axes` names.
  case rank(LayerFunction, argument: String, axes: [String], actual: Dims)
  /// Filters made for another number of channels than the input has.
  case channels(LayerFunction, weights: Dims, input: Dims)
  /// Filters whose height is not their width.
  case filterNotSquare(LayerFunction, weights: Dims)
  /// An array that must have a shape that follows from the other arguments; `reason` says how it follows.
  case shape(LayerFunction, argument: String, expected: Dims, reason: String, actual: Dims)
  /// A number that is too small: a stride of 0, a negative padding.
  case belowMinimum(LayerFunction, argument: String, minimum: Int, actual: Int)
  /// A window that does not fit in the padded input even once.
  case windowTooLarge(LayerFunction, argument: String, windowSize: Int, padding: Int, input: Dims)
  /// An array whose shape does not suit the others, in a layer of a network; `expected` says what would.
  case unfit(function: String, argument: String, expected: String, actual: Dims)
  /// A number or a word that a layer cannot have; `expected` says which it can.
  case unusable(function: String, argument: String, expected: String, actual: String)
  /// A model that is asked for what it cannot do yet, or with these layers.
  case model(String)
  /// A way of pooling that does not exist.
  case unknownMode(LayerFunction, actual: String)
  /// What the arrays below report: memory that runs out, a computation that was stopped.
  case array(ArrayError)
}

extension LayerError: CustomStringConvertible {
  public var description: String { message }

  /// One line: the function, the argument, what was expected, what came.
  public var message: String {
    switch self {
    case .rank(let function, let argument, let axes, let actual):
      "\(function.rawValue): \(argument) must have \(axes.count) axes (\(axes.joined(separator: ", "))) "
        + "but has shape \(actual)"
    case .channels(let function, let weights, let input):
      "\(function.rawValue): W has \(weights[2]) input channels (shape \(weights)) "
        + "but A_prev has \(input[3]) (shape \(input))"
    case .filterNotSquare(let function, let weights):
      "\(function.rawValue): W must have square filters (f, f, n_C_prev, n_C) but has shape \(weights)"
    case .shape(let function, let argument, let expected, let reason, let actual):
      "\(function.rawValue): \(argument) must have shape \(expected), \(reason), but has shape \(actual)"
    case .belowMinimum(let function, let argument, let minimum, let actual):
      "\(function.rawValue): \(argument) must be at least \(minimum) but is \(actual)"
    case .windowTooLarge(let function, let argument, let windowSize, let padding, let input):
      "\(function.rawValue): \(argument) makes windows of \(windowSize) x \(windowSize) but A_prev has only "
        + "\(input[1]) x \(input[2]) (shape \(input))"
        + (function == .poolForward || function == .poolBackward ? "" : " and hparameters['pad'] is \(padding)")
    case .unfit(let function, let argument, let expected, let actual):
      "\(function): \(argument) must have \(expected) but has shape \(actual)"
    case .unusable(let function, let argument, let expected, let actual):
      "\(function): \(argument) must be \(expected) but is \(actual)"
    case .model(let problem): problem
    case .unknownMode(let function, let actual):
      "\(function.rawValue): mode must be 'max' or 'average' but is '\(actual)'"
    case .array(let error): error.message
    }
  }
}

/// Runs what throws `ArrayError` in a function that throws `LayerError`.
func layer<T>(_ body: () throws(ArrayError) -> T) throws(LayerError) -> T {
  do { return try body() } catch { throw .array(error) }
}

/// Checks of single arguments; what the arguments must be to each other is checked where they meet.
extension LayerFunction {
  func requireRank(_ array: NDArray, _ argument: String, _ axes: String...) throws(LayerError) {
    if array.rank != axes.count { throw .rank(self, argument: argument, axes: axes, actual: array.shape) }
  }

  func require(_ value: Int, atLeast minimum: Int, _ argument: String) throws(LayerError) {
    if value < minimum { throw .belowMinimum(self, argument: argument, minimum: minimum, actual: value) }
  }
}

/// The dtype in which a layer computes: float32 if all operands have it, float64 otherwise.
func computingDType(_ operands: NDArray...) -> DType {
  operands.allSatisfy { $0.dtype == .float32 } ? .float32 : .float64
}

extension NDArray {
  /// The elements in C order without gaps, in `dtype`: this array itself where it already is so, a copy otherwise.
  func contiguous(as dtype: DType) throws(LayerError) -> NDArray {
    if self.dtype == dtype, isContiguous { return self }
    return try layer { () throws(ArrayError) in try copy(as: dtype) }
  }

  /// The axes in another order. A view.
  func permuted(_ axes: some Collection<Int>) -> NDArray {
    with(shape: Dims(axes.map { shape[$0] }), strides: Dims(axes.map { strides[$0] }))
  }
}
