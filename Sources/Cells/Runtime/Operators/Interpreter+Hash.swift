import BigInt

extension Interpreter {
  /// Python's `hash`: CPython's values for numbers and tuples, so that sets of them have CPython's order.
  /// - Throws: `TypeError` "unhashable type: 'list'".
  package func hash(_ value: Value) throws -> Int {
    switch value {
    case .bool(let flag), .npBool(let flag): return flag ? 1 : 0
    case .int(let number), .npInt64(let number): return Interpreter.hash(integer: number)
    case .npUInt8(let number): return Int(number)
    case .float(let number), .npFloat64(let number): return Interpreter.hash(real: number)
    case .npFloat32(let number): return Interpreter.hash(real: Double(number))
    case .none: return 0xfca86420
    case .ellipsis: return 0x1234567
    case .notImplemented, .undefined: return 0x7654321
    case .object(let object): return try hash(object)
    }
  }

  private func hash(_ object: Object) throws -> Int {
    let value = Value.object(object)
    switch object.kind {
    case .string: return Interpreter.hash(text: unsafeDowncast(object, to: StringObject.self).value)
    case .bytes:
      let bytes = unsafeDowncast(object, to: BytesObject.self).value
      return bytes.isEmpty ? 0 : bytes.hashValue
    case .bigInt:
      let big = unsafeDowncast(object, to: BigIntObject.self).value
      let remainder = Int(big.magnitude % BigUInt(Interpreter.modulus))
      return Interpreter.avoidingMinusOne(big < 0 ? -remainder : remainder)
    case .tuple: return try nested { try hash(tuple: unsafeDowncast(object, to: TupleObject.self).elements) }
    case .range:
      let range = unsafeDowncast(object, to: RangeObject.self)
      let count = range.count
      return try hash(tuple: [
        .int(count), count > 0 ? .int(range.start) : .none, count > 1 ? .int(range.step) : .none,
      ])
    case .set where unsafeDowncast(object, to: SetObject.self).isFrozen:
      return try nested { try hash(frozenSet: unsafeDowncast(object, to: SetObject.self).table.elements) }
    case .list, .dict, .set, .array, .dictView, .slice:
      throw Raised.typeError("unhashable type: '\(typeName(value))'")
    case .dtype: return Int(unsafeDowncast(object, to: DTypeObject.self).dtype.rawValue)
    default:
      if let method = userMethod(value, "__hash__") {
        let result = try call(method, [value])
        guard result.bigInteger != nil else { throw Raised.typeError("__hash__ method should return an integer") }
        return try hash(result)
      }
      if userMethod(value, "__eq__") != nil { throw Raised.typeError("unhashable type: '\(typeName(value))'") }
      return ObjectIdentifier(object).hashValue
    }
  }

  /// Differs from run to run, as in Python, but for that of the empty text.
  package static func hash(text: String) -> Int { text.isEmpty ? 0 : text.hashValue }

  /// 2^61 - 1: numbers are hashed modulo this prime, so that equal ones of any kind have equal hashes.
  private static let modulus = (1 << 61) - 1

  private static func avoidingMinusOne(_ hash: Int) -> Int { hash == -1 ? -2 : hash }

  static func hash(integer: Int) -> Int {
    avoidingMinusOne(integer < 0 ? -Int(integer.magnitude % UInt(modulus)) : integer % modulus)
  }

  /// `_Py_HashDouble` (Python/pyhash.c).
  private static func hash(real: Double) -> Int {
    if real.isInfinite { return real > 0 ? 314159 : -314159 }
    if real.isNaN || real == 0 { return 0 }
    // The significand in [0.5, 1), 28 bits at a time.
    var exponent = Int(real.exponent) + 1
    var significand = real.significand / 2
    var result: UInt = 0
    while significand != 0 {
      result = (result << 28) & UInt(modulus) | result >> 33
      significand *= 268435456
      exponent -= 28
      let digit = UInt(significand)
      significand -= Double(digit)
      result += digit
      if result >= UInt(modulus) { result -= UInt(modulus) }
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
    result = (result << UInt(exponent)) & UInt(modulus) | result >> UInt(61 - exponent)
    return avoidingMinusOne(real < 0 ? -Int(result) : Int(result))
  }

  /// CPython's variant of xxHash (Objects/tupleobject.c).
  private func hash(tuple elements: [Value]) throws -> Int {
    var result: UInt = 2_870_177_450_012_600_261
    for element in elements {
      result &+= UInt(bitPattern: try hash(element)) &* 14_029_467_366_897_019_727
      result = result << 31 | result >> 33
      result &*= 11_400_714_785_074_694_791
    }
    result &+= UInt(elements.count) ^ (2_870_177_450_012_600_261 ^ 3_527_539)
    return result == UInt.max ? 1_546_275_796 : Int(bitPattern: result)
  }

  /// `frozenset_hash` (Objects/setobject.c): the same in any order.
  private func hash(frozenSet elements: [Value]) throws -> Int {
    var result: UInt = 0
    for element in elements {
      let hash = UInt(bitPattern: try hash(element))
      result ^= ((hash ^ 89_869_747) ^ (hash << 16)) &* 3_644_798_167
    }
    result ^= (UInt(elements.count) + 1) &* 1_927_868_237
    result ^= (result >> 11) ^ (result >> 25)
    result = result &* 69069 &+ 907_133_923
    return result == UInt.max ? 590_923_713 : Int(bitPattern: result)
  }
}
