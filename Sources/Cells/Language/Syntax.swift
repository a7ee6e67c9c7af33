/// The syntax tree, as the parser makes it and the compiler reads it. Names are Python's (`ast`), spelled out.

package struct Expression: Sendable {
  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    case name(String)
    case none, ellipsis
    case bool(Bool)
    /// Decimal digits, without prefix, underscores or sign: integers have no size limit.
    case int(String)
    case float(Double)
    case string(String)
    case bytes([UInt8])
    case formatted([FormatPart])
    case tuple([Expression])
    case list([Expression])
    case set([Expression])
    case dict([DictItem])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a and b and c`, `a or b`.
    case logical(LogicalOperator, [Expression])
    /// `a < b <= c`: each middle operand is evaluated once.
    case comparison(Expression, [(ComparisonOperator, Expression)])
    case conditional(test: Expression, then: Expression, otherwise: Expression)
    case lambda(Parameters, body: Expression)
    case call(Expression, [Argument])
    /// `value.name`; the span is the name's own.
    case attribute(Expression, name: String, nameSpan: Span)
    case subscripted(Expression, index: Expression)
    /// Only inside a subscript (alone or in a tuple).
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    /// `*value` in a call, a display or an assignment target.
    case starred(Expression)
    case comprehension(Comprehension)
    case yield(Expression?)
    case yieldFrom(Expression)
    /// `name := value`
    case named(String, Expression)
    /// An IPython command, `%name rest`, `!rest` or `?name`; only in notebooks. A statement of its own or all of what is
    /// assigned.
    case magic(Magic)
  }
}

package enum UnaryOperator: Sendable { case negate, plus, invert, not }
package enum LogicalOperator: Sendable { case and, or }

package enum BinaryOperator: UInt8, Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
  case leftShift, rightShift, bitAnd, bitOr, bitXor

  /// Whether Python's floats know it.
  package var isForFloats: Bool { rawValue <= BinaryOperator.power.rawValue }

  package var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    case .matrixMultiply: "@"
    case .leftShift: "<<"
    case .rightShift: ">>"
    case .bitAnd: "&"
    case .bitOr: "|"
    case .bitXor: "^"
    }
  }
}

package enum ComparisonOperator: UInt8, Sendable {
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case isSame, isNotSame, isIn, isNotIn

  package var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    case .isSame: "is"
    case .isNotSame: "is not"
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }
}

/// A piece of an f-string.
package enum FormatPart: Sendable {
  case text(String)
  /// `{value!r:spec}`; `debugText` is what `{value=}` prints before the value.
  case field(value: Expression, conversion: Character?, spec: [FormatPart]?, debugText: String?)
}

package enum DictItem: Sendable {
  case pair(Expression, Expression)
  /// `**mapping`
  case unpack(Expression)
}

package struct Argument: Sendable {
  package enum Kind: Sendable {
    case positional
    case keyword(String)
    /// `*values`
    case star
    /// `**mapping`
    case doubleStar
  }
  package let kind: Kind
  package let value: Expression
  package let span: Span

  package init(kind: Kind, value: Expression, span: Span) {
    self.kind = kind
    self.value = value
    self.span = span
  }
}

package struct Parameters: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let defaultValue: Expression?
    package let annotation: Expression?
    package let span: Span

    package init(name: String, defaultValue: Expression?, annotation: Expression?, span: Span) {
      self.name = name
      self.defaultValue = defaultValue
      self.annotation = annotation
      self.span = span
    }
  }
  /// Positional parameters; the first `positionalOnlyCount` stand before `/`.
  package var positional: [Parameter] = []
  package var positionalOnlyCount = 0
  /// `*args`
  package var variadic: Parameter?
  package var keywordOnly: [Parameter] = []
  /// `**kwargs`
  package var keywordVariadic: Parameter?

  package init() {}
}

package struct Comprehension: Sendable {
  package enum Kind: Sendable { case list, set, dict, generator }
  package struct Clause: Sendable {
    package let target: Expression
    package let iterable: Expression
    package let conditions: [Expression]

    package init(target: Expression, iterable: Expression, conditions: [Expression]) {
      self.target = target
      self.iterable = iterable
      self.conditions = conditions
    }
  }
  package let kind: Kind
  /// The element, or a dictionary's key.
  package let element: Expression
  /// A dictionary's value.
  package let value: Expression?
  package let clauses: [Clause]

  package init(kind: Kind, element: Expression, value: Expression?, clauses: [Clause]) {
    self.kind = kind
    self.element = element
    self.value = value
    self.clauses = clauses
  }
}

package struct Statement: Sendable {
  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    /// `endsWithSemicolon`: a notebook's last expression followed by `;` shows no value.
    case expression(Expression, endsWithSemicolon: Bool)
    /// `a = b = value`
    case assign([Expression], Expression)
    case augmentedAssign(Expression, BinaryOperator, Expression)
    /// `target: annotation = value`
    case annotatedAssign(Expression, annotation: Expression, value: Expression?)
    case ifStatement(Expression, [Statement], else: [Statement])
    case whileLoop(Expression, [Statement], else: [Statement])
    case forLoop(Expression, in: Expression, [Statement], else: [Statement])
    case function(FunctionDefinition)
    case classDefinition(ClassDefinition)
    case returnStatement(Expression?)
    case raise(Expression?, from: Expression?)
    case tryStatement([Statement], handlers: [ExceptHandler], else: [Statement], finally: [Statement])
    case with([WithItem], [Statement])
    case assert(Expression, message: Expression?)
    case delete([Expression])
    case global([String])
    case nonlocal([String])
    case importModules([ImportedName])
    /// `from module import names`; `names` is empty for `*`.
    case importFrom(module: String, level: Int, names: [ImportedName])
    case pass, breakLoop, continueLoop
  }
}

package struct FunctionDefinition: Sendable {
  package let name: String
  package let parameters: Parameters
  package let body: [Statement]
  package let decorators: [Expression]
  package let returnAnnotation: Expression?
  package let docstring: String?

  package init(
    name: String, parameters: Parameters, body: [Statement], decorators: [Expression], returnAnnotation: Expression?,
    docstring: String?
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.decorators = decorators
    self.returnAnnotation = returnAnnotation
    self.docstring = docstring
  }
}

package struct ClassDefinition: Sendable {
  package let name: String
  package let bases: [Argument]
  package let body: [Statement]
  package let decorators: [Expression]
  package let docstring: String?

  package init(name: String, bases: [Argument], body: [Statement], decorators: [Expression], docstring: String?) {
    self.name = name
    self.bases = bases
    self.body = body
    self.decorators = decorators
    self.docstring = docstring
  }
}

package struct ExceptHandler: Sendable {
  /// `nil` for a bare `except:`.
  package let type: Expression?
  package let name: String?
  package let body: [Statement]
  package let span: Span

  package init(type: Expression?, name: String?, body: [Statement], span: Span) {
    self.type = type
    self.name = name
    self.body = body
    self.span = span
  }
}

package struct WithItem: Sendable {
  package let context: Expression
  package let target: Expression?

  package init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

package struct ImportedName: Sendable {
  /// Dotted for `import a.b`.
  package let name: String
  package let alias: String?
  package let span: Span

  package init(name: String, alias: String?, span: Span) {
    self.name = name
    self.alias = alias
    self.span = span
  }
}

package struct Magic: Sendable {
  package enum Kind: Sendable { case line, cell, shell, help }
  package let kind: Kind
  package let name: String
  /// What follows the name on its line.
  package let argument: String
  /// A cell magic's remaining lines.
  package let body: String

  package init(kind: Kind, name: String, argument: String, body: String) {
    self.kind = kind
    self.name = name
    self.argument = argument
    self.body = body
  }
}

/// A parsed cell or file.
package struct Module: Sendable {
  package let source: Source
  package let body: [Statement]
  package let docstring: String?

  package init(source: Source, body: [Statement], docstring: String?) {
    self.source = source
    self.body = body
    self.docstring = docstring
  }
}

/// What the parser reports: Python's own class and words, or a feature that the cell language leaves out.
package struct SyntaxProblem: Error, Sendable {
  /// `SyntaxError`, `IndentationError` or `TabError`; `RecursionError` for what nests too deep.
  package let className: String
  package let message: String
  package let span: Span
  /// For what is valid Python but not in the cell language: what to write instead.
  package let insteadOfUnsupported: String?

  package init(className: String = "SyntaxError", message: String, span: Span, insteadOfUnsupported: String? = nil) {
    self.className = className
    self.message = message
    self.span = span
    self.insteadOfUnsupported = insteadOfUnsupported
  }
}
