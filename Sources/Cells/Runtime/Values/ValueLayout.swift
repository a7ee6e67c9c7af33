/// Where a `Value` keeps its tag: the byte behind the payload. Payload cases are numbered in the order of declaration,
/// the others share the number that follows and are numbered in the payload.
package enum ValueLayout {
  package static let bool: UInt8 = 0
  package static let int: UInt8 = 1
  package static let float: UInt8 = 2
  package static let npBool: UInt8 = 3
  package static let npUInt8: UInt8 = 4
  package static let npInt64: UInt8 = 5
  package static let npFloat32: UInt8 = 6
  package static let npFloat64: UInt8 = 7
  package static let object: UInt8 = 8
  package static let plain: UInt8 = 9
  /// The payloads of `.none` and `.undefined`.
  package static let none = 0
  package static let undefined = 3
}

/// Registers as the evaluation loop sees them: a payload and a tag that are read and written where they lie. Only where
/// the tag says `object` a reference count changes.
extension UnsafeMutablePointer<Value> {
  @inline(__always) var tag: UInt8 { UnsafeRawPointer(self).load(fromByteOffset: 8, as: UInt8.self) }
  @inline(__always) package var rawInt: Int { UnsafeRawPointer(self).load(as: Int.self) }
  @inline(__always) package var rawDouble: Double { UnsafeRawPointer(self).load(as: Double.self) }
  /// - Precondition: the tag says `object`.
  @inline(__always) var rawObject: ObjectAddress { ObjectAddress(UnsafeRawPointer(self).load(as: Int.self)) }

  @inline(__always) var isRawUndefined: Bool { tag == ValueLayout.plain && rawInt == ValueLayout.undefined }
  @inline(__always) var isRawNone: Bool { tag == ValueLayout.plain && rawInt == ValueLayout.none }

  /// Writes over what is there without looking at it.
  @inline(__always) func put(_ bits: Int, _ tag: UInt8) {
    UnsafeMutableRawPointer(self).storeBytes(of: bits, as: Int.self)
    UnsafeMutableRawPointer(self).storeBytes(of: tag, toByteOffset: 8, as: UInt8.self)
  }

  /// Another payload under the same tag.
  @inline(__always) func putPayload(_ value: Int) { UnsafeMutableRawPointer(self).storeBytes(of: value, as: Int.self) }

  /// Stores what needs no counting; releases what was there only if it was an object.
  @inline(__always) func store(_ bits: Int, _ newTag: UInt8) {
    if tag == ValueLayout.object {
      let old = rawObject
      put(bits, newTag)
      old.release()
    } else {
      put(bits, newTag)
    }
  }

  @inline(__always) func storeInt(_ value: Int) { store(value, ValueLayout.int) }

  @inline(__always) func storeDouble(_ value: Double, tag newTag: UInt8 = ValueLayout.float) {
    store(Int(bitPattern: UInt(truncatingIfNeeded: value.bitPattern)), newTag)
  }

  @inline(__always) func storeBool(_ value: Bool, tag newTag: UInt8 = ValueLayout.bool) {
    store(value ? 1 : 0, newTag)
  }

  /// Stores an object that was just made.
  @inline(__always) func storeOwned(_ object: consuming Object) {
    let address = ObjectAddress(Int(bitPattern: Unmanaged.passRetained(object).toOpaque()))
    store(address.bits, ValueLayout.object)
  }

  /// `self.pointee = source.pointee`. An object that is here already stays, uncounted.
  @inline(__always) func assign(from source: UnsafeMutablePointer<Value>) {
    let (bits, newTag, oldTag) = (source.rawInt, source.tag, tag)
    if newTag == ValueLayout.object {
      if oldTag == ValueLayout.object && rawInt == bits { return }
      ObjectAddress(bits).retain()
    }
    let old = rawObject
    put(bits, newTag)
    if oldTag == ValueLayout.object { old.release() }
  }

  /// Moves a value into memory that holds nothing; the source holds nothing of worth then.
  @inline(__always) func initialize(moving source: UnsafeMutablePointer<Value>) {
    put(source.rawInt, source.tag)
    source.put(ValueLayout.undefined, ValueLayout.plain)
  }

  /// `self.pointee = source.pointee`, where the source is not needed any more.
  @inline(__always) func assign(moving source: UnsafeMutablePointer<Value>) {
    let (oldTag, old) = (tag, rawObject)
    initialize(moving: source)
    if oldTag == ValueLayout.object { old.release() }
  }
}
