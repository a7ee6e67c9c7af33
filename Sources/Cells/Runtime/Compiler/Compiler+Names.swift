extension Compiler {
  /// Reads a variable. Gives its own register where it has one, so that nothing is moved.
  @discardableResult
  func load(_ name: String, into target: Int? = nil) throws -> Int {
    switch variable(name) {
    case .register(let register):
      if kind == .classBody, register < variableCount {
        let result = try target ?? temporary()
        emit(Instruction(.loadClassName, result, register))
        emit(Instruction(.extra, nameIndex(name), wide: namespace.slot(name)))
        return result
      }
      if !isCertain(register, name) { emit(Instruction(.checkLocal, register, nameIndex(name))) }
      if target == nil, !scope.hasNamedExpression { return register }
      let result = try target ?? temporary()
      emit(Instruction(.move, result, register))
      return result
    case .cell(let register):
      let result = try target ?? temporary()
      emit(Instruction(.loadCell, result, register))
      return result
    case .global:
      let result = try target ?? temporary()
      emit(Instruction(.loadGlobal, result, wide: namespace.slot(name)))
      return result
    }
  }

  private func isCertain(_ register: Int, _ name: String) -> Bool {
    assigned.contains(register) && (register >= variableCount || !deleted.contains(name))
  }

  /// Assigns the value of a register to a variable.
  func store(_ name: String, _ value: Int) {
    switch variable(name) {
    case .register(let register):
      if register != value { emit(Instruction(.move, register, value)) }
      assigned.insert(register)
    case .cell(let register): emit(Instruction(.storeCell, register, value))
    case .global: emit(Instruction(.storeGlobal, value, wide: namespace.slot(name)))
    }
  }

  func delete(_ name: String) {
    deleted.insert(name)
    switch variable(name) {
    case .register(let register):
      emit(Instruction(.checkLocal, register, nameIndex(name)))
      emit(Instruction(.deleteLocal, register))
      assigned.remove(register)
    case .cell(let register): emit(Instruction(.deleteCell, register))
    case .global: emit(Instruction(.deleteGlobal, 0, wide: namespace.slot(name)))
    }
  }

  /// The register into which a name's new value may be computed directly.
  func directRegister(_ name: String) -> Int? {
    if case .register(let register) = variable(name) { return register }
    return nil
  }
}
