import Arrays

/// `np.random.RandomState`: a generator of its own. The functions of `np.random` are the methods of one that the
/// session holds.
package final class RandomStateObject: Object, @unchecked Sendable {
  let random: RandomState

  init(_ random: RandomState) {
    self.random = random
    super.init(.host)
  }

  package override var type: TypeObject { RandomStateObject.cls }

  static let cls: TypeObject = TypeObject(
    "RandomState", module: "numpy.random.mtrand",
    constructor: NativeFunction("RandomState", "seed=") { a in
      let object = RandomStateObject(RandomState())
      try seed(object.random, a[0], a.interpreter)
      return .object(object)
    },
    attributes: table(RandomMethods.uniform, RandomMethods.distributions, RandomMethods.selection, RandomMethods.state))

  /// Sets the seed: an integer, a sequence of integers, or `None` for one from the system.
  static func seed(_ random: RandomState, _ seed: Value, _ interpreter: Interpreter) throws {
    if seed.isAbsent { return random.seed() }
    if seed.elements != nil || seed.asArray.map({ $0.array.rank > 0 }) ?? false {
      let words = try interpreter.collect(seed).map { try interpreter.index($0) }
      if seed.asArray != nil, words.count == 1 { return try random.seed(words[0]) }
      return try random.seed(words)
    }
    guard case .int(let word) = try interpreter.integer(seed) else {
      throw Raised.valueError("Seed must be between 0 and 2**32 - 1")
    }
    try random.seed(word)
  }
}

/// `np.random` of a session.
package enum RandomModule {
  package static func make(_ interpreter: Interpreter) -> ModuleObject {
    let module = ModuleObject("numpy.random")
    let state = Value.object(RandomStateObject(interpreter.random))
    for (name, attribute) in RandomStateObject.cls.attributes.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("_")
    {
      module.namespace[name] = .object(BoundMethod(state, attribute))
    }
    for alias in ["random", "ranf", "sample"] { module.namespace[alias] = module.namespace["random_sample"] }
    module.namespace["RandomState"] = .object(RandomStateObject.cls)
    module.namespace["default_rng"] = .object(
      NativeFunction("default_rng", "seed=") { _ in
        throw Raised.unsupported(
          "np.random.default_rng is not supported: use np.random.seed and the functions of np.random, or "
            + "np.random.RandomState(seed)")
      })
    return module
  }
}
