extension Compiler {
  /// `a = b = value`
  func assignment(_ targets: [Expression], _ value: Expression) throws {
    let mark = top
    defer { top = mark }
    if targets.count == 1 {
      switch targets[0].kind {
      case .name(let name):
        let register = directRegister(name)
        let result = try expression(value, into: register)
        span = targets[0].span
        store(name, result)
        return
      case .tuple(let names), .list(let names):
        // `a, b = b, a`: no tuple is needed.
        if case .tuple(let values) = value.kind, values.count == names.count,
          !(names + values).contains(where: \.isStarred)
        {
          let base = top
          for item in values { try push(item) }
          for (offset, name) in names.enumerated() { try assign(name, base + offset) }
          return
        }
      default: break
      }
    }
    let result = try expression(value)
    for target in targets { try assign(target, result) }
  }

  /// Assigns a register's value to any target.
  func assign(_ target: Expression, _ value: Int) throws {
    let (outerSpan, mark) = (span, top)
    span = target.span
    defer { (span, top) = (outerSpan, mark) }
    switch target.kind {
    case .name(let name): store(name, value)
    case .attribute(let object, let name, _):
      let register = try expression(object)
      emit(Instruction(.storeAttribute, register, value))
      emit(Instruction(.extra, nameIndex(name), wide: 0))
    case .subscripted(let object, let index):
      let register = try expression(object)
      storeItem(value, register, try compile(index: index))
    case .tuple(let items), .list(let items):
      try unpack(items, value)
    case .starred(let inner): try assign(inner, value)
    default: throw SyntaxProblem(message: "cannot assign to expression", span: target.span)
    }
  }

  private func unpack(_ items: [Expression], _ value: Int) throws {
    if items.count > 5000 { throw tooLarge() }
    let base = try temporary(max(items.count, 1))
    if let star = items.firstIndex(where: \.isStarred) {
      emit(Instruction(.unpackStarred, base, value, star))
      emit(Instruction(.extra, items.count - star - 1))
    } else {
      emit(Instruction(.unpack, base, value, items.count))
    }
    for (offset, item) in items.enumerated() { try assign(item, base + offset) }
  }

  /// `target += value`: the target's parts are evaluated once.
  func augmentedAssignment(
    _ target: Expression, _ operation: BinaryOperator, _ value: Expression
  ) throws {
    let mark = top
    defer { top = mark }
    switch target.kind {
    case .name(let name):
      let old = try load(name)
      let operand = try expression(value)
      let result = try directRegister(name) ?? temporary()
      emit(.inPlace(operation, result, old, operand))
      store(name, result)
    case .attribute(let object, let name, _):
      let register = try expression(object)
      let result = try temporary()
      emit(Instruction(.loadAttribute, result, register))
      emit(Instruction(.extra, nameIndex(name), wide: newCache()))
      let operand = try expression(value)
      emit(.inPlace(operation, result, result, operand))
      emit(Instruction(.storeAttribute, register, result))
      emit(Instruction(.extra, nameIndex(name), wide: 0))
    case .subscripted(let object, let index):
      let register = try expression(object)
      let compiled = try compile(index: index)
      let result = try temporary()
      loadItem(result, register, compiled)
      let operand = try expression(value)
      emit(.inPlace(operation, result, result, operand))
      storeItem(result, register, compiled)
    default:
      throw SyntaxProblem(message: "illegal expression for augmented assignment", span: target.span)
    }
  }

  func deletion(_ targets: [Expression]) throws {
    for target in targets {
      let (outerSpan, mark) = (span, top)
      span = target.span
      defer { (span, top) = (outerSpan, mark) }
      switch target.kind {
      case .name(let name): delete(name)
      case .attribute(let object, let name, _):
        emit(Instruction(.deleteAttribute, try expression(object)))
        emit(Instruction(.extra, nameIndex(name), wide: 0))
      case .subscripted(let object, let index):
        let register = try expression(object)
        emit(Instruction(.deleteItem, register, try expression(index)))
      case .tuple(let items), .list(let items): try deletion(items)
      default: throw SyntaxProblem(message: "cannot delete expression", span: target.span)
      }
    }
  }
}
