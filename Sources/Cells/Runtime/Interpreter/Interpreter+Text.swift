import Arrays
import BigInt

extension Interpreter {
  /// Python's `repr(value)`.
  /// - Throws: what a class's own `__repr__` raises; `ValueError` for an integer of more than 4300 digits.
  package func representation(_ value: Value) throws -> String {
    switch value {
    case .bool(let value): return value ? "True" : "False"
    case .int(let value): return String(value)
    case .float(let value): return FloatFormat.repr(value)
    case .npBool(let value): return Scalar.bool(value).representation(style)
    case .npUInt8(let value): return Scalar.uint8(value).representation(style)
    case .npInt64(let value): return Scalar.int64(Int64(value)).representation(style)
    case .npFloat32(let value): return Scalar.float32(value).representation(style)
    case .npFloat64(let value): return Scalar.float64(value).representation(style)
    case .none: return "None"
    case .ellipsis: return "Ellipsis"
    case .notImplemented: return "NotImplemented"
    case .undefined: return "<undefined>"
    case .object(let object): return try representation(object, value)
    }
  }

  /// Python's `str(value)`.
  package func text(_ value: Value) throws -> String {
    switch value {
    case .npBool(let value): return Scalar.bool(value).text(style)
    case .npUInt8(let value): return Scalar.uint8(value).text(style)
    case .npInt64(let value): return Scalar.int64(Int64(value)).text(style)
    case .npFloat32(let value): return Scalar.float32(value).text(style)
    case .npFloat64(let value): return Scalar.float64(value).text(style)
    case .object(let object):
      switch object.kind {
      case .string: return unsafeDowncast(object, to: StringObject.self).value
      case .array: return try unsafeDowncast(object, to: ArrayObject.self).array.text(printOptions)
      case .dtype: return unsafeDowncast(object, to: DTypeObject.self).dtype.name
      case .instance, .exception, .host:
        if let method = userMethod(value, "__str__") { return try callForText(method, value, "__str__") }
        if let exception = value.asException { return try message(of: exception) }
        // Python calls `__repr__` in the place of `__str__`, and its messages say so.
        if let method = userMethod(value, "__repr__") { return try callForText(method, value, "__str__") }
        return try representation(object, value)
      case .native:
        return try (object as? DispatchedFunction)?.textOfBuiltin ?? representation(object, value)
      default: return try representation(object, value)
      }
    default: return try representation(value)
    }
  }

  /// Python's `ascii(value)`: the representation with everything that is not ASCII escaped.
  package func ascii(_ value: Value) throws -> String {
    TextLiteral.escapingNonASCII(try representation(value))
  }

  /// What `object.__repr__` gives: `<__main__.Layer object at 0x7f0123456789>`.
  package func defaultRepresentation(_ object: Object) -> String {
    let cls = object.type
    return "<\(classPath(cls)) object at \(address(of: object))>"
  }

  /// An object's address as Python writes it.
  package func address(of object: Object) -> String {
    if let part = object as? FigurePartObject { return part.partAddress }
    return "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16)
  }

  /// What `str(exception)` gives where the class has no `__str__` of its own.
  package func message(of exception: ExceptionObject) throws -> String {
    let arguments = exception.arguments
    switch arguments.count {
    case 0: return ""
    case 1:
      return exception.cls.isSubclass(of: Exceptions.keyError)
        ? try representation(arguments[0]) : try text(arguments[0])
    case 2 where exception.cls.isSubclass(of: Exceptions.osError):
      return "[Errno \(try text(arguments[0]))] \(try text(arguments[1]))"
    default: return try representation(Value(tuple: arguments))
    }
  }

  func callForText(_ method: Value, _ value: Value, _ name: String) throws -> String {
    let result = try call(method, [value])
    guard let text = result.asString else {
      throw Raised.typeError("\(name) returned non-string (type \(typeName(result)))")
    }
    return text.value
  }

  /// `int`, `numpy.ndarray`, `__main__.make.<locals>.Layer`.
  private func classPath(_ cls: TypeObject) -> String {
    guard cls.isUserDefined, let name = cls.attributes["__qualname__"]?.asString else { return cls.qualifiedName }
    return cls.moduleName.map { "\($0).\(name.value)" } ?? name.value
  }

  private func representation(_ object: Object, _ value: Value) throws -> String {
    try tickOnce()
    if value.isSpecialContainer, let method = userMethod(value, "__repr__") {
      return try callForText(method, value, "__repr__")
    }
    switch object.kind {
    case .string: return TextLiteral.of(unsafeDowncast(object, to: StringObject.self).value)
    case .bytes: return TextLiteral.of(unsafeDowncast(object, to: BytesObject.self).value)
    case .bigInt: return try IntegerText.decimal(unsafeDowncast(object, to: BigIntObject.self).value)
    case .tuple, .list, .dict, .set, .dictView, .slice: return try containerRepresentation(object)
    case .range:
      let range = unsafeDowncast(object, to: RangeObject.self)
      return "range(\(range.start), \(range.stop)\(range.step == 1 ? "" : ", \(range.step)"))"
    case .array: return try unsafeDowncast(object, to: ArrayObject.self).array.representation(printOptions)
    case .dtype: return "dtype('\(unsafeDowncast(object, to: DTypeObject.self).dtype.name)')"
    case .instance, .exception:
      if let method = userMethod(value, "__repr__") { return try callForText(method, value, "__repr__") }
      if let exception = value.asException {
        return try guarded(object, "...") {
          let arguments = try exception.arguments.map(representation).joined(separator: ", ")
          return "\(exception.cls.name)(\(arguments))"
        }
      }
      return defaultRepresentation(object)
    case .type: return "<class '\(classPath(unsafeDowncast(object, to: TypeObject.self)))'>"
    case .module: return "<module '\(unsafeDowncast(object, to: ModuleObject.self).name)'>"
    case .function, .native, .boundMethod, .classMethod, .staticMethod, .superProxy, .generator:
      return try callableRepresentation(object)
    case .property, .iterator, .cell: return defaultRepresentation(object)
    case .host:
      // Objects of further built-in classes say themselves how they look.
      for cls in object.type.resolutionOrder where cls !== Types.object {
        if let method = cls.attributes["__repr__"] { return try callForText(method, value, "__repr__") }
      }
      return defaultRepresentation(object)
    }
  }

  private func callableRepresentation(_ object: Object) throws -> String {
    switch object.kind {
    case .function:
      let function = unsafeDowncast(object, to: FunctionObject.self)
      return "<function \(function.code.qualifiedName) at \(address(of: object))>"
    case .native:
      let function = unsafeDowncast(object, to: NativeFunction.self)
      if let method = function.type.attributes["__repr__"] {
        return try callForText(method, .object(object), "__repr__")
      }
      guard function.type === Types.builtinFunction else {
        return "<function \(function.name) at \(address(of: object))>"
      }
      guard function.isMethod else { return "<built-in function \(function.name)>" }
      let owner = Types.owner(of: function)?.name ?? "object"
      return "<method '\(function.name)' of '\(owner)' objects>"
    case .boundMethod:
      let method = unsafeDowncast(object, to: BoundMethod.self)
      if let native = method.function.asNative {
        let type = typeName(method.receiver)
        let address = address(of: method.receiver.object ?? object)
        return "<built-in method \(native.name) of \(type) object at \(address)>"
      }
      let name = method.function.asFunction?.code.qualifiedName ?? "?"
      return "<bound method \(name) of \(try representation(method.receiver))>"
    case .classMethod, .staticMethod:
      let wrapper = unsafeDowncast(object, to: MethodWrapper.self)
      return "<\(wrapper.type.name)(\(try representation(wrapper.function)))>"
    case .superProxy:
      let proxy = unsafeDowncast(object, to: SuperProxy.self)
      let cls = proxy.receiver.asType ?? proxy.receiver.type
      return "<super: <class '\(proxy.start.name)'>, <\(cls.name) object>>"
    default:
      let name = unsafeDowncast(object, to: GeneratorObject.self).function.code.qualifiedName
      return "<generator object \(name) at \(address(of: object))>"
    }
  }
}

extension Types {
  /// The built-in class that a method belongs to.
  static func owner(of method: NativeFunction) -> TypeObject? {
    let candidates = [
      int, float, string, bytes, tuple, list, range, slice, dict, set, frozenset, generator, ndarray, npGeneric,
      Exceptions.baseException, object, type,
    ]
    return candidates.first { $0.attributes[method.name]?.asNative === method }
  }
}
