import Arrays

/// Python functions applied to parts of arrays, and walks over elements.
extension ArrayFunction {
  static let iteration: [ArrayFunction] = [
    ArrayFunction("apply_along_axis", "func1d, axis, arr, *args, **kwargs") { a in try applyAlongAxis(a) },
    ArrayFunction("vectorize", "pyfunc, otypes=, doc=, excluded=, cache=, signature=") { a in
      try a.refuse(3, "excluded", instead: "use a lambda that holds these arguments")
      try a.refuse(5, "signature", instead: "loop over the arrays")
      var dtypes: [DType]?
      if let names = a[1].asString?.value {
        dtypes = try names.map { try a.interpreter.dtype(Value(String($0))) }
      } else if a.has(1) {
        dtypes = try a.interpreter.collect(a[1]).map { try a.interpreter.dtype($0) }
      }
      return vectorized(a[0], dtypes)
    },
    ArrayFunction("ndindex", "*shape") { a in
      let shape = try a.rest.count == 1 ? a.interpreter.shape(a.rest[0]) : a.rest.map { try a.interpreter.index($0) }
      var positions = Positions(try Dims(checking: shape))
      return .object(IteratorObject { _ in positions.next().map { Value($0) } })
    },
    ArrayFunction("ndenumerate", "arr") { a in
      let array = try a.array(0)
      var positions = Positions(array.shape)
      return .object(
        IteratorObject { _ in
          positions.next().map { position in
            let offset = zip(position, array.strides).reduce(0) { $0 + $1.0 * $1.1 }
            return Value(tuple: [Value(position), Value(array.scalar(atOffset: offset))])
          }
        })
    },
  ]

  private static func applyAlongAxis(_ a: borrowing Arguments) throws -> Value {
    let array = try a.array(2)
    let axis = try Axes.normalize(a.int(1), rank: array.rank)
    let moved = try array.moveAxis([axis], to: [array.rank - 1])
    let outer = Dims(moved.shape.dropLast())
    if outer.contains(0) {
      throw Raised.valueError("Cannot apply_along_axis when any iteration dimensions are 0")
    }
    var positions = Positions(outer)
    var results: [NDArray] = []
    while let position = positions.next() {
      let lane = try moved.get(position.map { .integer($0) })
      let result = try a.interpreter.call(a[0], [Value(lane)] + a.rest, keywords: a.keywords)
      results.append(try a.interpreter.asArray(result))
    }
    let inner = results[0].shape
    // The dtype is that of the first result, as NumPy's output is made for it.
    let stacked = try NDArray.stack(results.map { try $0.copy(as: results[0].dtype) }, axis: 0)
    let shaped = try stacked.reshape(Array(outer) + Array(inner))
    let sources = Array(outer.count..<outer.count + inner.count)
    let targets = Array(axis..<axis + inner.count)
    return Value(unwrapping: try shaped.moveAxis(sources, to: targets).copy())
  }

  /// What `np.vectorize` gives: a function that calls another one for every element of its broadcast arguments.
  private static func vectorized(_ function: Value, _ dtypes: [DType]?) -> Value {
    let name = function.asFunction?.code.qualifiedName ?? function.asNative?.name ?? "vectorize"
    return .object(
      NativeFunction(name, "*args, **kwargs") { a in
        if !a.keywords.isEmpty {
          throw Raised.unsupported("keyword arguments of a vectorized function are not supported: give positions")
        }
        let operands = try NDArray.broadcastArrays(a.rest.map { try a.interpreter.asArray($0) })
        guard let shape = operands.first?.shape else { throw Raised.valueError("args can not be empty") }
        if shape.contains(0), dtypes == nil {
          throw Raised.valueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        }
        // NumPy finds the results' dtypes by a call of its own, and then calls with Python's numbers.
        let found =
          try dtypes
          ?? parts(of: a.interpreter.call(function, operands.map { Value($0.scalar()) }))
          .map { try a.interpreter.asArray($0).dtype }
        var positions = Positions(shape)
        var columns = found.map { _ in [Value]() }
        var isTuple = false
        while let position = positions.next() {
          let arguments = operands.map { operand in
            Value(python: operand.scalar(atOffset: zip(position, operand.strides).reduce(0) { $0 + $1.0 * $1.1 }))
          }
          let result = try a.interpreter.call(function, arguments)
          isTuple = result.asTuple != nil
          for (index, part) in zip(columns.indices, parts(of: result)) { columns[index].append(part) }
        }
        let results = try zip(columns, found).map { column, dtype in
          let flat = try ArrayBuilder.array(of: Value(list: column), dtype: dtype, a.interpreter)
          return Value(try flat.reshape(Array(shape)))
        }
        return isTuple ? Value(tuple: results) : results[0]
      })
  }

  private static func parts(of result: Value) -> [Value] { result.asTuple?.elements ?? [result] }
}

/// All positions in a shape, the last axis fastest.
struct Positions {
  private let shape: Dims
  private var upcoming: Dims?

  init(_ shape: Dims) {
    self.shape = shape
    upcoming = shape.contains(0) ? nil : Dims(repeating: 0, count: shape.count)
  }

  mutating func next() -> Dims? {
    guard let position = upcoming else { return nil }
    var following = position
    var axis = shape.count - 1
    while axis >= 0 {
      following[axis] += 1
      if following[axis] < shape[axis] { break }
      following[axis] = 0
      axis -= 1
    }
    upcoming = axis < 0 ? nil : following
    return position
  }
}
