import Arrays

extension ArrayMethods {
  /// Properties of arrays and of NumPy's scalars.
  static let sharedProperties: [(String, Value)] = [
    property("ndim") { value, interpreter in .int(try interpreter.asArray(value).rank) },
    property("size") { value, interpreter in .int(try interpreter.asArray(value).count) },
    property("dtype") { value, interpreter in Value(try interpreter.asArray(value).dtype) },
    property("itemsize") { value, interpreter in .int(try interpreter.asArray(value).dtype.itemSize) },
    property("nbytes") { value, interpreter in
      let array = try interpreter.asArray(value)
      return .int(array.count * array.dtype.itemSize)
    },
    property("strides") { value, interpreter in
      let array = try interpreter.asArray(value)
      return Value(Dims(array.strides.map { $0 * array.dtype.itemSize }))
    },
    property("imag") { value, interpreter in
      let array = try interpreter.asArray(value).zerosLike()
      return value.asArray == nil ? Value(unwrapping: array) : Value(array)
    },
    property("data") { value, interpreter in
      throw Raised.unsupported("the attribute data is not supported: use tobytes() or tolist()")
    },
  ]

  static let properties: [String: Value] = table(
    sharedProperties,
    [
      property("shape") { value, interpreter in
        Value(try interpreter.asArray(value).shape)
      } set: { receiver, shape, interpreter in
        guard let object = receiver.asArray else { return }
        let result = try object.array.reshape(interpreter.shape(shape))
        guard result.storage === object.array.storage else {
          throw Raised.attributeError(
            "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.")
        }
        object.array = result
      },
      property("T") { value, interpreter in
        guard let object = value.asArray else { return value }
        return .object(ArrayObject(object.array.transposed, base: object.base ?? object))
      },
      property("real") { value, _ in value },
      property("base") { value, _ in value.asArray?.base.map { .object($0) } ?? .none },
      property("flags") { value, interpreter in .object(ArrayFlags(value, try interpreter.asArray(value))) },
      property("flat") { value, interpreter in
        guard let object = value.asArray else { return .none }
        return .object(FlatIterator(object))
      } set: { receiver, value, interpreter in
        guard let object = receiver.asArray else { return }
        try FlatIterator(object).set(.slice, value, interpreter)
      },
    ])
}
