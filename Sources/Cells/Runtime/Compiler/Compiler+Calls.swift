extension Compiler {
  func call(_ callee: Expression, _ arguments: [Argument], into target: Int?) throws -> Int {
    let mark = top
    let outerSpan = span
    let result = try target ?? temporary()
    if arguments.contains(where: \.isUnpacked) || arguments.count > 250 {
      try unpackedCall(callee, arguments, result)
    } else if case .name("super") = callee.kind, arguments.isEmpty, outer != nil {
      try superCall(result)
    } else if case .attribute(let receiver, let name, _) = callee.kind, arguments.allSatisfy(\.isPositional) {
      let base = try push(receiver)
      for argument in arguments { try push(argument.value) }
      span = outerSpan
      emit(Instruction(.callMethod, result, base, arguments.count))
      emit(Instruction(.extra, nameIndex(name), wide: newCache()))
    } else {
      let base = try push(callee)
      var names: [String] = []
      for argument in arguments {
        if case .keyword(let name) = argument.kind { names.append(name) }
        try push(argument.value)
      }
      span = outerSpan
      if names.isEmpty {
        emit(Instruction(.call, result, base, arguments.count))
      } else {
        emit(Instruction(.callKeywords, result, base, arguments.count))
        emit(Instruction(.extra, try constant(names: names)))
      }
    }
    top = target == nil ? result + 1 : mark
    return result
  }

  /// `f(*values, key=value, **mapping)`: the arguments are collected in a list and a dict.
  private func unpackedCall(_ callee: Expression, _ arguments: [Argument], _ result: Int) throws {
    let callSpan = span
    let base = try push(callee)
    let positional = try temporary()
    let keywords = try temporary()
    emit(Instruction(.buildList, positional, positional, 0))
    emit(Instruction(.buildDict, keywords, keywords, 0))
    for argument in arguments {
      let mark = top
      switch argument.kind {
      case .positional: emit(Instruction(.appendList, positional, try expression(argument.value)))
      case .star: emit(Instruction(.extendList, positional, try expression(argument.value), base, x: 1))
      case .keyword(let name):
        let pair = try temporary()
        emit(Instruction(.move, pair, try constant(Value(name))))
        try push(argument.value)
        let single = try temporary()
        emit(Instruction(.buildDict, single, pair, 1))
        emit(Instruction(.mergeKeywords, keywords, single, base))
      case .doubleStar: emit(Instruction(.mergeKeywords, keywords, try expression(argument.value), base))
      }
      top = mark
    }
    span = callSpan
    emit(Instruction(.callUnpacked, result, base))
  }

  /// `super()` means `super(__class__, self)`.
  private func superCall(_ result: Int) throws {
    let base = try temporary()
    try load("super", into: base)
    let cls = try temporary()
    try load("__class__", into: cls)
    let receiver = try temporary()
    guard let first = variableNames.first, kind == .function else {
      throw SyntaxProblem(className: "RuntimeError", message: "super(): no arguments", span: span)
    }
    try load(first, into: receiver)
    emit(Instruction(.call, result, base, 2))
  }
}

extension Argument {
  fileprivate var isPositional: Bool {
    if case .positional = kind { return true }
    return false
  }

  fileprivate var isUnpacked: Bool {
    switch kind {
    case .star, .doubleStar: true
    case .positional, .keyword: false
    }
  }
}
