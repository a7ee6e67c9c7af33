#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A statement in a loop inside a function, as `timeit` makes it: what the statement assigns are variables of that
/// function.
struct TimedLoop {
  private static let template = """
    def inner(_it, _timer):
        setup
        _t0 = _timer()
        for _i in _it:
            stmt
        _t1 = _timer()
        return _t1 - _t0
    """

  private let function: FunctionObject
  private let interpreter: Interpreter
  /// In seconds.
  let compileTime: Double

  /// - Parameter setup: runs once before the loop; `nil` for a line command.
  /// - Throws: `SyntaxError` where the statement or the setup does not parse.
  init(setup: String?, _ statement: String, _ call: MagicCall) throws {
    interpreter = call.interpreter
    let start = TimeModule.nanoseconds(CLOCK_MONOTONIC)
    let module = call.module
    let source = Source(name: "<magic-timeit>", setup.map { $0 + "\n" + statement } ?? statement)
    let body: [Statement]
    let setupCount: Int
    let code: CodeObject
    do throws(SyntaxProblem) {
      setupCount =
        try setup.map { text throws(SyntaxProblem) in
          try Parser.parse(Source(name: source.name, text)).body.count
        } ?? 0
      body = try Parser.parse(source).body
    } catch {
      throw Raised(syntaxError: error, in: source)
    }
    let filled = try TimedLoop.filled(setup: Array(body.prefix(setupCount)), Array(body.dropFirst(setupCount)))
    do {
      code = try Compiler.compile(
        Module(source: source, body: [filled], docstring: nil), namespace: module.namespace, showsValue: false)
    } catch let problem as SyntaxProblem {
      throw Raised(syntaxError: problem, in: source)
    }
    guard let inner = code.functions.first else { throw Raised.runtimeError("no function to time") }
    function = FunctionObject(code: inner, module: module, defaults: [], keywordDefaults: [], closure: [])
    compileTime = Double(TimeModule.nanoseconds(CLOCK_MONOTONIC) - start) / 1e9
  }

  private static func filled(setup: [Statement], _ statements: [Statement]) throws -> Statement {
    let template = try Parser.parse(Source(name: "<magic-timeit>", template), mode: .file).body[0]
    guard case .function(let definition) = template.kind, definition.body.count == 5,
      case .forLoop(let target, let iterable, _, let otherwise) = definition.body[2].kind
    else { return template }
    let loop = Statement(.forLoop(target, in: iterable, statements, else: otherwise), definition.body[2].span)
    let body = setup + [definition.body[1], loop, definition.body[3], definition.body[4]]
    return Statement(
      .function(
        FunctionDefinition(
          name: definition.name, parameters: definition.parameters, body: body, decorators: [], returnAnnotation: nil,
          docstring: nil)), template.span)
  }

  private static let timer: NativeFunction = NativeFunction("timer", "/") { _ in
    .int(TimeModule.nanoseconds(CLOCK_MONOTONIC))
  }

  /// How long so many rounds take.
  func seconds(_ count: Int) throws -> Double {
    let range = Value.object(try RangeObject(start: 0, stop: count, step: 1))
    let time = try interpreter.call(.object(function), [range, .object(Self.timer)])
    return try interpreter.double(time) / 1e9
  }
}
