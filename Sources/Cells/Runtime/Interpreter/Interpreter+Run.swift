extension Interpreter {
  /// Runs code on a frame until it returns, yields or raises.
  func run(
    _ code: CodeObject, _ module: ModuleObject, _ registers: UnsafeMutablePointer<Value>, from start: Int = 0,
    generator: GeneratorObject? = nil, throwing: Raised? = nil
  ) throws -> Value {
    // Code that jumps nowhere back runs each instruction once at most, a generator's also over all its rounds.
    if start == 0 { try spend(code.instructions.count) }
    let outerCode = currentCode
    currentCode = code
    defer { currentCode = outerCode }
    var position = start
    var pending = throwing
    while true {
      do {
        if let raised = pending {
          pending = nil
          throw raised
        }
        return try execute(code, module, registers, &position, generator)
      } catch {
        let raised = self.raised(error)
        currentCode = code
        let failed = max(position - 1, 0)
        note(raised.exception, code, failed)
        guard reachedLimit == nil, let handler = code.handlers.first(where: { $0.start <= failed && failed < $0.end })
        else { throw raised }
        registers[handler.register] = .object(raised.exception)
        position = handler.target
      }
    }
  }

  /// Adds a place to an exception's traceback, unless it is only raised again there.
  private func note(_ exception: ExceptionObject, _ code: CodeObject, _ position: Int) {
    let instruction = code.instructions[position]
    let isRaisedAgain =
      instruction.operation == .reraise || (instruction.operation == .raise && instruction.x == 0)
    if isRaisedAgain, exception.traceback.last?.code === code { return }
    if exception.traceback.isEmpty, exception.context == nil, let handled = handledException, handled !== exception {
      exception.context = handled
    }
    // A runaway recursion passes through a thousand frames: more would only fill memory.
    if exception.traceback.count < 5000 {
      exception.traceback.append(.init(code: code, span: code.span(at: position)))
    }
  }

  /// The evaluation loop.
  ///
  /// `position` is the caller's too: after an error it says where. Arithmetic and loops read tags and payloads where
  /// they lie (see `Value`); everything else goes through ordinary values.
  private func execute(
    _ code: CodeObject, _ module: ModuleObject, _ registers: UnsafeMutablePointer<Value>, _ position: inout Int,
    _ generator: GeneratorObject?
  ) throws -> Value {
    guard let instructions = code.instructions.baseAddress else { return .none }
    let (R, globals) = (registers, module.namespace)
    while true {
      let i = instructions[position]
      position &+= 1
      let (a, b, c) = (R + Int(i.a), R + Int(i.b), R + Int(i.c))
      switch i.operation {
      case .move: a.pointee = b.pointee
      case .loadGlobal:
        let value = globals.values[i.wide]
        a.pointee = value.isUndefined ? try builtin(globals.names[i.wide]) : value
      case .storeGlobal: globals.values[i.wide] = a.pointee
      case .deleteGlobal:
        if globals.values[i.wide].isUndefined, i.x == 0 { throw undefinedName(globals.names[i.wide]) }
        globals.values[i.wide] = .undefined
      case .loadCell:
        guard let cell = b.pointee.asCell, !cell.value.isUndefined else { throw unboundCell(code, Int(i.b)) }
        a.pointee = cell.value
      case .storeCell: a.pointee.asCell?.value = b.pointee
      case .deleteCell:
        if i.x == 0, a.pointee.asCell?.value.isUndefined ?? true { throw unboundCell(code, Int(i.a)) }
        a.pointee.asCell?.value = .undefined
      case .makeCell: a.pointee = .object(CellObject(a.pointee))
      case .checkLocal:
        if a.pointee.isUndefined { throw unboundLocal(code.names[Int(i.b)]) }
      case .loadClassName:
        let slot = instructions[position].wide
        position &+= 1
        if !b.pointee.isUndefined {
          a.pointee = b.pointee
        } else {
          let value = globals.values[slot]
          a.pointee = value.isUndefined ? try builtin(globals.names[slot]) : value
        }
      case .deleteLocal: a.pointee = .undefined

      case .add:
        if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
          let (sum, overflow) = b.rawInt.addingReportingOverflow(c.rawInt)
          if !overflow {
            a.storeInt(sum)
            continue
          }
        } else if b.tag == ValueLayout.float && c.tag == ValueLayout.float {
          a.storeDouble(b.rawDouble + c.rawDouble)
          continue
        }
        currentPosition = position
        a.pointee = try binary(.add, b.pointee, c.pointee)
      case .subtract:
        if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
          let (difference, overflow) = b.rawInt.subtractingReportingOverflow(c.rawInt)
          if !overflow {
            a.storeInt(difference)
            continue
          }
        } else if b.tag == ValueLayout.float && c.tag == ValueLayout.float {
          a.storeDouble(b.rawDouble - c.rawDouble)
          continue
        }
        currentPosition = position
        a.pointee = try binary(.subtract, b.pointee, c.pointee)
      case .multiply:
        if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
          let (product, overflow) = b.rawInt.multipliedReportingOverflow(by: c.rawInt)
          if !overflow {
            a.storeInt(product)
            continue
          }
        } else if b.tag == ValueLayout.float && c.tag == ValueLayout.float {
          a.storeDouble(b.rawDouble * c.rawDouble)
          continue
        }
        currentPosition = position
        a.pointee = try binary(.multiply, b.pointee, c.pointee)
      case .divide:
        if b.tag == ValueLayout.float && c.tag == ValueLayout.float && c.rawDouble != 0 {
          a.storeDouble(b.rawDouble / c.rawDouble)
          continue
        }
        currentPosition = position
        a.pointee = try binary(.divide, b.pointee, c.pointee)
      case .binary:
        guard let operation = BinaryOperator(rawValue: i.x) else { continue }
        currentPosition = position
        a.pointee = try binary(operation, b.pointee, c.pointee)
      case .inPlace:
        guard let operation = BinaryOperator(rawValue: i.x) else { continue }
        if b.tag == ValueLayout.int && c.tag == ValueLayout.int && operation == .add {
          let (sum, overflow) = b.rawInt.addingReportingOverflow(c.rawInt)
          if !overflow {
            a.storeInt(sum)
            continue
          }
        } else if b.tag == ValueLayout.float && c.tag == ValueLayout.float && operation == .add {
          a.storeDouble(b.rawDouble + c.rawDouble)
          continue
        }
        currentPosition = position
        a.pointee = try inPlace(operation, b.pointee, c.pointee)
      case .unary:
        a.pointee =
          try UnaryOperator(code: i.x).map { try unary($0, b.pointee) } ?? makeIterator(b.pointee)
      case .compare:
        if b.tag == ValueLayout.int && c.tag == ValueLayout.int, i.x <= ComparisonOperator.greaterEqual.rawValue {
          a.storeBool(Interpreter.holds(i.x, b.rawInt, c.rawInt))
        } else if let operation = ComparisonOperator(rawValue: i.x) {
          currentPosition = position
          a.pointee = try compare(operation, b.pointee, c.pointee)
        }
      case .jump:
        if i.wide < position { try spend(position &- i.wide) }
        position = i.wide
      case .jumpIfFalse: if try !truth(a) { position = i.wide }
      case .jumpIfTrue: if try truth(a) { position = i.wide }
      case .jumpUnless:
        let target = instructions[position].wide
        var holds: Bool
        if a.tag == ValueLayout.int && b.tag == ValueLayout.int, i.x <= ComparisonOperator.greaterEqual.rawValue {
          holds = Interpreter.holds(i.x, a.rawInt, b.rawInt)
        } else if a.tag == ValueLayout.float && b.tag == ValueLayout.float,
          i.x <= ComparisonOperator.greaterEqual.rawValue
        {
          holds = Interpreter.holds(i.x, a.rawDouble, b.rawDouble)
        } else {
          holds = true
          if let operation = ComparisonOperator(rawValue: i.x) {
            holds = try isTrue(compare(operation, a.pointee, b.pointee))
          }
        }
        position = holds ? position &+ 1 : target

      case .loadAttribute:
        let extra = instructions[position]
        position &+= 1
        a.pointee = try attribute(b.pointee, code.names[Int(extra.a)], &code.caches[extra.wide])
      case .storeAttribute:
        let name = code.names[Int(instructions[position].a)]
        position &+= 1
        try setAttribute(a.pointee, name, b.pointee)
      case .deleteAttribute:
        let name = code.names[Int(instructions[position].a)]
        position &+= 1
        try deleteAttribute(a.pointee, name)
      case .loadItem: a.pointee = try item(b.pointee, c.pointee)
      case .storeItem:
        currentPosition = position
        try setItem(a.pointee, b.pointee, c.pointee)
      case .deleteItem: try deleteItem(a.pointee, b.pointee)
      case .loadItems:
        let extra = instructions[position]
        position &+= 1
        a.pointee = try items(b.pointee, Subscript(base: c, count: Int(extra.a), slices: i.x, isTuple: extra.b == 1))
      case .storeItems:
        let extra = instructions[position]
        position &+= 1
        currentPosition = position
        try setItems(
          b.pointee, Subscript(base: c, count: Int(extra.a), slices: i.x, isTuple: extra.b == 1), a.pointee)

      case .call:
        currentPosition = position
        a.pointee = try call(b.pointee, b + 1, Int(i.c))
        currentCode = code
      case .callMethod:
        let extra = instructions[position]
        position &+= 1
        currentPosition = position
        a.pointee = try callMethod(b, Int(i.c), code.names[Int(extra.a)], &code.caches[extra.wide])
        currentCode = code
      case .callKeywords:
        let names = R[Int(instructions[position].a)].asTuple?.elements ?? []
        position &+= 1
        currentPosition = position
        let positional = Int(i.c) - names.count
        let keywords = names.enumerated().map { ($1.asString?.value ?? "", b[1 + positional + $0]) }
        a.pointee = try call(b.pointee, b + 1, positional, keywords)
        currentCode = code
      case .callUnpacked:
        currentPosition = position
        let keywords = b[2].asDict?.table.pairs.map { ($0.asString?.value ?? "", $1) } ?? []
        a.pointee = try call(b.pointee, b[1].asList?.elements ?? [], keywords: keywords)
        currentCode = code

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
        a.pointee = Value((0..<Int(i.c)).map { b[$0].asString?.value ?? "" }.joined())
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
        let after = Int(instructions[position].a)
        position &+= 1
        try unpack(b.pointee, into: a, before: Int(i.c), after: after)
      case .prepareLoop: try prepareLoop(a, over: b.pointee)
      case .nextOfLoop:
        // A range counts in three registers: the next value, how many are left, the step.
        if a.tag == ValueLayout.int {
          let left = (a + 1).rawInt
          if left > 0 {
            let value = a.rawInt
            b.storeInt(value)
            a.storeInt(value &+ (a + 2).rawInt)
            (a + 1).storeInt(left &- 1)
            position &+= 1
          } else {
            position = instructions[position].wide
          }
        } else if let value = try next(of: a) {
          b.pointee = value
          position &+= 1
        } else {
          position = instructions[position].wide
        }

      case .returnValue: return a.pointee
      case .yield:
        generator?.position = position
        generator?.state = .suspended
        return b.pointee
      case .yieldFromNext:
        if let value = try nextOfDelegate(b.pointee, sending: c.pointee) {
          a.pointee = value
          position &+= 1
        } else {
          a.pointee = b.pointee.asGenerator?.result ?? .none
          position = instructions[position].wide
        }
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
        let extra = instructions[position]
        position &+= 1
        a.pointee = makeFunction(code.functions[i.wide], module, R, extra)
      case .makeClass:
        let body = code.functions[instructions[position].wide]
        position &+= 1
        a.pointee = try makeClass(body, module, R, name: b[0], bases: b[1])
        currentCode = code
      case .importModule: a.pointee = try importModule(b.pointee.asString?.value ?? "", innermost: i.x == 1)
      case .importName: a.pointee = try importName(b.pointee.asString?.value ?? "", from: c.pointee)
      case .importAll: importAll(from: a.pointee, into: globals)
      case .magic:
        currentPosition = position
        a.pointee = try perform(code.magics[i.wide], in: code, R)
        currentCode = code
      case .extra: break
      }
    }
  }

  /// One step of a loop in a built-in that a cell can keep going. It does more than one instruction does.
  @inline(__always)
  func tickOnce() throws { try spend(8) }

  /// So many instructions' time.
  @inline(__always)
  func spend(_ count: Int) throws {
    ticksLeft &-= count
    if ticksLeft < 0 { try poll() }
  }

  @inline(__always)
  private func truth(_ register: UnsafeMutablePointer<Value>) throws -> Bool {
    register.tag == ValueLayout.bool ? register.rawInt & 1 == 1 : try isTrue(register.pointee)
  }

  @inline(__always)
  private static func holds<T: Comparable>(_ operation: UInt8, _ left: T, _ right: T) -> Bool {
    switch operation {
    case ComparisonOperator.equal.rawValue: left == right
    case ComparisonOperator.notEqual.rawValue: left != right
    case ComparisonOperator.less.rawValue: left < right
    case ComparisonOperator.lessEqual.rawValue: left <= right
    case ComparisonOperator.greater.rawValue: left > right
    default: left >= right
    }
  }
}
