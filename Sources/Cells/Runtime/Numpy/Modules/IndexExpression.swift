import Arrays

/// `np.s_[...]`, `np.mgrid[...]` and their kin: objects whose subscripts make arrays.
package final class IndexExpression: Object, @unchecked Sendable {
  private let body: (Value, Interpreter) throws -> Value
  private let cls: TypeObject

  private init(_ cls: TypeObject, _ body: @escaping (Value, Interpreter) throws -> Value) {
    self.cls = cls
    self.body = body
    super.init(.host)
  }

  package override var type: TypeObject { cls }

  private static func cls(_ name: String) -> TypeObject {
    TypeObject(
      name, module: "numpy.lib.index_tricks", isWrittenInPython: true,
      attributes: table([
        method("__getitem__", "key, /") { a in
          guard let expression = a[0].object as? IndexExpression else { return .none }
          return try expression.body(a[1], a.interpreter)
        }
      ]))
  }

  private static let (expression, meshGrid, openGrid) = (cls("IndexExpression"), cls("MGridClass"), cls("OGridClass"))
  private static let (rows, columns) = (cls("RClass"), cls("CClass"))

  static var all: [(String, Value)] {
    [
      ("s_", .object(IndexExpression(expression) { key, _ in key })),
      ("index_exp", .object(IndexExpression(expression) { key, _ in key.asTuple == nil ? Value(tuple: [key]) : key })),
      ("mgrid", .object(IndexExpression(meshGrid) { try grid($0, $1, sparse: false) })),
      ("ogrid", .object(IndexExpression(openGrid) { try grid($0, $1, sparse: true) })),
      (
        "r_",
        .object(
          IndexExpression(rows) { key, interpreter in
            Value(try NDArray.concatenate(parts(key, interpreter).map { try $0.atLeast(rank: 1) }))
          })
      ),
      (
        "c_",
        .object(
          IndexExpression(columns) { key, interpreter in
            let columns = try parts(key, interpreter).map { try $0.rank < 2 ? $0.reshape([-1, 1]) : $0 }
            return Value(try NDArray.concatenate(columns, axis: -1))
          })
      ),
    ]
  }

  /// A grid of coordinates, an axis for each slice.
  private static func grid(_ key: Value, _ interpreter: Interpreter, sparse: Bool) throws -> Value {
    guard let slices = key.asTuple?.elements else { return Value(try numbers(key, interpreter)) }
    let vectors = try slices.map { try numbers($0, interpreter) }
    let dtype = try DType.result(of: vectors)
    let grids = try NDArray.meshgrid(vectors.map { try $0.copy(as: dtype) }, indexing: .ij, sparse: sparse)
    return try sparse ? Value(list: grids.map { Value($0) }) : Value(NDArray.stack(grids))
  }

  /// The numbers that a slice names, as `np.arange` gives them.
  private static func numbers(_ slice: Value, _ interpreter: Interpreter) throws -> NDArray {
    guard let slice = slice.asSlice else { return try interpreter.asArray(slice).atLeast(rank: 1) }
    guard let stop = slice.stop.scalar else { throw Raised.typeError("the slice needs a stop") }
    return try NDArray.arange(slice.start.scalar ?? .int64(0), stop, step: slice.step.scalar ?? .int64(1))
  }

  private static func parts(_ key: Value, _ interpreter: Interpreter) throws -> [NDArray] {
    let parts = try (key.asTuple?.elements ?? [key]).map { part in
      if part.asString != nil {
        throw Raised.unsupported("texts in np.r_ and np.c_ are not supported: use np.concatenate or np.stack")
      }
      // A scalar counts in the common dtype only as much as its value needs; an array without axes is an array.
      return try part.scalar.map { try NDArray($0) } ?? numbers(part, interpreter)
    }
    let dtype = try DType.result(of: parts)
    return try parts.map { try $0.dtype == dtype ? $0 : $0.copy(as: dtype) }
  }
}
