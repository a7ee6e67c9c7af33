/// A dict with a class of its own: `collections.OrderedDict`, `defaultdict`, `Counter`.
package final class SpecialDictObject: DictObject, @unchecked Sendable {
  private let cls: TypeObject

  init(_ cls: TypeObject, _ table: HashTable<Value> = HashTable(), defaultFactory: Value? = nil) {
    self.cls = cls
    super.init(table, defaultFactory: defaultFactory)
  }

  package override var type: TypeObject { cls }

  override func copied() -> DictObject { SpecialDictObject(cls, table, defaultFactory: defaultFactory) }
}

/// A tuple with named fields: what a class that `collections.namedtuple` made gives.
package final class RecordObject: TupleObject, @unchecked Sendable {
  private let cls: TypeObject

  init(_ cls: TypeObject, _ elements: [Value]) {
    self.cls = cls
    super.init(elements)
  }

  package override var type: TypeObject { cls }
}

extension Value {
  /// A dict or tuple whose class has operators of its own.
  var isSpecialContainer: Bool {
    guard case .object(let object) = self, object.kind == .dict || object.kind == .tuple else { return false }
    return object.type.definesOperators
  }
}
