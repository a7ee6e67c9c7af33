/// Writes a value as IPython shows the value of a cell: like `repr`, but long containers are broken over lines, sets
/// are sorted, classes and functions have their module, and objects without a `__repr__` lose the word "object".
struct PrettyPrinter {
  /// Elements of a container beyond this many are left out.
  static let maximumLength = 1000

  let interpreter: Interpreter
  var layout: PrettyLayout
  /// `%precision`: the format of floats.
  private let floatFormat: String?
  /// The objects around the one that is being written.
  private var open: [Object] = []

  private init(_ interpreter: Interpreter, width: Int) {
    self.interpreter = interpreter
    layout = PrettyLayout(maximumWidth: width)
    floatFormat = interpreter.shell?.floatFormat
  }

  static func text(of value: Value, _ interpreter: Interpreter, width: Int) throws -> String {
    var printer = PrettyPrinter(interpreter, width: width)
    try printer.write(value)
    printer.layout.flush()
    return printer.layout.output
  }

  mutating func write(_ value: Value) throws {
    guard case .object(let object) = value else {
      layout.beginGroup()
      try writeRepresentation(value)
      layout.endGroup()
      return
    }
    guard open.count < interpreter.limits.recursion, StackBounds.currentAddress > interpreter.lowestAddress else {
      throw Raised(
        Exceptions.recursionError, "maximum recursion depth exceeded while getting the repr of an object")
    }
    try interpreter.spend(1)
    let isCycle = open.contains { $0 === object }
    open.append(object)
    layout.beginGroup()
    defer {
      layout.endGroup()
      open.removeLast()
    }
    try write(object, isCycle: isCycle)
  }

  private mutating func write(_ object: Object, isCycle: Bool) throws {
    let value = Value.object(object)
    switch object.kind {
    case .tuple where !value.isSpecialContainer:
      try write(unsafeDowncast(object, to: TupleObject.self), isCycle: isCycle)
    case .list: try write(unsafeDowncast(object, to: ListObject.self), isCycle: isCycle)
    case .dict:
      let dict = unsafeDowncast(object, to: DictObject.self)
      if value.isSpecialContainer {
        try writeSpecial(dict, isCycle: isCycle)
      } else {
        try write(dict, isCycle: isCycle)
      }
    case .set: try write(unsafeDowncast(object, to: SetObject.self), isCycle: isCycle)
    case .type: layout.text(unsafeDowncast(object, to: TypeObject.self).prettyName)
    case .function: layout.text(try signature(of: unsafeDowncast(object, to: FunctionObject.self)))
    case .native: try write(unsafeDowncast(object, to: NativeFunction.self))
    case .superProxy: try write(unsafeDowncast(object, to: SuperProxy.self))
    case .exception: try write(unsafeDowncast(object, to: ExceptionObject.self))
    case .instance, .host:
      if let deque = object as? DequeObject {
        try writeCall("deque", isCycle ? nil : deque.elements, maximum: deque.maximum)
      } else if let text = try (object as? any PrettyPrinted)?.prettyText(interpreter) {
        layout.text(text)
      } else {
        try writeObject(object, isCycle: isCycle)
      }
    case .iterator, .property, .cell: writeDefault(object, isCycle: isCycle)
    case .string, .bytes, .bigInt, .tuple, .range, .slice, .boundMethod, .classMethod, .staticMethod, .module,
      .generator, .dictView, .array, .dtype:
      try writeRepresentation(value)
    }
  }

  /// `repr`, its lines indented as deep as the value stands.
  mutating func writeRepresentation(_ value: Value) throws {
    let text: String
    if case .float = value, let floatFormat {
      text = try interpreter.percentFormat(floatFormat, value)
    } else {
      text = try interpreter.representation(value)
    }
    layout.beginGroup()
    if text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7F }) {
      for (index, line) in text.linesOfPython.enumerated() {
        if index > 0 { layout.endLine() }
        layout.text(line)
      }
    } else if !text.isEmpty {
      layout.text(text)
    }
    layout.endGroup()
  }

  private mutating func writeObject(_ object: Object, isCycle: Bool) throws {
    for cls in object.type.resolutionOrder where cls !== Types.object {
      if cls.isUserDefined, cls.attributes["_repr_pretty_"] != nil {
        throw Raised.unsupported("_repr_pretty_ is not supported: define __repr__ instead")
      }
      if cls.attributes["__repr__"] != nil { return try writeRepresentation(.object(object)) }
    }
    writeDefault(object, isCycle: isCycle)
  }

  /// `<__main__.Layer at 0x7f0123456789>`
  private mutating func writeDefault(_ object: Object, isCycle: Bool) {
    layout.beginGroup(1, "<")
    layout.text(object.type.prettyName)
    layout.text(" at \(interpreter.address(of: object))\(isCycle ? " ..." : "")")
    layout.endGroup(1, ">")
  }

  private mutating func write(_ proxy: SuperProxy) throws {
    layout.beginGroup(8, "<super: ")
    try write(.object(proxy.start))
    layout.text(",")
    layout.breakable()
    try write(proxy.receiver)
    layout.endGroup(8, ">")
  }

  private mutating func write(_ exception: ExceptionObject) throws {
    for cls in exception.cls.resolutionOrder where cls.isUserDefined && cls.attributes["__repr__"] != nil {
      return try writeRepresentation(.object(exception))
    }
    try writeCall(exception.cls.prettyName) { printer in
      for (index, argument) in exception.arguments.enumerated() {
        if index > 0 { printer.separate() }
        try printer.write(argument)
      }
    }
  }
}

/// An object of a built-in class that IPython shows otherwise than `repr` does.
protocol PrettyPrinted: Object {
  func prettyText(_ interpreter: Interpreter) throws -> String
}

extension Interpreter {
  /// How IPython shows a cell's value and what a cell gives to `display`.
  /// - Throws: what a class's own `__repr__` raises.
  /// - Parameter width: what IPython breaks containers at.
  package func prettyRepresentation(_ value: Value, width: Int = 79) throws -> String {
    try PrettyPrinter.text(of: value, self, width: width)
  }
}

extension TypeObject {
  /// `int`, `numpy.ndarray`, `__main__.make.<locals>.Layer`.
  var prettyName: String {
    let isBuiltin = moduleName == nil || moduleName == "builtins"
    return isBuiltin ? path : "\(moduleName ?? "").\(path)"
  }
}

extension String {
  /// Python's `splitlines`.
  fileprivate var linesOfPython: [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n", previous == "\r" { continue }
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }
}
