import Cells

/// Writes a syntax tree in the notation of `Goldens/syntax_trees.py`.
struct SyntaxTreePrinter {
  private let withPlaces: Bool

  private init(withPlaces: Bool) { self.withPlaces = withPlaces }

  static func print(_ module: Module) -> String {
    let printer = SyntaxTreePrinter(withPlaces: true)
    return printer.docstring(module.docstring) + " " + printer.body(module.body)
  }

  static func print(_ expression: Expression) -> String { SyntaxTreePrinter(withPlaces: false).expression(expression) }

  private func at(_ span: Span) -> String { withPlaces ? "@\(span.start):\(span.end)" : "" }

  private func text(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case " "..."~": result += String(scalar)
      default: result += "\\u{" + String(scalar.value, radix: 16) + "}"
      }
    }
    return result + "\""
  }

  private func list(_ parts: [String]) -> String { "(" + parts.joined(separator: " ") + ")" }
  private func docstring(_ text: String?) -> String { text.map(self.text) ?? "_" }
  private func body(_ statements: [Statement]) -> String {
    "[" + statements.map(statement).joined(separator: " ") + "]"
  }
  private func optional(_ value: Expression?) -> String { value.map(expression) ?? "_" }

  // MARK: Expressions

  private func hexadecimal(_ value: Double) -> String {
    if value == .infinity { return "inf" }
    if value == 0 { return "0x0.0p+0" }
    let isSubnormal = value < Double.leastNormalMagnitude
    var digits = String(value.significandBitPattern, radix: 16)
    digits = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = isSubnormal ? -1022 : Int(value.exponent)
    return "0x\(isSubnormal ? 0 : 1).\(digits)p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  private func expression(_ expression: Expression) -> String {
    let p = at(expression.span)
    func all(_ elements: [Expression]) -> [String] { elements.map(self.expression) }
    switch expression.kind {
    case .name(let name): return "(name\(p) \(name))"
    case .none: return "(none\(p))"
    case .ellipsis: return "(ellipsis\(p))"
    case .bool(let value): return "(bool\(p) \(value ? "True" : "False"))"
    case .int(let digits): return "(int\(p) \(digits))"
    case .float(let value): return "(float\(p) \(hexadecimal(value)))"
    case .string(let value): return "(string\(p) \(text(value)))"
    case .bytes(let bytes):
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "(bytes\(p) \(digits.isEmpty ? "-" : digits))"
    case .formatted(let parts): return list(["format\(p)"] + formatParts(parts))
    case .tuple(let elements): return list(["tuple\(p)"] + all(elements))
    case .list(let elements): return list(["list\(p)"] + all(elements))
    case .set(let elements): return list(["set\(p)"] + all(elements))
    case .dict(let items):
      return list(
        ["dict\(p)"]
          + items.map { item in
            switch item {
            case .pair(let key, let value): self.expression(key) + " " + self.expression(value)
            case .unpack(let mapping): list(["unpack", self.expression(mapping)])
            }
          })
    case .unary(let operation, let operand):
      let symbol =
        switch operation {
        case .negate: "-"
        case .plus: "+"
        case .invert: "~"
        case .not: "not"
        }
      return list(["unary\(p)", symbol, self.expression(operand)])
    case .binary(let operation, let left, let right):
      return list(["binary\(p)", operation.symbol, self.expression(left), self.expression(right)])
    case .logical(let operation, let operands): return list(["\(operation)\(p)"] + all(operands))
    case .comparison(let first, let rest):
      return list(
        ["compare\(p)", self.expression(first)] + rest.map { $0.0.symbol + " " + self.expression($0.1) })
    case .conditional(let test, let then, let otherwise): return list(["if\(p)"] + all([test, then, otherwise]))
    case .lambda(let parameters, let body):
      return list(["lambda\(p)", self.parameters(parameters), self.expression(body)])
    case .call(let function, let arguments):
      return list(["call\(p)", self.expression(function)] + arguments.map(argument))
    case .attribute(let value, let name, _): return list(["attribute\(p)", self.expression(value), name])
    case .subscripted(let value, let index): return list(["subscript\(p)"] + all([value, index]))
    case .slice(let lower, let upper, let step):
      return list(["slice\(p)", optional(lower), optional(upper), optional(step)])
    case .starred(let value): return list(["starred\(p)", self.expression(value)])
    case .comprehension(let comprehension): return self.comprehension(comprehension, p)
    case .yield(let value): return list(["yield\(p)", optional(value)])
    case .yieldFrom(let value): return list(["yieldfrom\(p)", self.expression(value)])
    case .named(let name, let value): return list(["named\(p)", name, self.expression(value)])
    case .magic(let magic):
      return list(["magic\(p)", "\(magic.kind)", magic.name, text(magic.argument), text(magic.body)])
    }
  }

  private func comprehension(_ comprehension: Comprehension, _ place: String) -> String {
    let name =
      switch comprehension.kind {
      case .list: "listcomp"
      case .set: "setcomp"
      case .dict: "dictcomp"
      case .generator: "generator"
      }
    var parts = [name + place, expression(comprehension.element)]
    if let value = comprehension.value { parts.append(expression(value)) }
    for clause in comprehension.clauses {
      parts.append(
        list(["for", expression(clause.target), expression(clause.iterable)] + clause.conditions.map(expression)))
    }
    return list(parts)
  }

  /// `debugText` belongs to the text in front of the field.
  private func formatParts(_ parts: [FormatPart]) -> [String] {
    let inner = SyntaxTreePrinter(withPlaces: false)
    var result: [String] = []
    var pending = ""
    func flush() {
      if !pending.isEmpty { result.append(text(pending)) }
      pending = ""
    }
    for part in parts {
      switch part {
      case .text(let text): pending += text
      case .field(let value, let conversion, let spec, let debugText):
        pending += debugText ?? ""
        flush()
        let specText = spec.map { list(["spec"] + inner.formatParts($0)) } ?? "_"
        result.append(list(["field", inner.expression(value), conversion.map(String.init) ?? "_", specText]))
      }
    }
    flush()
    return result
  }

  private func argument(_ argument: Argument) -> String {
    let value = expression(argument.value)
    switch argument.kind {
    case .positional: return value
    case .keyword(let name): return list(["=" + at(argument.span), name, value])
    case .star: return list(["*" + at(argument.span), value])
    case .doubleStar: return list(["**" + at(argument.span), value])
    }
  }

  private func parameters(_ parameters: Parameters) -> String {
    func one(_ parameter: Parameters.Parameter) -> String {
      list([
        "parameter" + at(parameter.span), parameter.name, optional(parameter.annotation),
        optional(parameter.defaultValue),
      ])
    }
    var parts = ["parameters", String(parameters.positionalOnlyCount)] + parameters.positional.map(one)
    if let variadic = parameters.variadic { parts.append("* " + one(variadic)) }
    parts += parameters.keywordOnly.map { "= " + one($0) }
    if let variadic = parameters.keywordVariadic { parts.append("** " + one(variadic)) }
    return list(parts)
  }

  // MARK: Statements

  private func statement(_ statement: Statement) -> String {
    let p = at(statement.span)
    func alias(_ name: ImportedName) -> String { list(["alias" + at(name.span), name.name, name.alias ?? "_"]) }
    switch statement.kind {
    case .expression(let value, _):
      if case .magic = value.kind { return expression(value) }
      return list(["expr\(p)", expression(value)])
    case .assign(let targets, let value): return list(["assign\(p)"] + targets.map(expression) + [expression(value)])
    case .augmentedAssign(let target, let operation, let value):
      return list(["augment\(p)", operation.symbol, expression(target), expression(value)])
    case .annotatedAssign(let target, let annotation, let value):
      return list(["annotate\(p)", expression(target), expression(annotation), optional(value)])
    case .ifStatement(let test, let then, let otherwise):
      return list(["if\(p)", expression(test), body(then), body(otherwise)])
    case .whileLoop(let test, let loop, let otherwise):
      return list(["while\(p)", expression(test), body(loop), body(otherwise)])
    case .forLoop(let target, let iterable, let loop, let otherwise):
      return list(["for\(p)", expression(target), expression(iterable), body(loop), body(otherwise)])
    case .function(let function):
      return list(
        ["def\(p)", function.name] + function.decorators.map { "@" + expression($0) }
          + [
            parameters(function.parameters), optional(function.returnAnnotation), docstring(function.docstring),
            body(function.body),
          ])
    case .classDefinition(let definition):
      return list(
        ["class\(p)", definition.name] + definition.decorators.map { "@" + expression($0) }
          + [
            list(["bases"] + definition.bases.map(argument)), docstring(definition.docstring), body(definition.body),
          ])
    case .returnStatement(let value): return list(["return\(p)", optional(value)])
    case .raise(let error, let cause): return list(["raise\(p)", optional(error), optional(cause)])
    case .tryStatement(let tried, let handlers, let otherwise, let final):
      let handlerTexts = handlers.map {
        list(["except" + at($0.span), optional($0.type), $0.name ?? "_", body($0.body)])
      }
      return list(["try\(p)", body(tried)] + handlerTexts + [body(otherwise), body(final)])
    case .with(let items, let block):
      return list(
        ["with\(p)"] + items.map { list(["item", expression($0.context), optional($0.target)]) } + [body(block)])
    case .assert(let test, let message): return list(["assert\(p)", expression(test), optional(message)])
    case .delete(let targets): return list(["del\(p)"] + targets.map(expression))
    case .global(let names): return list(["global\(p)"] + names)
    case .nonlocal(let names): return list(["nonlocal\(p)"] + names)
    case .importModules(let names): return list(["import\(p)"] + names.map(alias))
    case .importFrom(let module, let level, let names):
      return list(["from\(p)", module.isEmpty ? "_" : module, String(level)] + names.map(alias))
    case .pass: return list(["pass\(p)"])
    case .breakLoop: return list(["break\(p)"])
    case .continueLoop: return list(["continue\(p)"])
    }
  }
}
