extension Interpreter {
  /// Instructions that do so much that a call more is nothing. Gives the instruction to go on with.
  @inline(never)
  func executeOther(
    _ i: Instruction, _ next: UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>,
    _ layout: UnsafeMutablePointer<CodeLayout>, _ module: ModuleObject
  ) throws -> UnsafeMutablePointer<Instruction> {
    var next = next
    let (code, globals) = (layout.pointee.code, module.namespace)
    let (a, b, c) = (registers + Int(i.a), registers + Int(i.b), registers + Int(i.c))
    switch i.operation {
    case .deleteGlobal:
      if globals.values[i.wide].isUndefined, i.x == 0 { throw undefinedName(globals.names[i.wide]) }
      globals.values[i.wide] = .undefined
    case .deleteCell:
      if i.x == 0, a.pointee.asCell?.value.isUndefined ?? true { throw unboundCell(code, Int(i.a)) }
      a.pointee.asCell?.value = .undefined
    case .makeCell: a.pointee = .object(CellObject(a.pointee))
    case .loadClassName:
      let slot = next.wide
      next += 1
      if !b.pointee.isUndefined {
        a.pointee = b.pointee
      } else {
        let value = globals.values[slot]
        a.pointee = value.isUndefined ? try builtin(globals.names[slot]) : value
      }
    case .deleteLocal: a.pointee = .undefined
    case .unary:
      a.pointee =
        try UnaryOperator(code: i.x).map { try unary($0, b.pointee) } ?? makeIterator(b.pointee)
    case .loadAttribute:
      let extra = next.pointee
      next += 1
      a.pointee = try attribute(b.pointee, code.names[Int(extra.a)], &code.caches[extra.wide])
    case .storeAttribute:
      let name = code.names[Int(next.pointee.a)]
      next += 1
      try setAttribute(a.pointee, name, b.pointee)
    case .deleteAttribute:
      let name = code.names[Int(next.pointee.a)]
      next += 1
      try deleteAttribute(a.pointee, name)
    case .deleteItem: try deleteItem(a.pointee, b.pointee)
    case .callKeywords:
      let names = registers[Int(next.pointee.a)].asTuple?.elements ?? []
      next += 1
      let positional = Int(i.c) - names.count
      let keywords = names.enumerated().map { ($1.asString?.value ?? "", b[1 + positional + $0]) }
      a.pointee = try call(b.pointee, b + 1, positional, keywords)
    case .callUnpacked:
      let keywords = b[2].asDict?.table.pairs.map { ($0.asString?.value ?? "", $1) } ?? []
      a.pointee = try call(b.pointee, b[1].asList?.elements ?? [], keywords: keywords)
    case .buildTuple: a.pointee = Value(tuple: Array(UnsafeBufferPointer(start: b, count: Int(i.c))))
    case .buildList: a.pointee = Value(list: Array(UnsafeBufferPointer(start: b, count: Int(i.c))))
    case .buildSet:
      let elements = UnsafeBufferPointer(start: b, count: Int(i.c))
      let source = Compiler.SetSource(rawValue: i.x) ?? .display
      a.pointee = .object(SetObject(try SetTable(elements, from: source, self)))
    case .buildDict:
      let dict = DictObject()
      for pair in 0..<Int(i.c) { try dict.set(b[2 * pair], b[2 * pair + 1], self) }
      a.pointee = .object(dict)
    case .buildString:
      a.pointee = Value(try joined((0..<Int(i.c)).map { b[$0].asString?.value ?? "" }))
    case .appendList: a.pointee.asList?.elements.append(b.pointee)
    case .appendSet: try a.pointee.asSet?.insert(b.pointee, self)
    case .setPair: try a.pointee.asDict?.set(b[0], b[1], self)
    case .extendList: try extend(a.pointee, with: b.pointee, for: i.x == 1 ? c.pointee : nil)
    case .extendSet: try forEach(b.pointee) { try a.pointee.asSet?.insert($0, self) }
    case .mergeDict: try merge(b.pointee, into: a.pointee)
    case .mergeKeywords: try mergeKeywords(b.pointee, into: a.pointee, for: c.pointee)
    case .listToTuple: a.pointee = Value(tuple: a.pointee.asList?.elements ?? [])
    case .buildSlice: a.pointee = .object(SliceObject(start: b[0], stop: b[1], step: b[2]))
    case .formatValue:
      a.pointee = try formatted(b.pointee, conversion: i.x, c.pointee)
    case .unpack: try unpack(b.pointee, into: a, count: Int(i.c))
    case .unpackStarred:
      let after = Int(next.pointee.a)
      next += 1
      try unpack(b.pointee, into: a, before: Int(i.c), after: after)
    case .prepareLoop: try prepareLoop(a, over: b.pointee)
    case .yieldFromNext:
      if let value = try nextOfDelegate(b.pointee, sending: c.pointee) {
        a.pointee = value
        next += 1
      } else {
        a.pointee = b.pointee.asGenerator?.result ?? .none
        next = layout.pointee.instructions + next.wide
      }
    default: try executeStatement(i, &next, registers, code, module)
    }
    return next
  }

  /// Exceptions, contexts, definitions and imports.
  private func executeStatement(
    _ i: Instruction, _ next: inout UnsafeMutablePointer<Instruction>, _ registers: UnsafeMutablePointer<Value>,
    _ code: CodeObject, _ module: ModuleObject
  ) throws {
    let (a, b, c) = (registers + Int(i.a), registers + Int(i.b), registers + Int(i.c))
    switch i.operation {
    case .raise: throw try exception(toRaise: i.x > 0 ? a.pointee : nil, cause: i.x > 1 ? b.pointee : nil)
    case .reraise:
      if let exception = a.pointee.asException { throw Raised(exception) }
    case .enterHandler:
      a[1] = handledException.map { .object($0) } ?? .none
      handledException = a.pointee.asException
    case .leaveHandler: handledException = a[1].asException
    case .matchException: a.storeBool(try matches(b.pointee, c.pointee))
    case .failAssertion:
      throw Raised(ExceptionObject(Exceptions.assertionError, i.x == 1 ? [a.pointee] : []))
    case .enterContext: try enterContext(b.pointee, a)
    case .exitContext: a.storeBool(try exitContext(b.pointee, i.x == 1 ? c.pointee.asException : nil))
    case .makeFunction:
      let extra = next.pointee
      next += 1
      a.pointee = makeFunction(code.functions[i.wide], module, registers, extra)
    case .makeClass:
      let body = code.functions[next.wide]
      next += 1
      a.pointee = try makeClass(body, module, registers, name: b[0], bases: b[1])
    case .importModule: a.pointee = try importModule(b.pointee.asString?.value ?? "", innermost: i.x == 1)
    case .importName: a.pointee = try importName(b.pointee.asString?.value ?? "", from: c.pointee)
    case .importAll: importAll(from: a.pointee, into: module.namespace)
    case .magic:
      a.pointee = try perform(code.magics[i.wide], in: code, registers)
    default: break
    }
  }
}
