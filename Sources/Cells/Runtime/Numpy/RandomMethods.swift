import Arrays

/// The methods of `RandomState`, by NumPy's names and with its parameters. Without a size most give Python's numbers.
enum RandomMethods {
  static let uniform: [(String, Value)] = [
    draw("rand", "*lengths") { random, a in
      let size = try a.restSize()
      return size.isEmpty ? .float(random.randomSample()) : Value(try random.randomSample(size))
    },
    draw("randn", "*lengths") { random, a in
      let size = try a.restSize()
      return size.isEmpty ? .float(random.standardNormal()) : Value(try random.standardNormal(size))
    },
    draw("random_sample", "size=") { random, a in
      guard let size = try a.size(1) else { return .float(random.randomSample()) }
      return Value(try random.randomSample(size))
    },
    draw("standard_normal", "size=") { random, a in
      guard let size = try a.size(1) else { return .float(random.standardNormal()) }
      return Value(try random.standardNormal(size))
    },
    draw("standard_exponential", "size=") { random, a in
      guard let size = try a.size(1) else { return .float(random.standardExponential()) }
      return Value(try random.standardExponential(size))
    },
  ]

  static let distributions: [(String, Value)] = [
    draw("normal", "loc=, scale=, size=") { random, a in
      Value(try random.normal(loc: a.parameter(1, 0), scale: a.parameter(2, 1), size: a.size(3)))
    },
    draw("uniform", "low=, high=, size=") { random, a in
      Value(try random.uniform(low: a.parameter(1, 0), high: a.parameter(2, 1), size: a.size(3)))
    },
    draw("exponential", "scale=, size=") { random, a in
      Value(try random.exponential(scale: a.parameter(1, 1), size: a.size(2)))
    },
    draw("gamma", "shape, scale=, size=") { random, a in
      Value(try random.gamma(shape: a.parameter(1, 1), scale: a.parameter(2, 1), size: a.size(3)))
    },
    draw("standard_gamma", "shape, size=") { random, a in
      Value(try random.standardGamma(shape: a.parameter(1, 1), size: a.size(2)))
    },
    draw("beta", "a, b, size=") { random, a in
      Value(try random.beta(a: a.parameter(1, 1), b: a.parameter(2, 1), size: a.size(3)))
    },
    draw("binomial", "n, p, size=") { random, a in
      Value(try random.binomial(n: a.parameter(1, 1), p: a.parameter(2, 0.5), size: a.size(3)))
    },
    draw("poisson", "lam=, size=") { random, a in
      Value(try random.poisson(lam: a.parameter(1, 1), size: a.size(2)))
    },
  ]

  static let selection: [(String, Value)] = [
    draw("randint", "low, high=, size=, dtype=") { random, a in
      let dtype = a.has(4) ? try a.interpreter.dtype(a[4]) : DType.int64
      let sample = try random.randint(
        low: a.wholeNumber(1), high: a.has(2) ? a.wholeNumber(2) : nil, size: a.size(3), dtype: dtype)
      // A dtype that was asked for by name gives its own scalars.
      if case .scalar(let scalar) = sample, a.has(4), a[4].asType.map({ $0 !== Types.int && $0 !== Types.bool }) ?? true
      {
        return Value(scalar)
      }
      return Value(sample)
    },
    draw("permutation", "x") { random, a in
      if let count = a[1].bigInteger { return Value(try random.permutation(Int(count))) }
      return Value(try random.permutation(a.array(1)))
    },
    draw("shuffle", "x") { random, a in
      if let list = a[1].asList {
        try random.shuffle(count: list.elements.count) { first, second in
          list.elements.swapAt(first, second)
          try a.interpreter.tickOnce()
        }
      } else if let array = a[1].asArray {
        try random.shuffle(array.array)
      } else {
        let name = a.interpreter.typeName(a[1])
        throw Raised.typeError("'\(name)' object does not support item assignment")
      }
      return .none
    },
    draw("choice", "a, size=, replace=, p=") { random, a in
      let replace = try a.bool(3, default: true)
      let weights = a.has(4) ? try a.array(4) : nil
      if let count = a[1].bigInteger {
        return Value(
          try random.choice(.count(Int(exactly: count) ?? -1), size: a.size(2), replace: replace, p: weights))
      }
      // The elements of any list can be drawn: only their places are random.
      if let elements = a[1].elements, elements.contains(where: { $0.scalar == nil && $0.elements == nil }) {
        let places = try random.choice(.count(elements.count), size: a.size(2), replace: replace, p: weights)
        guard case .scalar(let place) = places else {
          throw Raised.unsupported("np.random.choice of objects with a size is not supported: draw indices instead")
        }
        return elements[Int(place.cast(to: Int64.self))]
      }
      let sample = try random.choice(.elements(a.array(1)), size: a.size(2), replace: replace, p: weights)
      if case .scalar(let scalar) = sample { return Value(scalar) }
      return Value(sample)
    },
  ]

  static let state: [(String, Value)] = [
    draw("seed", "seed=") { random, a in
      try RandomStateObject.seed(random, a[1], a.interpreter)
      return .none
    },
    draw("get_state", "legacy=") { random, _ in
      let state = random.state
      let key = Value(try NDArray(state.key.map(Int64.init), shape: [state.key.count]))
      return Value(tuple: [
        Value("MT19937"), key, .int(state.position), .int(state.spareNormal == nil ? 0 : 1),
        .float(state.spareNormal ?? 0),
      ])
    },
    draw("set_state", "state") { random, a in
      let parts = try a.interpreter.collect(a[1])
      guard parts.count == 5, parts[0].asString?.value == "MT19937" else {
        throw Raised.valueError("set_state can only be used with legacy MT19937 state instances.")
      }
      let key = try a.interpreter.asArray(parts[1]).integers().map { UInt32(truncatingIfNeeded: $0) }
      let hasSpare = try a.interpreter.isTrue(parts[3])
      try random.restore(
        .init(
          key: key, position: a.interpreter.index(parts[2]),
          spareNormal: hasSpare ? a.interpreter.double(parts[4]) : nil))
      return .none
    },
  ]

  private static func draw(
    _ name: String, _ signature: String, _ body: @escaping (RandomState, borrowing Arguments) throws -> Value
  ) -> (String, Value) {
    method(name, signature) { a in
      guard case .object(let object) = a[0], let state = object as? RandomStateObject else {
        throw Raised.typeError("descriptor '\(name)' requires a 'numpy.random.mtrand.RandomState' object")
      }
      return try body(state.random, a)
    }
  }
}

extension Arguments {
  /// `size=`: one length or several; `nil` for `None`.
  fileprivate func size(_ index: Int) throws -> Dims? {
    guard has(index) else { return nil }
    let refusal = "an integer is required"
    if let elements = try self[index].elements ?? (self[index].asArray != nil ? interpreter.collect(self[index]) : nil)
    {
      return try Dims(checking: elements.map { try interpreter.arrayInteger($0, refusingFlags: refusal) })
    }
    if self[index].isFlag { return try Dims(checking: interpreter.shape(self[index])) }
    return try Dims(checking: [try interpreter.arrayInteger(self[index])])
  }

  /// The lengths of `rand(2, 3)`.
  fileprivate func restSize() throws -> Dims {
    if rest.count == 1, rest[0].elements != nil {
      if interpreter.vintage.numpy < 12 { throw Raised.typeError("an integer is required") }
      throw Raised.typeError("'\(interpreter.typeName(rest[0]))' object cannot be interpreted as an integer")
    }
    return try Dims(checking: rest.map { try interpreter.arrayInteger($0, refusingFlags: "an integer is required") })
  }

  /// A parameter of a distribution: a number, or an array of them.
  fileprivate func parameter(_ index: Int, _ standard: Double) throws -> RandomParameter {
    if self[index].isUndefined { return .scalar(standard) }
    if self[index].scalar != nil { return .scalar(try double(index)) }
    return .array(try array(index))
  }

  /// A bound of `randint`; floats are cut, as NumPy does with a whole float.
  fileprivate func wholeNumber(_ index: Int) throws -> Int {
    if case .float(let number) = self[index], number == number.rounded(), let whole = Int(exactly: number) {
      return whole
    }
    return try int(index)
  }
}

extension Value {
  /// What a generator drew: Python's own numbers where no size was asked for.
  fileprivate init(_ sample: RandomSample) {
    switch sample {
    case .array(let array): self = Value(array)
    case .scalar(.float64(let value)): self = .float(value)
    case .scalar(.int64(let value)): self = .int(Int(value))
    case .scalar(.bool(let value)): self = .bool(value)
    case .scalar(let other): self = Value(other)
    }
  }
}
