import BigInt

extension Interpreter {
  /// Python's `template % argument` for text.
  /// - Throws: `TypeError` where arguments are missing, left over or of the wrong kind; `ValueError` for a bad template.
  package func percentFormat(_ template: String, _ argument: Value) throws -> String {
    var run = PercentFormat(template, argument, self)
    return try run.result()
  }
}

/// One run of the `%` operator over a template.
private struct PercentFormat {
  private let template: [Unicode.Scalar]
  private let interpreter: Interpreter
  private let argument: Value
  private let tuple: [Value]?
  /// The argument is looked up by key; then nothing is left over.
  private let isMapping: Bool
  private var position = 0
  private var taken = 0

  private struct Directive {
    var value: Value?
    var isLeft = false
    var hasSign = false
    var hasBlank = false
    var isAlternate = false
    var hasZero = false
    var width = 0
    var precision: Int?
    var type: Unicode.Scalar = "s"
  }

  init(_ template: String, _ argument: Value, _ interpreter: Interpreter) {
    self.template = Array(template.unicodeScalars)
    self.argument = argument
    self.interpreter = interpreter
    tuple = argument.asTuple?.elements
    isMapping =
      switch argument.object?.kind {
      case .dict, .list, .array, .range, .bytes: true
      case .instance: interpreter.userMethod(argument, "__getitem__") != nil
      default: argument.isNumpyScalar
      }
  }

  mutating func result() throws -> String {
    var result = String.UnicodeScalarView()
    while position < template.count {
      let scalar = template[position]
      position += 1
      if scalar != "%" {
        result.append(scalar)
      } else if position < template.count, template[position] == "%" {
        position += 1
        result.append("%")
      } else {
        result.append(contentsOf: try text(of: directive()).unicodeScalars)
      }
    }
    if !isMapping, taken < (tuple?.count ?? 1) {
      throw Raised.typeError("not all arguments converted during string formatting")
    }
    return String(result)
  }

  private mutating func nextArgument() throws -> Value {
    guard taken < (tuple?.count ?? 1) else { throw Raised.typeError("not enough arguments for format string") }
    defer { taken += 1 }
    return tuple?[taken] ?? argument
  }

  private func current() throws -> Unicode.Scalar {
    guard position < template.count else { throw Raised.valueError("incomplete format") }
    return template[position]
  }

  private mutating func directive() throws -> Directive {
    var result = Directive()
    if try current() == "(" { result.value = try keyedValue() }
    flags: while true {
      switch try current() {
      case "-": result.isLeft = true
      case "+": result.hasSign = true
      case " ": result.hasBlank = true
      case "#": result.isAlternate = true
      case "0": result.hasZero = true
      default: break flags
      }
      position += 1
    }
    let width = try size("width too big") ?? 0
    if width < 0 { result.isLeft = true }
    result.width = abs(width)
    if try current() == "." {
      position += 1
      result.precision = max(try size("precision too big") ?? 0, 0)
    }
    if let length = try? current(), length == "h" || length == "l" || length == "L" { position += 1 }
    result.type = try current()
    position += 1
    return result
  }

  /// `(name)`, where parentheses may be nested.
  private mutating func keyedValue() throws -> Value {
    guard isMapping else { throw Raised.typeError("format requires a mapping") }
    position += 1
    let start = position
    var depth = 1
    while position < template.count, depth > 0 {
      if template[position] == "(" { depth += 1 }
      if template[position] == ")" { depth -= 1 }
      position += 1
    }
    guard depth == 0 else { throw Raised.valueError("incomplete format key") }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: template[start..<(position - 1)])
    return try interpreter.item(argument, Value(String(name)))
  }

  /// Digits, or `*` for the next argument.
  private mutating func size(_ tooBig: String) throws -> Int? {
    if try current() == "*" {
      position += 1
      switch try nextArgument() {
      case .int(let value) where value.magnitude <= Int32.max: return value
      case .bool(let value): return value ? 1 : 0
      case .int: throw Raised.overflow("Python int too large to convert to C int")
      default: throw Raised.typeError("* wants int")
      }
    }
    var result: Int?
    while position < template.count, template[position].isASCII, let digit = template[position].decimalDigit {
      result = (result ?? 0) * 10 + digit
      if (result ?? 0) > Int(Int32.max) { throw Raised.valueError(tooBig) }
      position += 1
    }
    return result
  }

  private mutating func text(of directive: Directive) throws -> String {
    let value = try directive.value ?? nextArgument()
    let isCut = directive.type == "s" || directive.type == "r" || directive.type == "a"
    try Interpreter.checkFieldSize(max(directive.width, isCut ? 0 : directive.precision ?? 0))
    switch directive.type {
    case "s": return pad(cut(try interpreter.text(value), directive), directive)
    case "r": return pad(cut(try interpreter.representation(value), directive), directive)
    case "a": return pad(cut(try interpreter.ascii(value), directive), directive)
    case "c": return pad(try character(value), directive)
    case "d", "i", "u", "o", "x", "X": return try text(ofInteger: value, directive)
    case "e", "E", "f", "F", "g", "G":
      let letter = UInt8(truncatingIfNeeded: directive.type.value)
      let text = FloatFormat.text(
        try interpreter.double(value), type: letter, digits: directive.precision ?? 6,
        alternate: directive.isAlternate)
      let isNegative = text.hasPrefix("-")
      return pad(isNegative: isNegative, prefix: "", isNegative ? String(text.dropFirst()) : text, directive)
    default:
      let code = String(directive.type.value, radix: 16)
      let shown = (31...126).contains(directive.type.value) ? String(directive.type) : "?"
      throw Raised.valueError("unsupported format character '\(shown)' (0x\(code)) at index \(position - 1)")
    }
  }

  private func text(ofInteger value: Value, _ directive: Directive) throws -> String {
    let type = directive.type
    let isDecimal = type == "d" || type == "i" || type == "u"
    guard let integer = try integer(value, isDecimal: isDecimal) else {
      throw Raised.typeError(
        "%\(type) format: \(isDecimal ? "a real number" : "an integer") is required, "
          + "not \(interpreter.typeName(value))")
    }
    let radix = isDecimal ? 10 : type == "o" ? 8 : 16
    var digits = try IntegerText.digits(integer, radix: radix)
    if type == "X" { digits = digits.uppercased() }
    let missing = (directive.precision ?? 0) - digits.utf8.count
    if missing > 0 { digits = String(filling: "0", count: missing) + digits }
    let prefix = directive.isAlternate && !isDecimal ? "0\(type)" : ""
    return pad(isNegative: IntegerText.isNegative(integer), prefix: prefix, digits, directive)
  }

  /// `nil` for what is no number.
  private func integer(_ value: Value, isDecimal: Bool) throws -> Value? {
    if value.asString != nil || value.asBytes != nil { return nil }
    do {
      return isDecimal ? try interpreter.truncated(value) : try interpreter.integer(value)
    } catch let raised as Raised where raised.exception.cls.isSubclass(of: Exceptions.typeError) {
      return nil
    }
  }

  private func character(_ value: Value) throws -> String {
    if let text = value.asString {
      guard text.count == 1 else { throw Raised.typeError("%c requires int or char") }
      return text.value
    }
    guard let integer = try integer(value, isDecimal: false) else {
      throw Raised.typeError("%c requires int or char")
    }
    guard case .int(let code) = integer, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      throw Raised.overflow("%c arg not in range(0x110000)")
    }
    return String(scalar)
  }

  private func cut(_ text: String, _ directive: Directive) -> String {
    guard let precision = directive.precision else { return text }
    return String(text.unicodeScalars.prefix(precision))
  }

  private func pad(_ text: String, _ directive: Directive) -> String {
    let filling = blanks(directive.width - text.unicodeScalars.count)
    return directive.isLeft ? text + filling : filling + text
  }

  private func pad(isNegative: Bool, prefix: String, _ digits: String, _ directive: Directive) -> String {
    let sign = isNegative ? "-" : directive.hasSign ? "+" : directive.hasBlank ? " " : ""
    let missing = directive.width - sign.utf8.count - prefix.utf8.count - digits.utf8.count
    if directive.isLeft { return sign + prefix + digits + blanks(missing) }
    if directive.hasZero { return sign + prefix + String(filling: "0", count: missing) + digits }
    return blanks(missing) + sign + prefix + digits
  }

  private func blanks(_ count: Int) -> String { String(filling: " ", count: count) }
}
