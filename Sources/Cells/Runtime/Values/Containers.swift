/// A `tuple`; its subclass `RecordObject` is a named one.
package class TupleObject: Object, @unchecked Sendable {
  package final let elements: [Value]

  package init(_ elements: [Value]) {
    self.elements = elements
    super.init(.tuple)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(elements) } }

  package override var type: TypeObject { Types.tuple }
  package static let empty = TupleObject([])
}

package final class ListObject: Object, @unchecked Sendable {
  package var elements: [Value]

  package init(_ elements: [Value] = []) {
    self.elements = elements
    super.init(.list)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(elements) } }

  package override var type: TypeObject { Types.list }
}

/// A `dict`; its subclass `SpecialDictObject` stands for those of `collections`.
package class DictObject: Object, @unchecked Sendable {
  package final var table: HashTable<Value> { didSet { onChange?(table) } }
  /// A `defaultdict`'s maker of missing values; `nil` for a plain dict.
  package final let defaultFactory: Value?
  /// Hands changes on to what the dict shows: an object's `__dict__`, a module's names.
  package final var onChange: ((HashTable<Value>) -> Void)?

  package init(_ table: HashTable<Value> = HashTable(), defaultFactory: Value? = nil) {
    self.table = table
    self.defaultFactory = defaultFactory
    super.init(.dict)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(table) } }

  package override var type: TypeObject { Types.dict }

  /// A dict of the same class with the same pairs.
  func copied() -> DictObject { DictObject(table) }

  /// The dict in a register, where it is a plain one.
  @inline(__always)
  static func isPlain(_ register: UnsafeMutablePointer<Value>) -> Bool {
    guard register.tag == ValueLayout.object, register.rawObject.kind == .dict else { return false }
    return register.rawObject.borrow(as: DictObject.self) {
      Swift.type(of: $0) == DictObject.self && $0.onChange == nil
    }
  }

  /// The value under a text key.
  package final subscript(name: String) -> Value? { table.find(name: name) }
}

/// `set` and, where it cannot be changed, `frozenset`.
package final class SetObject: Object, @unchecked Sendable {
  package var table: SetTable
  package let isFrozen: Bool

  package init(_ table: SetTable = SetTable(), isFrozen: Bool = false) {
    self.table = table
    self.isFrozen = isFrozen
    super.init(.set)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(table) } }

  package override var type: TypeObject { isFrozen ? Types.frozenset : Types.set }
}

/// `range(start, stop, step)`; `step` is never zero, and the numbers can be counted with 64 bits.
package final class RangeObject: Object, @unchecked Sendable {
  package let start: Int
  package let stop: Int
  package let step: Int
  package let count: Int

  /// - Throws: `NotImplementedError` for more numbers than `Int` counts.
  package init(start: Int, stop: Int, step: Int) throws {
    let distance = step > 0 ? UInt(bitPattern: stop &- start) : UInt(bitPattern: start &- stop)
    let isEmpty = step > 0 ? start >= stop : start <= stop
    guard let count = Int(exactly: isEmpty ? 0 : (distance - 1) / step.magnitude + 1) else {
      throw RangeObject.tooLarge
    }
    self.start = start
    self.stop = stop
    self.step = step
    self.count = count
    super.init(.range)
  }

  package override var type: TypeObject { Types.range }

  package subscript(index: Int) -> Int { start &+ index &* step }

  static var tooLarge: Raised { .unsupported("ranges beyond 64 bits are not supported: count in a while loop") }

  /// The place of a number among these; `nil` where it is none of them.
  func index(of number: Int) -> Int? {
    guard step > 0 ? number >= start && number < stop : number <= start && number > stop else { return nil }
    let distance = step > 0 ? UInt(bitPattern: number &- start) : UInt(bitPattern: start &- number)
    return distance.isMultiple(of: step.magnitude) ? Int(distance / step.magnitude) : nil
  }
}

package final class SliceObject: Object, @unchecked Sendable {
  package let start: Value
  package let stop: Value
  package let step: Value

  package init(start: Value, stop: Value, step: Value) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(.slice)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((start, stop, step)) } }

  package override var type: TypeObject { Types.slice }
}

/// `dict.keys()`, `.values()` and `.items()`: live views.
package final class DictView: Object, @unchecked Sendable {
  package enum Content: Sendable { case keys, values, items }
  package let dict: DictObject
  package let content: Content

  package init(_ dict: DictObject, _ content: Content) {
    self.dict = dict
    self.content = content
    super.init(.dictView)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(dict) } }

  package override var type: TypeObject {
    switch content {
    case .keys: Types.dictKeys
    case .values: Types.dictValues
    case .items: Types.dictItems
    }
  }
}
