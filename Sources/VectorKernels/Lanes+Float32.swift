// float32 fuses a product with its addition wherever the processor does that in one instruction. Without it
// `addingProduct` would call a function of the mathematical library for each lane.

struct FloatLanes1: Lanes {
  var values: Float
  @inline(__always) init(_ values: Float) { self.values = values }
  @inline(__always) init(repeating number: Float) { values = number }
  @inline(__always) init(at address: UnsafePointer<Float>) {
    values = address.pointee
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Float>) {
    address.pointee = values
  }
  @inline(__always) static var count: Int { 1 }
  @inline(__always) static var zero: FloatLanes1 { FloatLanes1(repeating: 0) }
  @inline(__always) static func + (left: FloatLanes1, right: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(left.values + right.values)
  }
  @inline(__always) static func * (left: FloatLanes1, right: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(left.values * right.values)
  }
  @inline(__always) static func / (left: FloatLanes1, right: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(left.values / right.values)
  }
  @inline(__always) func adding(_ left: FloatLanes1, times right: FloatLanes1) -> FloatLanes1 {
    #if FUSED_MULTIPLY_ADD
      FloatLanes1(values.addingProduct(left.values, right.values))
    #else
      FloatLanes1(values + left.values * right.values)
    #endif
  }
  @inline(__always) func larger(or others: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(values > others.values ? values : others.values)
  }
  @inline(__always) func notSmaller(or others: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(values >= others.values || values != values ? values : others.values)
  }
  @inline(__always) func equals(_ others: FloatLanes1, _ chosen: FloatLanes1, else rest: FloatLanes1) -> FloatLanes1 {
    FloatLanes1(values == others.values ? chosen.values : rest.values)
  }
  @inline(__always) func hasNan(or others: FloatLanes1) -> Bool {
    values != values || others.values != others.values
  }
}

struct FloatLanes4: Lanes {
  var values: SIMD4<Float>
  @inline(__always) init(_ values: SIMD4<Float>) { self.values = values }
  @inline(__always) init(repeating number: Float) { values = SIMD4(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Float>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD4<Float>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD4<Float>.self)
  }
  @inline(__always) static var count: Int { SIMD4<Float>.scalarCount }
  @inline(__always) static var zero: FloatLanes4 { FloatLanes4(repeating: 0) }
  @inline(__always) static func + (left: FloatLanes4, right: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(left.values + right.values)
  }
  @inline(__always) static func * (left: FloatLanes4, right: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(left.values * right.values)
  }
  @inline(__always) static func / (left: FloatLanes4, right: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(left.values / right.values)
  }
  @inline(__always) func adding(_ left: FloatLanes4, times right: FloatLanes4) -> FloatLanes4 {
    #if FUSED_MULTIPLY_ADD
      FloatLanes4(values.addingProduct(left.values, right.values))
    #else
      FloatLanes4(values + left.values * right.values)
    #endif
  }
  @inline(__always) func larger(or others: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: FloatLanes4, _ chosen: FloatLanes4, else rest: FloatLanes4) -> FloatLanes4 {
    FloatLanes4(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: FloatLanes4) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}

struct FloatLanes8: Lanes {
  var values: SIMD8<Float>
  @inline(__always) init(_ values: SIMD8<Float>) { self.values = values }
  @inline(__always) init(repeating number: Float) { values = SIMD8(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Float>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Float>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD8<Float>.self)
  }
  @inline(__always) static var count: Int { SIMD8<Float>.scalarCount }
  @inline(__always) static var zero: FloatLanes8 { FloatLanes8(repeating: 0) }
  @inline(__always) static func + (left: FloatLanes8, right: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(left.values + right.values)
  }
  @inline(__always) static func * (left: FloatLanes8, right: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(left.values * right.values)
  }
  @inline(__always) static func / (left: FloatLanes8, right: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(left.values / right.values)
  }
  @inline(__always) func adding(_ left: FloatLanes8, times right: FloatLanes8) -> FloatLanes8 {
    #if FUSED_MULTIPLY_ADD
      FloatLanes8(values.addingProduct(left.values, right.values))
    #else
      FloatLanes8(values + left.values * right.values)
    #endif
  }
  @inline(__always) func larger(or others: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: FloatLanes8, _ chosen: FloatLanes8, else rest: FloatLanes8) -> FloatLanes8 {
    FloatLanes8(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: FloatLanes8) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}

struct FloatLanes16: Lanes {
  var values: SIMD16<Float>
  @inline(__always) init(_ values: SIMD16<Float>) { self.values = values }
  @inline(__always) init(repeating number: Float) { values = SIMD16(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Float>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD16<Float>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD16<Float>.self)
  }
  @inline(__always) static var count: Int { SIMD16<Float>.scalarCount }
  @inline(__always) static var zero: FloatLanes16 { FloatLanes16(repeating: 0) }
  @inline(__always) static func + (left: FloatLanes16, right: FloatLanes16) -> FloatLanes16 {
    FloatLanes16(left.values + right.values)
  }
  @inline(__always) static func * (left: FloatLanes16, right: FloatLanes16) -> FloatLanes16 {
    FloatLanes16(left.values * right.values)
  }
  @inline(__always) static func / (left: FloatLanes16, right: FloatLanes16) -> FloatLanes16 {
    FloatLanes16(left.values / right.values)
  }
  @inline(__always) func adding(_ left: FloatLanes16, times right: FloatLanes16) -> FloatLanes16 {
    #if FUSED_MULTIPLY_ADD
      FloatLanes16(values.addingProduct(left.values, right.values))
    #else
      FloatLanes16(values + left.values * right.values)
    #endif
  }
  @inline(__always) func larger(or others: FloatLanes16) -> FloatLanes16 {
    FloatLanes16(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: FloatLanes16) -> FloatLanes16 {
    FloatLanes16(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: FloatLanes16, _ chosen: FloatLanes16, else rest: FloatLanes16) -> FloatLanes16
  {
    FloatLanes16(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: FloatLanes16) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}
