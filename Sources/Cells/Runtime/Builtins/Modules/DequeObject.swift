/// `collections.deque`. Taking from the left is O(1): the elements stay until half of them are gone.
package final class DequeObject: Object, @unchecked Sendable {
  private var storage: ArraySlice<Value>
  let maximum: Int?

  init(_ elements: [Value] = [], maximum: Int? = nil) {
    storage = elements.suffix(maximum ?? elements.count)
    self.maximum = maximum
    super.init(.host)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(storage) } }

  package override var type: TypeObject { DequeObject.classObject }

  var count: Int { storage.count }

  var elements: [Value] {
    get { Array(storage) }
    set { storage = newValue[...] }
  }

  subscript(index: Int) -> Value {
    get { storage[storage.startIndex + index] }
    set { storage[storage.startIndex + index] = newValue }
  }

  func append(_ value: Value) {
    if count == maximum { if storage.popFirst() == nil { return } }
    storage.append(value)
  }

  func appendLeft(_ value: Value) {
    if count == maximum { if storage.popLast() == nil { return } }
    storage.insert(value, at: storage.startIndex)
  }

  func removeFirst() -> Value? { storage.popFirst() }
  func removeLast() -> Value? { storage.popLast() }
  func remove(at index: Int) { storage.remove(at: storage.startIndex + index) }
}

extension DequeObject: CopyableObject {
  func copy(_ part: (Value) throws -> Value) throws -> Object {
    DequeObject(try elements.map(part), maximum: maximum)
  }
}
