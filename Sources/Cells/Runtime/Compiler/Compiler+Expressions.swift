extension Compiler {
  /// Compiles an expression; the result is the register where its value lies: `target`, or where it happens to be.
  @discardableResult
  func expression(_ expression: Expression, into target: Int? = nil) throws -> Int {
    let outerSpan = span
    span = expression.span
    defer { span = outerSpan }
    let mark = top
    switch expression.kind {
    case .name(let name): return try load(name, into: target)
    case .none: return try place(constant(.none), target)
    case .ellipsis: return try place(constant(.ellipsis), target)
    case .bool(let value): return try place(constant(.bool(value)), target)
    case .int(let digits): return try place(constant(integer: digits), target)
    case .float(let value): return try place(constant(.float(value)), target)
    case .string(let text): return try place(constant(Value(text)), target)
    case .bytes(let bytes): return try place(constant(.object(BytesObject(bytes))), target)
    case .formatted(let parts): return try formatted(parts, into: target)
    case .tuple(let items): return try display(items, .buildTuple, into: target)
    case .list(let items): return try display(items, .buildList, into: target)
    case .set(let items): return try setDisplay(items, into: target)
    case .dict(let items): return try dictionary(items, into: target)
    case .unary(let operation, let operand):
      if let folded = try foldedNegative(operation, operand) { return try place(folded, target) }
      let result = try target ?? temporary()
      let value = try self.expression(operand)
      emit(Instruction(.unary, result, value, x: operation.code))
      top = target == nil ? result + 1 : mark
      return result
    case .binary(let operation, let left, let right):
      let result = try target ?? temporary()
      let first = try self.expression(left)
      let second = try self.expression(right)
      span = expression.span
      emit(Instruction(operation.opcode, result, first, second, x: operation.rawValue))
      top = target == nil ? result + 1 : mark
      return result
    case .logical(let operation, let operands): return try logical(operation, operands, into: target)
    case .comparison(let first, let rest): return try comparison(first, rest, into: target)
    case .conditional(let test, let then, let otherwise):
      return try conditional(test, then, otherwise, into: target)
    case .lambda(let parameters, let body):
      return try lambda(parameters, body, expression.span, into: target)
    case .call(let callee, let arguments): return try call(callee, arguments, into: target)
    case .attribute(let value, let name, let nameSpan):
      let result = try target ?? temporary()
      let object = try self.expression(value)
      span = Span(from: expression.span, to: nameSpan)
      emit(Instruction(.loadAttribute, result, object))
      emit(Instruction(.extra, nameIndex(name), wide: newCache()))
      top = target == nil ? result + 1 : mark
      return result
    case .subscripted(let value, let index): return try item(value, index, into: target)
    case .slice(let lower, let upper, let step):
      let result = try target ?? temporary()
      let base = try temporary(3)
      try slice(lower, upper, step, at: base)
      emit(Instruction(.buildSlice, result, base))
      top = target == nil ? result + 1 : mark
      return result
    case .starred: throw SyntaxProblem(message: "can't use starred expression here", span: expression.span)
    case .comprehension(let comprehension): return try self.comprehension(comprehension, into: target)
    case .yield(let value):
      let result = try target ?? temporary()
      let given = try value.map { value in try self.expression(value) } ?? constant(.none)
      emit(Instruction(.yield, result, given))
      top = target == nil ? result + 1 : mark
      return result
    case .yieldFrom(let iterable): return try yieldFrom(iterable, into: target)
    case .named(let name, let value):
      let result = try self.expression(value, into: target ?? temporary())
      storeNamed(name, result)
      return result
    case .magic(let magic):
      let result = try target ?? temporary()
      magics.append(magic)
      emit(Instruction(.magic, result, wide: magics.count - 1))
      return result
    }
  }

  /// `x := value` inside a comprehension assigns the variable around it.
  private func storeNamed(_ name: String, _ value: Int) {
    let scopes = comprehensionVariables
    comprehensionVariables = []
    store(name, value)
    comprehensionVariables = scopes
  }

  private func place(_ register: Int, _ target: Int?) throws -> Int {
    guard let target else { return register }
    emit(Instruction(.move, target, register))
    return target
  }

  /// Compiles an expression into a fresh temporary on top of the stack.
  @discardableResult
  func push(_ expression: Expression) throws -> Int {
    let register = try temporary()
    try self.expression(expression, into: register)
    top = register + 1
    return register
  }

  /// `-1` is a constant.
  private func foldedNegative(_ operation: UnaryOperator, _ operand: Expression) throws -> Int? {
    guard operation == .negate else { return nil }
    switch operand.kind {
    case .int(let digits) where digits != "0": return try constant(integer: "-" + digits)
    case .float(let value): return try constant(.float(-value))
    default: return nil
    }
  }

  /// For what is written in several steps: a variable must not see the steps.
  private func stepwise(_ target: Int?) throws -> Int {
    if let target, target >= variableCount { return target }
    return try temporary()
  }

  private func finishStepwise(_ result: Int, _ target: Int?, _ mark: Int) -> Int {
    guard let target, target != result else {
      top = target == nil ? result + 1 : mark
      return result
    }
    emit(Instruction(.move, target, result))
    top = mark
    return target
  }

  private func logical(
    _ operation: LogicalOperator, _ operands: [Expression], into target: Int?
  ) throws -> Int {
    let mark = top
    let result = try stepwise(target)
    var jumps: [Int] = []
    var certain: Set<Int>?
    for (index, operand) in operands.enumerated() {
      try expression(operand, into: result)
      top = max(result + 1, mark)
      if index == 0 { certain = assigned }
      if index < operands.count - 1 {
        jumps.append(emit(Instruction(operation == .and ? .jumpIfFalse : .jumpIfTrue, result, wide: 0)))
      }
    }
    assigned = certain ?? assigned
    patch(jumps)
    return finishStepwise(result, target, mark)
  }

  private func comparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], into target: Int?
  ) throws -> Int {
    let mark = top
    if rest.count == 1 {
      let result = try target ?? temporary()
      let left = try expression(first)
      let right = try expression(rest[0].1)
      emit(Instruction(.compare, result, left, right, x: rest[0].0.rawValue))
      top = target == nil ? result + 1 : mark
      return result
    }
    let result = try stepwise(target)
    var jumps: [Int] = []
    var left = try expression(first)
    var certain = assigned
    for (index, (operation, operand)) in rest.enumerated() {
      let right = try expression(operand)
      if index == 0 { certain = assigned }
      emit(Instruction(.compare, result, left, right, x: operation.rawValue))
      if index < rest.count - 1 { jumps.append(emit(Instruction(.jumpIfFalse, result, wide: 0))) }
      left = right
    }
    assigned = certain
    patch(jumps)
    return finishStepwise(result, target, mark)
  }

  private func conditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression, into target: Int?
  ) throws -> Int {
    let mark = top
    let result = try stepwise(target)
    let toElse = try jump(unless: test)
    let certain = assigned
    try expression(then, into: result)
    top = max(result + 1, mark)
    let toEnd = emit(Instruction(.jump, 0, wide: 0))
    patch(toElse)
    assigned = certain
    try expression(otherwise, into: result)
    assigned = certain
    patch(toEnd)
    return finishStepwise(result, target, mark)
  }

  /// Jumps that are taken when the test fails; their targets are still to be set.
  func jump(unless test: Expression) throws -> [Int] { try jumps(test, when: false) }

  /// Jumps that are taken when the test comes out so.
  func jumps(_ test: Expression, when outcome: Bool) throws -> [Int] {
    let outerSpan = span
    span = test.span
    defer { span = outerSpan }
    let mark = top
    defer { top = mark }
    switch test.kind {
    case .unary(.not, let operand): return try jumps(operand, when: !outcome)
    case .logical(let operation, let operands):
      // `a and b` fails as soon as one operand fails; it holds only if the last one holds too.
      let decides = operation == .or
      if decides == outcome {
        var result: [Int] = []
        for operand in operands { result += try jumps(operand, when: outcome) }
        return result
      }
      var past: [Int] = []
      for operand in operands.dropLast() { past += try jumps(operand, when: !outcome) }
      guard let last = operands.last else { return [] }
      let result = try jumps(last, when: outcome)
      patch(past)
      return result
    case .comparison(let first, let rest) where rest.count == 1:
      let left = try expression(first)
      let right = try expression(rest[0].1)
      emit(Instruction(.jumpUnless, left, right, x: rest[0].0.rawValue | (outcome ? Instruction.flag : 0)))
      return [emit(Instruction(.extra, 0, wide: 0))]
    default:
      let value = try expression(test)
      return [emit(Instruction(outcome ? .jumpIfTrue : .jumpIfFalse, value, wide: 0))]
    }
  }

  private func formatted(_ parts: [FormatPart], into target: Int?) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    let base = top
    var count = 0
    for part in parts {
      switch part {
      case .text(let text):
        emit(Instruction(.move, try temporary(), try constant(Value(text))))
        count += 1
      case .field(let value, let conversion, let specification, let debugText):
        if let debugText {
          emit(Instruction(.move, try temporary(), try constant(Value(debugText))))
          count += 1
        }
        let register = try temporary()
        try expression(value, into: register)
        top = register + 1
        var format = try constant(.undefined)
        if let specification { format = try formatted(specification, into: nil) }
        // `{value=}` shows the repr unless a format or a conversion is given.
        let shown = conversion ?? (debugText != nil && specification == nil ? "r" : nil)
        emit(Instruction(.formatValue, register, register, format, x: shown?.asciiValue ?? 0))
        top = register + 1
        count += 1
      }
    }
    emit(Instruction(.buildString, result, base, count))
    top = target == nil ? result + 1 : mark
    return result
  }

  private func yieldFrom(_ iterable: Expression, into target: Int?) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    let iterator = try temporary()
    let sent = try temporary()
    try expression(iterable, into: iterator)
    emit(Instruction(.unary, iterator, iterator, x: UnaryOperator.iterCode))
    emit(Instruction(.move, sent, try constant(.none)))
    let start = position
    emit(Instruction(.yieldFromNext, result, iterator, sent))
    let end = emit(Instruction(.extra, 0, wide: 0))
    emit(Instruction(.yield, sent, result))
    emit(Instruction(.jump, 0, wide: start))
    patch(end)
    top = target == nil ? result + 1 : mark
    return result
  }
}

extension BinaryOperator {
  var opcode: Operation {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    default: .binary
    }
  }
}

extension UnaryOperator {
  var code: UInt8 {
    switch self {
    case .negate: 0
    case .plus: 1
    case .invert: 2
    case .not: 3
    }
  }

  init?(code: UInt8) {
    guard code < 4 else { return nil }
    self = [.negate, .plus, .invert, .not][Int(code)]
  }

  /// The operand's iterator, as `yield from` needs it.
  static let iterCode: UInt8 = 4
}
