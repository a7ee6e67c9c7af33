import Arrays
import KernelInterface

/// The element types that layers compute in.
protocol FloatingElement: CastableElement, BinaryFloatingPoint, Addend {}
extension Float: FloatingElement {}
extension Double: FloatingElement {}

/// The products of two runs of numbers.
struct Products<Value: FloatingElement>: Terms {
  let left: UnsafePointer<Value>
  let right: UnsafePointer<Value>
  @inline(__always) subscript(index: Int) -> Value { left[index] * right[index] }
}
