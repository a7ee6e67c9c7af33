import Arrays

/// `np.linalg`: norms and powers, and what Gaussian elimination gives.
enum LinearAlgebraModule {
  static func make() -> ModuleObject {
    let module = ModuleObject("numpy.linalg")
    for function in functions {
      module.namespace[function.name] = .object(function.asFunction(named: function.name))
    }
    module.namespace["LinAlgError"] = .object(Exceptions.linAlgError)
    return module
  }

  private static let functions: [ArrayFunction] = [
    ArrayFunction("norm", "x, ord=, axis=, keepdims=") { a in
      Value(unwrapping: try a.array(0).norm(order(a[1], a.interpreter), axes: a.axes(2), keepDims: a.flag(3)))
    },
    ArrayFunction("matrix_power", "a, n") { a in
      let array = try a.array(0)
      try checkSquare(array)
      let exponent = try a.int(1)
      if exponent < 0 {
        throw Raised.unsupported("np.linalg.matrix_power with a negative exponent is not supported")
      }
      var (power, rest) = (array, exponent)
      var result: NDArray?
      while rest > 0 {
        if rest & 1 == 1 { result = try result.map { try NDArray.matmul($0, power) } ?? power }
        rest >>= 1
        if rest > 0 { power = try NDArray.matmul(power, power) }
      }
      guard let result else {
        let identity = try NDArray.eye(array.shape[array.rank - 1], dtype: array.dtype)
        return Value(try identity.broadcast(to: Array(array.shape)).copy())
      }
      return Value(try result.copy())
    },
    ArrayFunction("multi_dot", "arrays, *, out=") { a in
      let arrays = try a.arrays(0)
      guard var result = arrays.first, arrays.count > 1 else {
        throw Raised.valueError("Expecting at least two arrays.")
      }
      for array in arrays.dropFirst() { result = try NDArray.dot(result, array) }
      return Value(unwrapping: result)
    },
  ]

  private static func order(_ value: Value, _ interpreter: Interpreter) throws -> NormOrder {
    if value.isAbsent { return .standard }
    guard let name = value.asString?.value else { return .number(try interpreter.double(value)) }
    if name == "fro" || name == "f" { return .frobenius }
    if name == "nuc" { throw Raised.unsupported("the nuclear norm is not supported") }
    throw Raised.valueError("Invalid norm order for matrices.")
  }

  private static func checkSquare(_ array: NDArray) throws {
    if array.rank < 2 {
      throw Raised(
        Exceptions.linAlgError,
        "\(array.rank)-dimensional array given. Array must be at least two-dimensional")
    }
    if array.shape[array.rank - 1] != array.shape[array.rank - 2] {
      throw Raised(Exceptions.linAlgError, "Last 2 dimensions of the array must be square")
    }
  }
}
