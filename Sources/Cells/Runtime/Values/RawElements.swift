/// The elements of a list or tuple, where they lie.
///
/// An array of Swift's that an object holds is retained before it is looked at, which takes longer than looking. So the
/// loop reads its buffer itself: the reference behind the object's kind, the count behind the buffer's header, and the
/// elements behind that. A test holds the layout to what Swift has.
package struct RawElements {
  let start: UnsafeMutablePointer<Value>
  package let count: Int

  /// In a `ListObject` or `TupleObject`.
  static let reference = 24
  /// In the buffer.
  static let countPlace = 16
  static let elements = 32

  /// - Precondition: the object is a list or a tuple.
  @inline(__always)
  package init(of object: ObjectAddress) {
    let buffer = object.pointer.load(fromByteOffset: RawElements.reference, as: UnsafeMutableRawPointer.self)
    count = buffer.load(fromByteOffset: RawElements.countPlace, as: Int.self)
    start = (buffer + RawElements.elements).assumingMemoryBound(to: Value.self)
  }

  /// Where the element of a Python index lies; `nil` outside.
  @inline(__always)
  package subscript(index: Int) -> UnsafeMutablePointer<Value>? {
    let place = index < 0 ? index &+ count : index
    return UInt(bitPattern: place) < UInt(bitPattern: count) ? start + place : nil
  }

  /// Whether nobody else holds a list's elements, so that they may change where they lie.
  @inline(__always)
  package static func areOwned(by list: ObjectAddress) -> Bool {
    isKnownUniquelyReferenced(
      &(list.pointer + RawElements.reference).assumingMemoryBound(to: AnyObject.self).pointee)
  }
}
