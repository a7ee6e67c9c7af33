/// A built-in iterator: a closure that gives the next value, or `nil` at the end.
package final class IteratorObject: Object, @unchecked Sendable {
  package typealias Next = (Interpreter) throws -> Value?
  private let next: Next
  private var isExhausted = false
  private let cls: TypeObject

  package init(_ cls: TypeObject = Types.iterator, _ next: @escaping Next) {
    self.cls = cls
    self.next = next
    super.init(.iterator)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(next) } }

  package override var type: TypeObject { cls }

  package func next(_ interpreter: Interpreter) throws -> Value? {
    if isExhausted { return nil }
    if let value = try next(interpreter) { return value }
    isExhausted = true
    return nil
  }
}
