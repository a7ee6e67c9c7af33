import Arrays

/// `x.flat`: the elements in C order, to be walked or indexed.
package final class FlatIterator: Object, @unchecked Sendable {
  private let array: ArrayObject
  private var position = 0

  init(_ array: ArrayObject) {
    self.array = array
    super.init(.host)
  }

  package override var type: TypeObject { FlatIterator.cls }

  /// Which elements an index of a flat iterator names.
  enum Key {
    case slice
    case index(Value)
  }

  /// The places, counted in C order, that the key names: the array of all places indexed by it.
  private func places(_ key: Key, _ interpreter: Interpreter) throws -> NDArray {
    let all = try NDArray.arange(.int64(0), .int64(Int64(array.array.count)))
    guard case .index(let index) = key else { return all }
    return try all.get(interpreter.arrayIndices(index))
  }

  func get(_ key: Value, _ interpreter: Interpreter) throws -> Value {
    Value(unwrapping: try array.array.take(places(.index(key), interpreter)))
  }

  func set(_ key: Key, _ value: Value, _ interpreter: Interpreter) throws {
    let places = try places(key, interpreter)
    if places.count > 0 { try array.array.put(places, interpreter.asElements(value, for: array.array)) }
  }

  private static let cls: TypeObject = TypeObject(
    "flatiter", module: "numpy",
    attributes: table([
      method("__getitem__", "key, /") { a in try of(a[0]).get(a[1], a.interpreter) },
      method("__setitem__", "key, value, /") { a in
        try of(a[0]).set(.index(a[1]), a[2], a.interpreter)
        return .none
      },
      method("__len__", "") { a in .int(try of(a[0]).array.array.count) },
      method("__iter__", "") { a in
        let array = try of(a[0]).array.array
        var place = 0
        return .object(
          IteratorObject { _ in
            if place >= array.count { return nil }
            defer { place += 1 }
            return Value(array.scalar(atOffset: array.offset(ofFlatIndex: place)))
          })
      },
      method("__next__", "") { a in
        let iterator = try of(a[0])
        let array = iterator.array.array
        guard iterator.position < array.count else { throw Raised.stopIteration() }
        defer { iterator.position += 1 }
        return Value(array.scalar(atOffset: array.offset(ofFlatIndex: iterator.position)))
      },
      method("copy", "") { a in Value(try of(a[0]).array.array.flatten()) },
      method("__array__", "dtype=") { a in Value(try of(a[0]).array.array.flatten()) },
      property("base") { value, _ in .object(try of(value).array) },
      property("index") { value, _ in .int(try of(value).position) },
    ]))

  private static func of(_ value: Value) throws -> FlatIterator {
    guard let iterator = value.object as? FlatIterator else {
      throw Raised.typeError("descriptor requires a 'numpy.flatiter' object")
    }
    return iterator
  }
}

extension Interpreter {
  /// What a built-in object's `__array__` gives; `nil` where it has none.
  func arrayInterface(_ value: Value) throws -> NDArray? {
    guard let method = value.type.lookUp("__array__") else { return nil }
    return try call(method, [value]).asArray?.array
  }
}
