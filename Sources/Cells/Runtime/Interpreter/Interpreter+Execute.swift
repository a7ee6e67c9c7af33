extension Interpreter {
  /// The evaluation loop: until the code on the frame `entry` returns or yields.
  ///
  /// What runs again and again is done here, on payloads and tags where they lie (`ValueLayout`), without touching a
  /// reference count that does not change. All else is a call of something that is never inlined, so that the loop's
  /// own variables stay in processor registers; `frame` is written only when an error leaves the loop.
  func execute(
    _ frame: inout Frame, entry: UnsafeMutablePointer<Value>, _ generator: GeneratorObject?
  ) throws -> Value {
    var next = frame.next
    var registers = frame.registers
    var layout = frame.layout
    var module = frame.module
    do {
      while true {
        let i = next
        next += 1
        // Decoded where they are used: each case needs others, and reads of them all would come before the jump.
        var a: UnsafeMutablePointer<Value> { @inline(__always) get { registers + Int(i.pointee.a) } }
        var b: UnsafeMutablePointer<Value> { @inline(__always) get { registers + Int(i.pointee.b) } }
        var c: UnsafeMutablePointer<Value> { @inline(__always) get { registers + Int(i.pointee.c) } }
        switch i.pointee.operation {
        case .move: a.assign(from: b)
        case .loadGlobal:
          let values = module._withUnsafeGuaranteedRef { $0.namespace.values }
          let value = values + i.wide
          if !value.isRawUndefined {
            a.assign(from: value)
          } else {
            nextInstruction = next
            try loadBuiltin(i.wide, module, a)
          }
        case .storeGlobal:
          let values = module._withUnsafeGuaranteedRef { $0.namespace.values }
          (values + i.wide).assign(from: a)
        case .loadCell:
          let isThere = b.rawObject.borrow(as: CellObject.self) { cell in
            withUnsafeMutablePointer(to: &cell.value) { value in
              if value.isRawUndefined { return false }
              a.assign(from: value)
              return true
            }
          }
          if !isThere { throw unboundCell(layout.pointee.code, Int(i.pointee.b)) }
        case .storeCell:
          a.rawObject.borrow(as: CellObject.self) { cell in
            withUnsafeMutablePointer(to: &cell.value) { $0.assign(from: b) }
          }
        case .checkLocal:
          if a.isRawUndefined { throw unboundLocal(layout.pointee.code.names[Int(i.pointee.b)]) }

        case .add:
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
            let (sum, overflow) = b.rawInt.addingReportingOverflow(c.rawInt)
            if !overflow {
              a.storeInt(sum)
              continue
            }
          } else if let (x, y, tag) = Interpreter.reals(b, c) {
            let sum = x + y
            if tag == ValueLayout.float || sum.isFinite {
              a.storeDouble(sum, tag: tag)
              continue
            }
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .subtract:
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
            let (difference, overflow) = b.rawInt.subtractingReportingOverflow(c.rawInt)
            if !overflow {
              a.storeInt(difference)
              continue
            }
          } else if let (x, y, tag) = Interpreter.reals(b, c) {
            let difference = x - y
            if tag == ValueLayout.float || difference.isFinite {
              a.storeDouble(difference, tag: tag)
              continue
            }
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .multiply:
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
            let (product, overflow) = b.rawInt.multipliedReportingOverflow(by: c.rawInt)
            if !overflow {
              a.storeInt(product)
              continue
            }
          } else if let (x, y, tag) = Interpreter.reals(b, c) {
            let product = x * y
            if tag == ValueLayout.float || product.isFinite {
              a.storeDouble(product, tag: tag)
              continue
            }
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .divide:
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int {
            let (x, y) = (b.rawInt, c.rawInt)
            if y != 0 && x.magnitude <= 1 << 53 && y.magnitude <= 1 << 53 {
              a.storeDouble(Double(x) / Double(y))
              continue
            }
          } else if let (x, y, tag) = Interpreter.reals(b, c), y != 0 {
            let quotient = x / y
            if tag == ValueLayout.float || quotient.isFinite {
              a.storeDouble(quotient, tag: tag)
              continue
            }
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .floorDivide:
          // Rarely by a negative number; by a power of two the quotient is a shift.
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int && c.rawInt > 0 {
            let (x, y) = (b.rawInt, c.rawInt)
            if y & (y &- 1) == 0 {
              a.storeInt(x &>> y.trailingZeroBitCount)
            } else {
              let quotient = x / y
              a.storeInt(x < 0 && quotient &* y != x ? quotient &- 1 : quotient)
            }
            continue
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .modulo:
          if b.tag == ValueLayout.int && c.tag == ValueLayout.int && c.rawInt > 0 {
            let (x, y) = (b.rawInt, c.rawInt)
            if y & (y &- 1) == 0 {
              a.storeInt(x & (y &- 1))
            } else {
              let remainder = x % y
              a.storeInt(remainder < 0 ? remainder &+ y : remainder)
            }
            continue
          }
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .binary:
          nextInstruction = next
          try arithmetic(i.pointee, a, b, c)
        case .compare:
          let order = Interpreter.order(b, c)
          if order != 0 && i.pointee.x <= ComparisonOperator.greaterEqual.rawValue {
            let isScalar = b.tag == ValueLayout.npFloat64 || c.tag == ValueLayout.npFloat64
            a.storeBool(
              order & Interpreter.orders(i.pointee.x) != 0, tag: isScalar ? ValueLayout.npBool : ValueLayout.bool)
          } else {
            nextInstruction = next
            try compare(i.pointee, a, b, c)
          }

        case .jump:
          let target = layout.pointee.instructions + i.wide
          if target < next { try spend(next - target) }
          next = target
        case .jumpIfFalse:
          nextInstruction = next
          let holds = a.tag == ValueLayout.bool ? a.rawInt & 1 == 1 : try truth(a)
          if !holds {
            let target = layout.pointee.instructions + i.wide
            if target < next { try spend(next - target) }
            next = target
          }
        case .jumpIfTrue:
          nextInstruction = next
          let holds = a.tag == ValueLayout.bool ? a.rawInt & 1 == 1 : try truth(a)
          if holds {
            let target = layout.pointee.instructions + i.wide
            if target < next { try spend(next - target) }
            next = target
          }
        case .jumpUnless:
          let order = Interpreter.order(a, b)
          let operation = i.pointee.x & Instruction.operatorMask
          let holds: Bool
          if order != 0 && operation <= ComparisonOperator.greaterEqual.rawValue {
            holds = order & Interpreter.orders(operation) != 0
          } else {
            nextInstruction = next
            holds = try compares(operation, a, b)
          }
          if holds != (i.pointee.x & Instruction.flag != 0) {
            next += 1
          } else {
            let target = layout.pointee.instructions + next.wide
            if target < next { try spend(next - target) }
            next = target
          }

        case .nextOfLoop, .repeatLoop:
          // A range counts in three registers: the next value, how many are left, the step.
          let hasValue: Bool
          if a.tag == ValueLayout.int {
            let left = (a + 1).rawInt
            hasValue = left > 0
            if hasValue {
              let value = a.rawInt
              b.storeInt(value)
              a.putPayload(value &+ (a + 2).rawInt)
              (a + 1).putPayload(left &- 1)
            }
          } else {
            nextInstruction = next
            hasValue = try self.next(of: a, into: b)
          }
          if hasValue != (i.pointee.operation == .repeatLoop) {
            next += 1
          } else {
            let target = layout.pointee.instructions + next.wide
            if target < next { try spend(next - target) }
            next = target
          }

        case .loadItem:
          if b.tag == ValueLayout.object && c.tag == ValueLayout.int,
            let element = Interpreter.element(of: b.rawObject, c.rawInt)
          {
            a.assign(from: element)
            continue
          }
          nextInstruction = next
          try loadItem(a, b, c)
        case .loadRow:
          nextInstruction = next
          next += try loadRow(i, registers)
        case .storeItem:
          if a.tag == ValueLayout.object && b.tag == ValueLayout.int,
            Interpreter.storeElement(c, a.rawObject, b.rawInt)
          {
            continue
          }
          nextInstruction = next
          try storeItem(a, b, c)
        case .loadItems:
          nextInstruction = next
          next += try loadItems(i, registers)
        case .storeItems:
          nextInstruction = next
          next += try storeItems(i, registers)

        case .call:
          nextInstruction = next
          if b.tag == ValueLayout.object {
            let callee = b.rawObject
            if callee.kind == .function {
              let inner = callee.borrow(as: FunctionObject.self) { $0.layout }
              if inner.pointee.directParameterCount == Int(i.pointee.c) {
                try spend(inner.pointee.instructionCount)
                let caller = Frame(next: next, registers: registers, layout: layout, module: module, result: a)
                if let fresh = try enter(inner, callee, b + 1, Int(i.pointee.c), from: caller) {
                  registers = fresh
                  layout = inner
                  next = inner.pointee.instructions
                  module = callee.borrow(as: FunctionObject.self) { .passUnretained($0.module) }
                  continue
                }
              }
            } else if callee.kind == .native {
              try callNative(callee, b + 1, Int(i.pointee.c), into: a)
              continue
            }
          }
          try callOther(b, Int(i.pointee.c), into: a)
        case .callMethod:
          let extra = next
          next += 1
          nextInstruction = next
          let cache = layout.pointee.caches + extra.wide
          let method = Interpreter.cachedMethod(b, cache)
          if method == 0 {
            try callMethod(b, Int(i.pointee.c), layout.pointee.code.names[Int(extra.pointee.a)], cache, into: a)
          } else if b.rawObject.kind == .module {
            try callNative(ObjectAddress(method), b + 1, Int(i.pointee.c), into: a)
          } else {
            try callNative(ObjectAddress(method), b, Int(i.pointee.c) &+ 1, into: a)
          }

        case .returnValue:
          if registers == entry { return a.pointee }
          // A constant stays where it is; whatever else is returned has no other use.
          let (bits, tag) = (a.rawInt, a.tag)
          if i.pointee.a >= 0 {
            a.put(ValueLayout.undefined, ValueLayout.plain)
          } else if tag == ValueLayout.object {
            a.rawObject.retain()
          }
          let outer = leave(registers, layout)
          next = outer.next
          registers = outer.registers
          layout = outer.layout
          module = outer.module
          outer.result.store(bits, tag)
        case .yield:
          generator?.position = next - layout.pointee.instructions
          generator?.state = .suspended
          return b.pointee

        default:
          nextInstruction = next
          next = try module._withUnsafeGuaranteedRef { try executeOther(i.pointee, next, registers, layout, $0) }
        }
      }
    } catch {
      frame.next = next
      frame.registers = registers
      frame.layout = layout
      frame.module = module
      throw error
    }
  }
}
