extension Compiler {
  /// Code that runs whenever a block is left: at its end, by an exception, or by `return`, `break` and `continue`.
  ///
  /// It is written out again at each of these places (as CPython does since 3.8). The places where a jump writes it
  /// out are gaps in the protected range: an exception there is not this block's to handle.
  final class Cleanup {
    let write: () throws -> Void
    let start: Int
    var gaps: [(start: Int, end: Int)] = []

    init(start: Int, _ write: @escaping () throws -> Void) {
      self.start = start
      self.write = write
    }
  }

  /// Leaves all blocks from the innermost down to index `depth`, running their cleanups, then writes the jump.
  func leave(downTo depth: Int, _ jump: () -> Void) throws {
    let (all, certain) = (blocks, assigned)
    var left: [(Cleanup, Int)] = []
    while blocks.count > depth {
      guard case .cleanup(let cleanup)? = blocks.popLast() else { continue }
      left.append((cleanup, position))
      try cleanup.write()
    }
    jump()
    for (cleanup, start) in left { cleanup.gaps.append((start, position)) }
    (blocks, assigned) = (all, certain)
  }

  /// Compiles `body` so that `cleanup` runs however it is left. `onException` is written where an exception arrives,
  /// with the register that holds it; it has to end by raising or jumping.
  private func protected(
    _ cleanup: @escaping () throws -> Void, body: () throws -> Void,
    onException: (Int) throws -> Void
  ) throws {
    let exception = try temporary(2)
    let before = assigned
    let block = Cleanup(start: position, cleanup)
    blocks.append(.cleanup(block))
    try body()
    blocks.removeLast()
    let end = position
    let after = assigned
    try cleanup()
    let toEnd = emit(Instruction(.jump, 0, wide: 0))
    addHandlers(start: block.start, end: end, gaps: block.gaps, target: position, register: exception)
    assigned = before
    try onException(exception)
    assigned = after
    patch(toEnd)
  }

  private func addHandlers(start: Int, end: Int, gaps: [(start: Int, end: Int)], target: Int, register: Int) {
    var from = start
    for gap in gaps {
      if gap.start > from { handlers.append(.init(start: from, end: gap.start, target: target, register: register)) }
      from = max(from, gap.end)
    }
    if end > from { handlers.append(.init(start: from, end: end, target: target, register: register)) }
  }

  func tryStatement(
    _ body: [Statement], _ clauses: [ExceptHandler], _ otherwise: [Statement], _ finally: [Statement]
  ) throws {
    if finally.isEmpty { return try tryExcept(body, clauses, otherwise) }
    try protected {
      try self.statements(finally)
    } body: {
      if clauses.isEmpty { try self.statements(body) } else { try self.tryExcept(body, clauses, otherwise) }
    } onException: { exception in
      try self.handling(exception) {
        try self.statements(finally)
      }
      self.emit(Instruction(.reraise, exception))
    }
  }

  /// Code that runs while `exception` counts as the one being handled.
  private func handling(_ exception: Int, _ body: () throws -> Void) throws {
    emit(Instruction(.enterHandler, exception))
    let start = position
    let block = Cleanup(start: start) {
      self.emit(Instruction(.leaveHandler, exception))
    }
    blocks.append(.cleanup(block))
    try body()
    blocks.removeLast()
    let end = position
    emit(Instruction(.leaveHandler, exception))
    let toEnd = emit(Instruction(.jump, 0, wide: 0))
    let raised = try temporary(2)
    addHandlers(start: start, end: end, gaps: block.gaps, target: position, register: raised)
    emit(Instruction(.leaveHandler, exception))
    emit(Instruction(.reraise, raised))
    patch(toEnd)
  }

  private func tryExcept(
    _ body: [Statement], _ clauses: [ExceptHandler], _ otherwise: [Statement]
  ) throws {
    let exception = try temporary(2)
    let before = assigned
    let start = position
    let block = Cleanup(start: start) {}
    blocks.append(.cleanup(block))
    try statements(body)
    blocks.removeLast()
    let end = position
    try statements(otherwise)
    let after = assigned
    var ends = [emit(Instruction(.jump, 0, wide: 0))]
    addHandlers(start: start, end: end, gaps: block.gaps, target: position, register: exception)
    assigned = before
    var outcome = after
    try handling(exception) {
      for clause in clauses {
        self.assigned = before
        try self.handler(clause, exception) { self.patchLater(&ends) }
        outcome.formIntersection(self.assigned)
      }
      self.emit(Instruction(.reraise, exception))
    }
    patch(ends)
    assigned = outcome
  }

  private func patchLater(_ ends: inout [Int]) { ends.append(emit(Instruction(.jump, 0, wide: 0))) }

  /// One `except` clause. `jumpToEnd` writes the jump behind the whole statement.
  private func handler(
    _ clause: ExceptHandler, _ exception: Int, jumpToEnd: () -> Void
  ) throws {
    let mark = top
    defer { top = mark }
    span = clause.span
    var toNext: Int?
    if let type = clause.type {
      let matches = try temporary()
      let classes = try expression(type)
      emit(Instruction(.matchException, matches, exception, classes))
      toNext = emit(Instruction(.jumpIfFalse, matches, wide: 0))
    }
    if let name = clause.name {
      // The name is unbound when the handler is left.
      try protected {
        self.unbind(name)
      } body: {
        self.store(name, exception)
        try self.statements(clause.body)
      } onException: { raised in
        self.unbind(name)
        self.emit(Instruction(.reraise, raised))
      }
    } else {
      try statements(clause.body)
    }
    try leave(downTo: blocks.count - 1, jumpToEnd)
    if let toNext { patch(toNext) }
  }

  /// `name = None; del name`: never fails.
  private func unbind(_ name: String) {
    deleted.insert(name)
    switch variable(name) {
    case .register(let register):
      emit(Instruction(.deleteLocal, register))
      assigned.remove(register)
    case .cell(let register): emit(Instruction(.deleteCell, register, x: 1))
    case .global: emit(Instruction(.deleteGlobal, 0, wide: namespace.slot(name), x: 1))
    }
  }

  func withStatement(_ items: ArraySlice<WithItem>, _ body: [Statement]) throws {
    guard let item = items.first else { return try statements(body) }
    let exit = try temporary(2)
    let context = try expression(item.context)
    span = item.context.span
    emit(Instruction(.enterContext, exit, context))
    let itemSpan = span
    try protected {
      let outcome = try self.temporary()
      self.span = itemSpan
      self.emit(Instruction(.exitContext, outcome, exit, 0, x: 0))
    } body: {
      if let target = item.target { try self.assign(target, exit + 1) }
      try self.withStatement(items.dropFirst(), body)
    } onException: { exception in
      let outcome = try self.temporary()
      self.span = itemSpan
      try self.handling(exception) {
        self.emit(Instruction(.exitContext, outcome, exit, exception, x: 1))
      }
      let swallowed = self.emit(Instruction(.jumpIfTrue, outcome, wide: 0))
      self.emit(Instruction(.reraise, exception))
      self.patch(swallowed)
    }
  }
}
