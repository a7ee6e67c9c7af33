extension Arguments {
  /// The object that a method was called on.
  /// - Throws: `TypeError` "descriptor 'append' for 'list' objects doesn't apply to a 'int' object".
  private func receiver<T: Object>(_ object: T?, _ type: String) throws -> T {
    if let object { return object }
    throw Raised.typeError(
      "descriptor '\(function.name)' for '\(type)' objects doesn't apply to a '\(interpreter.typeName(self[0]))' object"
    )
  }

  var list: ListObject { get throws { try receiver(self[0].asList, "list") } }
  var tuple: TupleObject { get throws { try receiver(self[0].asTuple, "tuple") } }
  var dict: DictObject { get throws { try receiver(self[0].asDict, "dict") } }
  var set: SetObject { get throws { try receiver(self[0].asSet, "set") } }
  var range: RangeObject { get throws { try receiver(self[0].asRange, "range") } }
  var slice: SliceObject { get throws { try receiver(self[0].asSlice, "slice") } }
  var view: DictView { get throws { try receiver(self[0].asDictView, "dict_keys") } }
  var generator: GeneratorObject { get throws { try receiver(self[0].asGenerator, "generator") } }
  var exception: ExceptionObject { get throws { try receiver(self[0].asException, "BaseException") } }

  /// An object of a further built-in class.
  func host<T: Object>(_ type: T.Type) throws -> T { try receiver(self[0].object as? T, "\(T.self)") }

  /// Where a search in a sequence starts and stops: `list.index(x, start, stop)`.
  func bounds(from first: Int, count: Int) throws -> Range<Int> {
    func clamped(_ index: Int, _ value: Int) throws -> Int {
      guard has(index), let bound = try interpreter.sliceBound(of: self[index]) else { return value }
      return Swift.min(Swift.max(bound < 0 ? bound + count : bound, 0), count)
    }
    let start = try clamped(first, 0)
    return start..<Swift.max(try clamped(first + 1, count), start)
  }
}

extension ModuleObject {
  convenience init(_ name: String, _ tables: [(String, Value)]...) {
    self.init(name, Namespace())
    namespace["__name__"] = Value(name)
    for (name, value) in tables.joined() { namespace[name] = value }
  }
}
