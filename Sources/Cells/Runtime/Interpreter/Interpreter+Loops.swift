extension Interpreter {
  /// Sets up the three registers of a loop. A range: next value, values left, step. A list: `None`, the next index,
  /// the list. Anything else: its iterator.
  func prepareLoop(_ state: UnsafeMutablePointer<Value>, over value: Value) throws {
    if let range = value.asRange {
      state[0] = .int(range.start)
      state[1] = .int(range.count)
      state[2] = .int(range.step)
      if stack.holds(state) { runningLoop.begin(state, count: range.count) }
    } else if value.asList != nil {
      state[0] = .none
      state[1] = .int(0)
      state[2] = value
    } else {
      state[0] = try makeIterator(value)
    }
  }

  /// The next value of a loop that is not over a range.
  func next(of state: UnsafeMutablePointer<Value>) throws -> Value? {
    if case .none = state[0], case .int(let index) = state[1], let list = state[2].asList {
      if index < list.elements.count {
        state[1] = .int(index + 1)
        return list.elements[index]
      }
      state[2] = .undefined
      return nil
    }
    if let value = try next(state[0]) { return value }
    state[0] = .undefined
    return nil
  }

  /// The next value of what a generator delegates to with `yield from`.
  func nextOfDelegate(_ iterator: Value, sending value: Value) throws -> Value? {
    if let generator = iterator.asGenerator { return try resume(generator, sending: value) }
    if value.isNone { return try next(iterator) }
    do {
      return try call(attribute(iterator, "send"), [value])
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.stopIteration) {
      return nil
    }
  }

  /// `a, b, c = value`
  func unpack(_ value: Value, into target: UnsafeMutablePointer<Value>, count: Int) throws {
    if let elements = value.elements, elements.count == count {
      for index in 0..<count { target[index] = elements[index] }
      return
    }
    if let elements = value.elements {
      throw Raised.valueError(
        elements.count < count
          ? "not enough values to unpack (expected \(count), got \(elements.count))"
          : "too many values to unpack (expected \(count))")
    }
    let iterator = try iteratorToUnpack(value)
    for index in 0..<count {
      guard let element = try next(iterator) else {
        throw Raised.valueError("not enough values to unpack (expected \(count), got \(index))")
      }
      target[index] = element
    }
    if try next(iterator) != nil { throw Raised.valueError("too many values to unpack (expected \(count))") }
  }

  /// `a, *b, c = value`
  func unpack(_ value: Value, into target: UnsafeMutablePointer<Value>, before: Int, after: Int) throws {
    let elements = try collect(iteratorToUnpack(value))
    guard elements.count >= before + after else {
      throw Raised.valueError(
        "not enough values to unpack (expected at least \(before + after), got \(elements.count))")
    }
    for index in 0..<before { target[index] = elements[index] }
    target[before] = Value(list: Array(elements[before..<(elements.count - after)]))
    for index in 0..<after { target[before + 1 + index] = elements[elements.count - after + index] }
  }

  private func iteratorToUnpack(_ value: Value) throws -> Value {
    do {
      return try makeIterator(value)
    } catch let raised as Raised where raised.exception.cls === Exceptions.typeError {
      if case .object(let object) = value, object.kind == .array { throw raised }
      throw Raised.typeError(vintage.notUnpackable(typeName(value)))
    }
  }

  /// `[..., *value]`, or `f(..., *value)`, which has a message of its own.
  func extend(_ list: Value, with value: Value, for function: Value?) throws {
    do {
      let more = try collect(value)
      if let list = list.asList { try append(more, to: &list.elements) }
    } catch let raised as Raised
      where raised.exception.cls === Exceptions.typeError && (try? makeIterator(value)) == nil
    {
      guard let function else {
        throw Raised.typeError("Value after * must be an iterable, not \(typeName(value))")
      }
      let name = try callableName(function)
      throw Raised.typeError("\(name) argument after * must be an iterable, not \(typeName(value))")
    }
  }

  /// `{..., **value}`
  func merge(_ value: Value, into dict: Value) throws {
    guard let mapping = value.asDict else { throw Raised.typeError("'\(typeName(value))' object is not a mapping") }
    for (key, element) in mapping.table.pairs { try dict.asDict?.set(key, element, self) }
  }

  /// `f(..., **value)`
  func mergeKeywords(_ value: Value, into dict: Value, for function: Value) throws {
    let name = try callableName(function)
    guard let mapping = value.asDict else {
      throw Raised.typeError("\(name) argument after ** must be a mapping, not \(typeName(value))")
    }
    for (key, element) in mapping.table.pairs {
      guard let text = key.asString?.value else { throw Raised.typeError("keywords must be strings") }
      if dict.asDict?[text] != nil {
        throw Raised.typeError("\(name) got multiple values for keyword argument '\(text)'")
      }
      dict.asDict?.table.set(name: text, element)
    }
  }

  private func callableName(_ function: Value) throws -> String {
    if let function = function.asFunction {
      return "\(function.module.name).\(function.code.qualifiedName)()"
    }
    if let native = function.asNative { return "\(native.name)()" }
    if let cls = function.asType { return "\(cls.qualifiedName)()" }
    return try text(function)
  }
}
