import CCounting

/// An object as a register holds it: its address, borrowed for as long as the register keeps it.
///
/// The evaluation loop looks at objects through this, since a reference of Swift's would be retained and released, which
/// takes longer than what the loop does in between.
package struct ObjectAddress {
  let bits: Int

  @inline(__always) init(_ bits: Int) { self.bits = bits }
  @inline(__always) package init(_ object: Object) {
    bits = Int(bitPattern: Unmanaged.passUnretained(object).toOpaque())
  }

  @inline(__always) var pointer: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits).unsafelyUnwrapped
  }
  @inline(__always) private var unmanaged: Unmanaged<Object> { Unmanaged.fromOpaque(pointer) }

  @inline(__always) var kind: Object.Kind { unmanaged._withUnsafeGuaranteedRef { $0.kind } }

  /// The Swift class, as a number to compare with.
  @inline(__always) var swiftClass: Int {
    pointer.load(as: Int.self)
  }

  /// - Precondition: the object is one of these, which `kind` says.
  @inline(__always) func borrow<T: Object, Result>(as type: T.Type, _ body: (T) throws -> Result) rethrows -> Result {
    try Unmanaged<T>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
      try body($0)
    }
  }

  /// Counts without the processor's locked instructions where no other thread can hold the object: see `Kind.isLocal`.
  @inline(__always) func retain() {
    if kind.isLocal { _ = swift_nonatomic_retain(pointer) } else { _ = unmanaged.retain() }
  }

  @inline(__always) func release() {
    if kind.isLocal { swift_nonatomic_release(pointer) } else { unmanaged.release() }
  }
}
