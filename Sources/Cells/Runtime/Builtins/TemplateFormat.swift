extension Interpreter {
  /// Python's `template.format(*positional, **named)`.
  /// - Parameter positional: `nil` for `format_map`.
  /// - Parameter named: gives the value of a name. Throws `KeyError` where there is none.
  func templateFormat(
    _ template: String, positional: [Value]?, named: @escaping (String) throws -> Value
  ) throws -> String {
    var run = TemplateFormat(interpreter: self, positional: positional, named: named)
    return try run.format(Array(template.unicodeScalars)[...], depth: 2)
  }
}

/// One run of `str.format`.
private struct TemplateFormat {
  typealias Scalars = ArraySlice<Unicode.Scalar>
  private enum Numbering { case undecided, automatic, manual }

  private let interpreter: Interpreter
  private let positional: [Value]?
  private let named: (String) throws -> Value
  private var numbering = Numbering.undecided
  private var nextNumber = 0

  init(interpreter: Interpreter, positional: [Value]?, named: @escaping (String) throws -> Value) {
    self.interpreter = interpreter
    self.positional = positional
    self.named = named
  }

  mutating func format(_ template: Scalars, depth: Int) throws -> String {
    guard depth > 0 else { throw Raised.valueError("Max string recursion exceeded") }
    var result = ""
    var bytes = template.count
    var position = template.startIndex
    while position < template.endIndex {
      let scalar = template[position]
      position += 1
      guard scalar == "{" || scalar == "}" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let following = position < template.endIndex ? template[position] : nil
      if following == scalar {
        result.unicodeScalars.append(scalar)
        position += 1
      } else if scalar == "}" {
        throw Raised.valueError("Single '}' encountered in format string")
      } else if following == nil {
        throw Raised.valueError("Single '{' encountered in format string")
      } else {
        let field = try Field(template, &position)
        let text = try text(of: field, depth: depth)
        bytes += text.utf8.count
        try Interpreter.checkTextSize(bytes)
        result += text
      }
    }
    return result
  }

  private mutating func text(of field: Field, depth: Int) throws -> String {
    var value = try value(of: field.name)
    switch field.conversion {
    case nil: break
    case "r": value = Value(try interpreter.representation(value))
    case "s": value = Value(try interpreter.text(value))
    case "a": value = Value(try interpreter.ascii(value))
    case let other?:
      let shown =
        other.value > 32 && other.value < 127 ? String(other) : "\\x" + String(other.value, radix: 16)
      throw Raised.valueError("Unknown conversion specifier \(shown)")
    }
    let specification =
      field.isNested ? try format(field.specification, depth: depth - 1) : text(field.specification)
    return try interpreter.format(value, specification)
  }

  private mutating func value(of name: Scalars) throws -> Value {
    let end = name.firstIndex { $0 == "." || $0 == "[" } ?? name.endIndex
    var value = try root(name[..<end])
    var position = end
    while position < name.endIndex {
      let opening = name[position]
      position += 1
      if opening == "." {
        let end = name[position...].firstIndex { $0 == "." || $0 == "[" } ?? name.endIndex
        let attribute = name[position..<end]
        position = end
        if attribute.isEmpty { throw Raised.valueError("Empty attribute in format string") }
        value = try interpreter.attribute(value, text(attribute))
      } else if opening == "[" {
        guard let end = name[position...].firstIndex(of: "]") else {
          throw Raised.valueError("Missing ']' in format string")
        }
        let key = name[position..<end]
        position = end + 1
        if key.isEmpty { throw Raised.valueError("Empty attribute in format string") }
        value = try interpreter.item(value, try number(key).map { .int($0) } ?? Value(text(key)))
      } else {
        throw Raised.valueError("Only '.' or '[' may follow ']' in format field specifier")
      }
    }
    return value
  }

  private mutating func root(_ name: Scalars) throws -> Value {
    var index = try number(name)
    if name.isEmpty {
      if numbering == .manual {
        throw Raised.valueError(
          "cannot switch from manual field specification to automatic field numbering")
      }
      numbering = .automatic
      index = nextNumber
      nextNumber += 1
    } else if index != nil {
      if numbering == .automatic {
        throw Raised.valueError(
          "cannot switch from automatic field numbering to manual field specification")
      }
      numbering = .manual
    }
    guard let index else { return try named(text(name)) }
    guard let positional else { throw Raised.valueError("Format string contains positional fields") }
    guard index < positional.count else {
      throw Raised.indexError("Replacement index \(index) out of range for positional args tuple")
    }
    return positional[index]
  }

  private func text(_ scalars: Scalars) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// A number of decimal digits only, else `nil`.
  private func number(_ scalars: Scalars) throws -> Int? {
    if scalars.isEmpty { return nil }
    var result = 0
    for scalar in scalars {
      guard let digit = scalar.decimalDigit else { return nil }
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.addingReportingOverflow(digit)
      if overflow || overflow2 { throw Raised.valueError("Too many decimal digits in format string") }
      result = sum
    }
    return result
  }
}

/// `{name!conversion:specification}`
private struct Field {
  let name: ArraySlice<Unicode.Scalar>
  private(set) var conversion: Unicode.Scalar?
  private(set) var specification: ArraySlice<Unicode.Scalar> = []
  /// The specification holds fields itself.
  private(set) var isNested = false

  /// Reads a field from behind its opening brace to behind its closing one.
  init(_ template: ArraySlice<Unicode.Scalar>, _ position: inout Int) throws {
    let end = template.endIndex
    let start = position
    var last: Unicode.Scalar?
    search: while position < end {
      let scalar = template[position]
      last = scalar
      position += 1
      switch scalar {
      case "{": throw Raised.valueError("unexpected '{' in field name")
      case "[": while position < end, template[position] != "]" { position += 1 }
      case "}", ":", "!": break search
      default: continue
      }
    }
    guard last == "}" || last == ":" || last == "!" else {
      throw Raised.valueError("expected '}' before end of string")
    }
    name = template[start..<(position - 1)]
    if last == "}" { return }
    if last == "!" {
      guard position < end else {
        throw Raised.valueError("end of string while looking for conversion specifier")
      }
      conversion = template[position]
      position += 1
      if position < end {
        position += 1
        if template[position - 1] == "}" { return }
        guard template[position - 1] == ":" else {
          throw Raised.valueError("expected ':' after conversion specifier")
        }
      }
    }
    let specificationStart = position
    var depth = 1
    while position < end {
      let scalar = template[position]
      position += 1
      if scalar == "{" {
        isNested = true
        depth += 1
      } else if scalar == "}" {
        depth -= 1
        if depth == 0 {
          specification = template[specificationStart..<(position - 1)]
          return
        }
      }
    }
    throw Raised.valueError("unmatched '{' in format spec")
  }
}
