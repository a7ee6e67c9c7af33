/// Python's module `abc`: classes that say which methods others must write.
package enum AbstractClassModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "abc",
      [
        ("ABC", .object(base)),
        function("abstractmethod", "funcobj") { a in
          a[0].asFunction?.attributes[mark] = .bool(true)
          return a[0]
        },
        function("abstractproperty", "fget") { a in
          a[0].asFunction?.attributes[mark] = .bool(true)
          return .object(PropertyObject(getFunction: a[0], setFunction: .none))
        },
      ], BuiltinModules.notOffered("abc", "ABCMeta"))
  }

  static let base: TypeObject = TypeObject("ABC", module: "abc")
  private static let mark = "__isabstractmethod__"

  /// The names that a class leaves to others, sorted.
  static func abstractNames(of cls: TypeObject) -> [String] {
    let names = Set(cls.resolutionOrder.flatMap { $0.isUserDefined ? Array($0.attributes.keys) : [] })
    return names.filter { name in cls.lookUp(name).map(isAbstract) ?? false }.sorted()
  }

  private static func isAbstract(_ value: Value) -> Bool {
    if let property = value.asProperty { return isAbstract(property.getFunction) }
    if let wrapper = value.object as? MethodWrapper { return isAbstract(wrapper.function) }
    return value.asFunction?.attributes[mark] != nil
  }
}

extension Interpreter {
  /// - Throws: `TypeError` for a class that inherits from `ABC` and still lacks methods.
  func checkIsConcrete(_ cls: TypeObject) throws {
    guard cls.isSubclass(of: AbstractClassModule.base) else { return }
    let names = AbstractClassModule.abstractNames(of: cls)
    if names.isEmpty { return }
    throw Raised.typeError(
      "Can't instantiate abstract class \(cls.name) with abstract method\(names.count == 1 ? "" : "s") "
        + names.joined(separator: ", "))
  }
}
