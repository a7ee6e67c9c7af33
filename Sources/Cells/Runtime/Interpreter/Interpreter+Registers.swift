/// What the evaluation loop asks about registers, on payloads and tags.
extension Interpreter {
  /// Two floats, Python's or NumPy's, or a float and an integer, and the tag of what arithmetic makes of them.
  @inline(__always)
  static func reals(
    _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>
  ) -> (Double, Double, UInt8)? {
    let (l, r) = (left.tag, right.tag)
    if l == ValueLayout.float && r == ValueLayout.float { return (left.rawDouble, right.rawDouble, ValueLayout.float) }
    let kinds: UInt32 =
      1 << UInt32(ValueLayout.int) | 1 << UInt32(ValueLayout.float) | 1 << UInt32(ValueLayout.npFloat64)
    guard (kinds &>> UInt32(l)) & (kinds &>> UInt32(r)) & 1 == 1, l != ValueLayout.int || r != ValueLayout.int else {
      return nil
    }
    return (
      l == ValueLayout.int ? Double(left.rawInt) : left.rawDouble,
      r == ValueLayout.int ? Double(right.rawInt) : right.rawDouble, max(l, r)
    )
  }

  /// How two numbers stand to each other, as one bit: 1 less, 2 equal, 4 greater, 8 none of these. 0 where it takes more
  /// to know.
  @inline(__always)
  static func order(_ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>) -> UInt8 {
    if left.tag == ValueLayout.int && right.tag == ValueLayout.int {
      let (a, b) = (left.rawInt, right.rawInt)
      return a < b ? 1 : a == b ? 2 : 4
    }
    guard let (a, b, _) = reals(left, right) else { return 0 }
    // An integer that is no float of the same value is compared exactly elsewhere.
    if left.tag == ValueLayout.int && left.rawInt.magnitude > 1 << 53 { return 0 }
    if right.tag == ValueLayout.int && right.rawInt.magnitude > 1 << 53 { return 0 }
    return a < b ? 1 : a == b ? 2 : a > b ? 4 : 8
  }

  /// The bits of `order` for which one of the first six comparison operators holds.
  @inline(__always)
  static func orders(_ operation: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x6431D2 &>> (UInt32(operation) &* 4)) & 15
  }

  /// An element of a list or tuple; `nil` where the index is none of theirs or the object is something else.
  @inline(__always)
  static func element(of object: ObjectAddress, _ index: Int) -> UnsafeMutablePointer<Value>? {
    object.kind == .list || object.kind == .tuple ? RawElements(of: object)[index] : nil
  }

  @inline(__always)
  static func element(
    of object: UnsafeMutablePointer<Value>, _ index: UnsafeMutablePointer<Value>
  ) -> UnsafeMutablePointer<Value>? {
    guard object.tag == ValueLayout.object, index.tag == ValueLayout.int else { return nil }
    return element(of: object.rawObject, index.rawInt)
  }

  /// `list[index] = value`; false as in `element`.
  @inline(__always)
  static func storeElement(_ value: UnsafeMutablePointer<Value>, _ object: ObjectAddress, _ index: Int) -> Bool {
    guard object.kind == .list, let element = RawElements(of: object)[index], RawElements.areOwned(by: object) else {
      return false
    }
    element.assign(from: value)
    return true
  }

  /// The native method of a receiver's class, or a module's native function, that the last call here found; 0 where it
  /// has to be looked up.
  @inline(__always)
  static func cachedMethod(
    _ receiver: UnsafeMutablePointer<Value>, _ cache: UnsafeMutablePointer<AttributeCache>
  ) -> Int {
    guard receiver.tag == ValueLayout.object else { return 0 }
    let object = receiver.rawObject
    let found: Bool
    if object.kind == .module {
      let owner = UnsafeRawPointer(cache).load(as: Int.self)
      found =
        owner == object.bits
        && cache.pointee.version == object.borrow(as: ModuleObject.self, { $0.namespace.version })
    } else {
      found = cache.pointee.swiftClass == object.swiftClass
    }
    guard found else { return 0 }
    return withUnsafeMutablePointer(to: &cache.pointee.value) { value in
      value.tag == ValueLayout.object && value.rawObject.kind == .native ? value.rawInt : 0
    }
  }
}
