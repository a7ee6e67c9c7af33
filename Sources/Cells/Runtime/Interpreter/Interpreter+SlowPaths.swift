import Arrays

/// What the evaluation loop calls where registers hold something else than numbers. Never inlined: the loop's own
/// variables stay in processor registers.
extension Interpreter {
  @inline(never)
  func arithmetic(
    _ i: Instruction, _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>,
    _ c: UnsafeMutablePointer<Value>
  ) throws {
    guard let operation = BinaryOperator(rawValue: i.x & Instruction.operatorMask) else { return }
    if let function = operation.function, b.tag == ValueLayout.object || c.tag == ValueLayout.object {
      let isInPlace = i.x & Instruction.flag != 0 && b.rawArray != nil
      if isInPlace ? smallInPlace(function, a, b, c) : smallBinary(function, a, b, c) { return }
    }
    a.pointee =
      i.x & Instruction.flag != 0
      ? try inPlace(operation, b.pointee, c.pointee) : try binary(operation, b.pointee, c.pointee)
  }

  @inline(never)
  func compare(
    _ i: Instruction, _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>,
    _ c: UnsafeMutablePointer<Value>
  ) throws {
    guard let operation = ComparisonOperator(rawValue: i.x) else { return }
    if b.rawArray != nil, let function = operation.function, smallBinary(function, a, b, c) { return }
    a.pointee = try compare(operation, b.pointee, c.pointee)
  }

  @inline(never)
  func compares(
    _ operation: UInt8, _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>
  ) throws -> Bool {
    guard let operation = ComparisonOperator(rawValue: operation) else { return true }
    if operation == .isSame, right.isRawNone { return left.isRawNone }
    if operation == .equal || operation == .notEqual, left.isRawText, right.isRawText {
      let isEqual = left.rawObject.borrow(as: StringObject.self) { left in
        right.rawObject.borrow(as: StringObject.self) { left.hasText(of: $0) }
      }
      return isEqual == (operation == .equal)
    }
    return try isTrue(compare(operation, left.pointee, right.pointee))
  }

  @inline(never)
  func truth(_ register: UnsafeMutablePointer<Value>) throws -> Bool { try isTrue(register.pointee) }

  @inline(never)
  func loadBuiltin(_ slot: Int, _ module: Unmanaged<ModuleObject>, _ target: UnsafeMutablePointer<Value>) throws {
    let namespace = module._withUnsafeGuaranteedRef { $0.namespace }
    if let known = namespace.builtin(slot, builtins) {
      target.assign(from: known)
      return
    }
    let name = namespace.names[slot]
    let value = try builtin(name)
    if builtins[name] != nil { namespace.keepBuiltin(value, slot, builtins) }
    target.pointee = value
  }

  @inline(never)
  func loadItem(
    _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ c: UnsafeMutablePointer<Value>
  ) throws {
    if loadWindow(a, b, Subscript(key: c)) || loadInteger(a, b, c) { return }
    a.pointee = try item(b.pointee, c.pointee)
  }

  @inline(never)
  func storeItem(
    _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ c: UnsafeMutablePointer<Value>
  ) throws {
    if storeWindow(c, a, Subscript(key: b)) || storeInteger(a, b, c) { return }
    try setItem(a.pointee, b.pointee, c.pointee)
  }

  /// Gives how many words belong to the instruction, as `storeItems` does.
  @inline(never)
  func loadItems(
    _ i: UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>
  ) throws -> Int {
    let (a, b) = (registers + Int(i.pointee.a), registers + Int(i.pointee.b))
    let index = Subscript(i, registers)
    if !loadWindow(a, b, index) { a.pointee = try items(b.pointee, index) }
    return index.wordCount
  }

  @inline(never)
  func storeItems(
    _ i: UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>
  ) throws -> Int {
    let (a, b) = (registers + Int(i.pointee.a), registers + Int(i.pointee.b))
    let index = Subscript(i, registers)
    if !storeWindow(a, b, index) { try setItems(b.pointee, index, a.pointee) }
    return index.wordCount
  }

  /// `x[i][j]` of lists at once. Gives how many instructions behind this one that was.
  @inline(never)
  func loadRow(_ i: UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>) throws -> Int {
    let (a, b) = (registers + Int(i.pointee.a), registers + Int(i.pointee.b))
    let (c, next) = (registers + Int(i.pointee.c), i + 1)
    guard let row = Interpreter.element(of: b, c) else {
      try loadItem(a, b, c)
      return 0
    }
    guard let element = Interpreter.element(of: row, registers + Int(next.pointee.c)) else {
      a.assign(from: row)
      return 0
    }
    (registers + Int(next.pointee.a)).assign(from: element)
    return 1
  }

  @inline(never)
  func callOther(_ callee: UnsafeMutablePointer<Value>, _ count: Int, into target: UnsafeMutablePointer<Value>) throws {
    if callee.tag == ValueLayout.object, callee.rawObject.kind == .type,
      let quick = callee.rawObject.borrow(as: TypeObject.self, { $0.constructor?.quick }),
      try quick(self, callee + 1, count, target)
    {
      return
    }
    target.pointee = try call(callee.pointee, callee + 1, count)
  }

  /// Calls a native function that something keeps alive meanwhile.
  @inline(never)
  func callNative(
    _ function: ObjectAddress, _ base: UnsafeMutablePointer<Value>, _ count: Int,
    into target: UnsafeMutablePointer<Value>
  ) throws {
    try function.borrow(as: NativeFunction.self) { function in
      if let quick = function.quick, try quick(self, base, count, target) { return }
      try checkStack()
      target.pointee = try call(function, base, count)
    }
  }

  @inline(never)
  func callMethod(
    _ base: UnsafeMutablePointer<Value>, _ count: Int, _ name: String, _ cache: UnsafeMutablePointer<AttributeCache>,
    into target: UnsafeMutablePointer<Value>
  ) throws {
    target.pointee = try callMethod(base, count, name, &cache.pointee)
  }

  /// A loop's next value, where it is not over a range; false at its end.
  @inline(never)
  func next(of state: UnsafeMutablePointer<Value>, into target: UnsafeMutablePointer<Value>) throws -> Bool {
    if state.isRawNone, (state + 1).tag == ValueLayout.int, (state + 2).tag == ValueLayout.object {
      // A list: looked at anew each time, since it may grow while it is walked.
      let index = (state + 1).rawInt
      if let element = Interpreter.element(of: (state + 2).rawObject, index) {
        target.assign(from: element)
        (state + 1).putPayload(index &+ 1)
        return true
      }
      state[2] = .undefined
      return false
    }
    guard let value = try next(of: state) else { return false }
    target.pointee = value
    return true
  }
}

extension UnsafeMutablePointer<Value> {
  fileprivate var isRawText: Bool { tag == ValueLayout.object && rawObject.kind == .string }
}
