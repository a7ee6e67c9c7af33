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
  /// Older or shorter names of the same function in the module: `amax` of `max`.
  let aliases: [String]
  let signature: String
  let reach: Reach
  let body: NativeFunction.Body

  init(
    _ name: String, _ signature: String, _ reach: Reach = .module, aliases: [String] = [],
    _ body: @escaping NativeFunction.Body
  ) {
    self.name = name
    self.signature = signature
    self.reach = reach
    self.aliases = aliases
    self.body = body
  }

  /// All of them, by topic.
  static let all: [ArrayFunction] = [
    creation, grids, shaping, joining, padding, reductions, statistics, cumulative, elementwise, logic, selection,
    sorting, sets, linear, types, iteration, text, floatErrors,
  ].flatMap { $0 }

  /// The module's functions. Each call makes new ones: once for each session.
  static func install(in namespace: Namespace) {
    for function in all where function.reach != .method {
      let value = Value.object(function.asFunction)
      for name in [function.name] + function.aliases { namespace[name] = value }
    }
  }

  /// The methods of arrays, which NumPy's scalars have too.
  static let methods: [String: Value] = {
    var result: [String: Value] = [:]
    for function in all where function.reach != .module { result[function.name] = function.asMethod }
    return result
  }()

  /// Functions that are written in C in NumPy, and read their arguments there.
  private static let inC: Set<String> = [
    "array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "empty", "zeros", "fromiter", "arange",
    "promote_types", "result_type", "matmul",
  ]

  /// The function as a module has it.
  var asFunction: NativeFunction {
    NativeFunction(name, signature, wording: ArrayFunction.inC.contains(name) ? .numpy : .python, body)
  }

  /// The function without its first parameter, which is the receiver.
  private var asMethod: Value {
    let parameters = signature.split(separator: ",").dropFirst().joined(separator: ",")
    return .object(NativeFunction(name, parameters, isMethod: true, wording: .numpy, body))
  }
}
