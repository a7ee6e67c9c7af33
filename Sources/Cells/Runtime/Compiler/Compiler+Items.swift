/// A compiled subscript: what stands between the brackets, evaluated once and used to read, write or delete.
struct CompiledIndex {
  enum Kind {
    /// One value that is no slice: the key lies in this register.
    case key(Int)
    /// The registers of components, three for a slice and one for anything else. Alone, a slice is no tuple.
    case components([Int], count: Int, slices: UInt8, isTuple: Bool)
  }
  let kind: Kind
}

extension Compiler {
  /// `value[index]`
  func item(_ value: Expression, _ index: Expression, into target: Int?) throws -> Int {
    let mark = top
    let result = try target ?? temporary()
    let object = try expression(value)
    let compiled = try compile(index: index)
    if case .subscripted = value.kind, case .key = compiled.kind { markPassedOn(object) }
    loadItem(result, object, compiled)
    top = target == nil ? result + 1 : mark
    return result
  }

  /// `x[i][j]`: where nothing stands between the two, the row `x[i]` is there for the second one only.
  private func markPassedOn(_ row: Int) {
    if let last = instructions.last, last.operation == .loadItem, Int(last.a) == row {
      instructions[instructions.count - 1].operation = .loadRow
    }
  }

  /// Evaluates a subscript into registers. A tuple of at most eight plain parts and slices stays apart: arrays make a
  /// view of it without any tuple or slice object.
  func compile(index: Expression) throws -> CompiledIndex {
    switch index.kind {
    case .tuple(let items) where !items.isEmpty && items.count <= 8 && !items.contains(where: \.isStarred):
      return try components(items, isTuple: true)
    case .slice: return try components([index], isTuple: false)
    default: return CompiledIndex(kind: .key(try expression(index)))
    }
  }

  private func components(_ items: [Expression], isTuple: Bool) throws -> CompiledIndex {
    var registers: [Int] = []
    var slices: UInt8 = 0
    for (position, item) in items.enumerated() {
      if case .slice(let lower, let upper, let step) = item.kind {
        slices |= 1 << UInt8(position)
        for part in [lower, upper, step] { registers.append(try part.map { try expression($0) } ?? constant(.none)) }
      } else {
        registers.append(try expression(item))
      }
    }
    return CompiledIndex(kind: .components(registers, count: items.count, slices: slices, isTuple: isTuple))
  }

  /// Evaluates a slice's three parts into `base`, `base + 1` and `base + 2`.
  func slice(
    _ lower: Expression?, _ upper: Expression?, _ step: Expression?, at base: Int
  ) throws {
    for (offset, part) in [lower, upper, step].enumerated() {
      let mark = top
      if let part {
        try expression(part, into: base + offset)
      } else {
        emit(Instruction(.move, base + offset, try constant(.none)))
      }
      top = mark
    }
  }

  func loadItem(_ result: Int, _ object: Int, _ index: CompiledIndex) {
    switch index.kind {
    case .key(let key): emit(Instruction(.loadItem, result, object, key))
    case .components(let registers, let count, let slices, let isTuple):
      emit(Instruction(.loadItems, result, object, isTuple ? count : 0, x: slices))
      emit(operands: registers)
    }
  }

  func storeItem(_ value: Int, _ object: Int, _ index: CompiledIndex) {
    switch index.kind {
    case .key(let key): emit(Instruction(.storeItem, object, key, value))
    case .components(let registers, let count, let slices, let isTuple):
      emit(Instruction(.storeItems, value, object, isTuple ? count : 0, x: slices))
      emit(operands: registers)
    }
  }

  /// Three registers a word; `Operands` reads them.
  private func emit(operands registers: [Int]) {
    for start in stride(from: 0, to: registers.count, by: 3) {
      let word = registers[start...].prefix(3) + [0, 0]
      emit(Instruction(.extra, word[start], word[start + 1], word[start + 2]))
    }
  }
}
