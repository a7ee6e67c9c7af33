/// Python's module `collections`.
package enum CollectionsModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "collections",
      [
        ("OrderedDict", .object(orderedDict)), ("defaultdict", .object(defaultDict)),
        ("Counter", .object(Counters.type)),
        ("deque", .object(DequeObject.classObject)), ("namedtuple", .object(NamedTuples.factory)),
      ], BuiltinModules.notOffered("collections", "ChainMap", "UserDict", "UserList", "UserString"))
  }

  static let defaultDict: TypeObject = TypeObject(
    "defaultdict", module: "collections", base: Types.dict, constructor: makeDefaultDict, definesOperators: true,
    attributes: table([
      property("default_factory") { value, _ in value.asDict?.defaultFactory ?? .none },
      method("__repr__", "/") { a in
        let dict = try a.dict
        let factory = try a.interpreter.representation(dict.defaultFactory ?? .none)
        let text = try a.interpreter.guarded(dict, "defaultdict(\(factory), {...})") {
          "defaultdict(\(factory), \(try a.interpreter.representation(.object(DictObject(dict.table)))))"
        }
        return Value(text)
      },
    ]))

  private static let makeDefaultDict: NativeFunction = NativeFunction(
    "defaultdict", "default_factory=, mapping=, /, **keywords"
  ) { a in
    guard a[0].isAbsent || a.interpreter.isCallable(a[0]) else {
      throw Raised.typeError("first argument must be callable or None")
    }
    let dict = SpecialDictObject(defaultDict, defaultFactory: a.given(0))
    try DictMethods.update(dict, a[1], a.keywords, a.interpreter)
    return .object(dict)
  }

  static let orderedDict: TypeObject = TypeObject(
    "OrderedDict", module: "collections", base: Types.dict, constructor: makeOrderedDict, definesOperators: true,
    attributes: table([
      method("__repr__", "/") { a in
        let dict = try a.dict
        if dict.table.count == 0 { return Value("OrderedDict()") }
        let text = try a.interpreter.guarded(dict, "...") {
          let pairs = dict.table.pairs.map { Value(tuple: [$0, $1]) }
          return "OrderedDict(\(try a.interpreter.representation(Value(list: pairs))))"
        }
        return Value(text)
      },
      method("move_to_end", "key, last=") { a in
        let dict = try a.dict
        guard let value = try dict.table.find(a[1], a.interpreter) else { throw Raised.keyError(a[1]) }
        if try a.bool(2, default: true) {
          _ = try dict.remove(a[1], a.interpreter)
          try dict.set(a[1], value, a.interpreter)
        } else {
          var table = HashTable<Value>()
          try table.set(a[1], value, a.interpreter)
          for (key, value) in dict.table.pairs where try !a.interpreter.equal(key, a[1]) {
            try table.set(key, value, a.interpreter)
          }
          dict.table = table
        }
        return .none
      },
      method("popitem", "last=") { a in
        let dict = try a.dict
        let isLast = try a.bool(1, default: true)
        guard let (key, value) = isLast ? dict.table.last : dict.table.pairs.first else {
          throw Raised.keyError(Value("dictionary is empty"))
        }
        _ = try dict.remove(key, a.interpreter)
        return Value(tuple: [key, value])
      },
    ]))

  private static let makeOrderedDict: NativeFunction = NativeFunction("OrderedDict", "mapping=, /, **keywords") { a in
    let dict = SpecialDictObject(orderedDict)
    try DictMethods.update(dict, a[0], a.keywords, a.interpreter)
    return .object(dict)
  }
}
