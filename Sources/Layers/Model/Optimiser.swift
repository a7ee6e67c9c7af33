import Arrays

/// How a model's weights follow their gradients.
public protocol Optimiser: AnyObject {
  var learningRate: Double { get set }
  /// Updates that were made.
  var steps: Int { get }
  /// Changes the parameters that have a gradient, all of them or, when it throws, none.
  /// - Throws: `LayerError` when memory runs out.
  func update(_ parameters: [Parameter]) throws(LayerError)
}

/// Arrays that an optimiser keeps for each parameter.
final class OptimiserState {
  /// With the parameters themselves, so that none of them goes and another one takes its place.
  private var kept: [ObjectIdentifier: (parameter: Parameter, arrays: [NDArray])] = [:]

  /// Zeros at first.
  func arrays(_ count: Int, of parameter: Parameter) throws(LayerError) -> [NDArray] {
    if let arrays = kept[ObjectIdentifier(parameter)]?.arrays { return arrays }
    var fresh: [NDArray] = []
    for _ in 0..<count {
      fresh.append(
        try layer { () throws(ArrayError) in try NDArray(parameter.value.dtype, shape: parameter.value.shape) })
    }
    kept[ObjectIdentifier(parameter)] = (parameter, fresh)
    return fresh
  }
}

/// Adam for a model: see `Adam`.
public final class AdamOptimiser: Optimiser {
  public var rule: Adam
  /// The learning rate of update t is `learningRate / (1 + decay * (t - 1))`.
  public let decay: Double
  public private(set) var steps = 0
  private let state = OptimiserState()

  public init(_ rule: Adam = Adam(), decay: Double = 0) { (self.rule, self.decay) = (rule, decay) }

  public var learningRate: Double {
    get { rule.learningRate }
    set { rule.learningRate = newValue }
  }

  public func update(_ parameters: [Parameter]) throws(LayerError) {
    for parameter in parameters { _ = try state.arrays(2, of: parameter) }
    var rule = rule
    rule.learningRate /= 1 + decay * Double(steps)
    for parameter in parameters {
      guard let gradient = parameter.gradient else { continue }
      let averages = try state.arrays(2, of: parameter)
      rule.update(parameter.value, gradient: gradient, first: averages[0], second: averages[1], step: steps + 1)
    }
    steps += 1
  }
}

/// Gradient descent with momentum for a model: see `Momentum`.
public final class MomentumOptimiser: Optimiser {
  public var rule: Momentum
  /// As in `AdamOptimiser`.
  public let decay: Double
  public private(set) var steps = 0
  private let state = OptimiserState()

  public init(_ rule: Momentum = Momentum(), decay: Double = 0) { (self.rule, self.decay) = (rule, decay) }

  public var learningRate: Double {
    get { rule.learningRate }
    set { rule.learningRate = newValue }
  }

  public func update(_ parameters: [Parameter]) throws(LayerError) {
    for parameter in parameters { _ = try state.arrays(1, of: parameter) }
    var rule = rule
    rule.learningRate /= 1 + decay * Double(steps)
    for parameter in parameters {
      guard let gradient = parameter.gradient else { continue }
      rule.update(parameter.value, gradient: gradient, velocity: try state.arrays(1, of: parameter)[0])
    }
    steps += 1
  }
}
