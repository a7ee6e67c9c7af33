import Arrays

/// One of NumPy's functions: `np.sum`, and where it is a method too, `x.sum`. Both have the same body, since a method's
/// receiver is the function's first argument.
struct ArrayFunction: @unchecked Sendable {
  /// Where the function is found.
  enum Reach: Sendable {
    /// `np.zeros`
    case module
    /// `x.tolist`
    case method
    /// `np.sum` and `x.sum`
    case both
  }

  let name: String
  /// Older names, under which the module has functions of their own that do the same: `amax` of `max`.
  let aliases: [String]
  let signature: String
  let reach: Reach
  let quick: NativeFunction.Quick?
  let body: NativeFunction.Body

  init(
    _ name: String, _ signature: String, _ reach: Reach = .module, aliases: [String] = [],
    quick: NativeFunction.Quick? = nil, _ body: @escaping NativeFunction.Body
  ) {
    self.name = name
    self.signature = signature
    self.reach = reach
    self.aliases = aliases
    self.quick = quick
    self.body = body
  }

  /// All of them, by topic.
  static let all: [ArrayFunction] = [
    creation, grids, shaping, joining, padding, reductions, statistics, cumulative, elementwise, logic, selection,
    sorting, sets, linear, types, iteration, text, floatErrors, files,
  ].flatMap { $0 }

  /// The module's functions. Each call makes new ones: once for each session.
  static func install(in namespace: Namespace) {
    for function in all where function.reach != .method {
      for name in [function.name] + function.aliases { namespace[name] = .object(function.asFunction(named: name)) }
    }
    for (alias, name) in [("row_stack", "vstack"), ("conj", "conjugate")] { namespace[alias] = namespace[name] }
  }

  /// The methods of arrays, which NumPy's scalars have too.
  static let methods: [String: Value] = {
    var result: [String: Value] = [:]
    for function in all where function.reach != .module { result[function.name] = function.asMethod }
    return result
  }()

  /// The function as a module has it.
  func asFunction(named name: String) -> NativeFunction {
    if let (operands, results) = ArrayFunction.universal[name] {
      return UniversalFunction(self, operands: operands, results: results)
    }
    if ArrayFunction.inC.contains(name) { return NativeFunction(name, signature, wording: .numpy, quick: quick, body) }
    if isPlainPython { return NativeFunction(name, signature, wording: .python, quick: quick, body) }
    return DispatchedFunction(name, signature, wording: name == "result_type" ? .numpy : .python, quick: quick, body)
  }

  /// Functions that are written in C in NumPy, read their arguments there, and dispatch nothing.
  private static let inC: Set<String> = [
    "array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "empty", "zeros", "fromiter", "arange",
    "promote_types",
  ]

  /// Those that NumPy has among its ufuncs, with the numbers of their operands and results.
  private static let universal: [String: (operands: Int, results: Int)] = [
    "matmul": (2, 1), "conjugate": (1, 1), "divmod": (2, 2), "modf": (1, 2),
  ]

  /// A function of Python that only arrays of NumPy's own are given to.
  private var isPlainPython: Bool { name.hasPrefix("assert_") || DispatchedFunction.exceptions.contains(name) }

  /// The function without its first parameter, which is the receiver.
  private var asMethod: Value {
    let parameters = signature.split(separator: ",").dropFirst().joined(separator: ",")
    return .object(NativeFunction(name, parameters, isMethod: true, wording: .numpy, quick: quick, body))
  }
}
