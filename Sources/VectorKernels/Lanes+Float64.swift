// Products and sums in float64 are rounded one by one: their bits are NumPy's on every processor.

struct DoubleLanes1: Lanes {
  var values: Double
  @inline(__always) init(_ values: Double) { self.values = values }
  @inline(__always) init(repeating number: Double) { values = number }
  @inline(__always) init(at address: UnsafePointer<Double>) {
    values = address.pointee
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Double>) {
    address.pointee = values
  }
  @inline(__always) static var count: Int { 1 }
  @inline(__always) static var zero: DoubleLanes1 { DoubleLanes1(repeating: 0) }
  @inline(__always) static func + (left: DoubleLanes1, right: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(left.values + right.values)
  }
  @inline(__always) static func * (left: DoubleLanes1, right: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(left.values * right.values)
  }
  @inline(__always) static func / (left: DoubleLanes1, right: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(left.values / right.values)
  }
  @inline(__always) func adding(_ left: DoubleLanes1, times right: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(values + left.values * right.values)
  }
  @inline(__always) func larger(or others: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(values > others.values ? values : others.values)
  }
  @inline(__always) func notSmaller(or others: DoubleLanes1) -> DoubleLanes1 {
    DoubleLanes1(values >= others.values || values != values ? values : others.values)
  }
  @inline(__always) func equals(_ others: DoubleLanes1, _ chosen: DoubleLanes1, else rest: DoubleLanes1) -> DoubleLanes1
  {
    DoubleLanes1(values == others.values ? chosen.values : rest.values)
  }
  @inline(__always) func hasNan(or others: DoubleLanes1) -> Bool {
    values != values || others.values != others.values
  }
}

struct DoubleLanes2: Lanes {
  var values: SIMD2<Double>
  @inline(__always) init(_ values: SIMD2<Double>) { self.values = values }
  @inline(__always) init(repeating number: Double) { values = SIMD2(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Double>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD2<Double>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD2<Double>.self)
  }
  @inline(__always) static var count: Int { SIMD2<Double>.scalarCount }
  @inline(__always) static var zero: DoubleLanes2 { DoubleLanes2(repeating: 0) }
  @inline(__always) static func + (left: DoubleLanes2, right: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(left.values + right.values)
  }
  @inline(__always) static func * (left: DoubleLanes2, right: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(left.values * right.values)
  }
  @inline(__always) static func / (left: DoubleLanes2, right: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(left.values / right.values)
  }
  @inline(__always) func adding(_ left: DoubleLanes2, times right: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(values + left.values * right.values)
  }
  @inline(__always) func larger(or others: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: DoubleLanes2) -> DoubleLanes2 {
    DoubleLanes2(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: DoubleLanes2, _ chosen: DoubleLanes2, else rest: DoubleLanes2) -> DoubleLanes2
  {
    DoubleLanes2(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: DoubleLanes2) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}

struct DoubleLanes4: Lanes {
  var values: SIMD4<Double>
  @inline(__always) init(_ values: SIMD4<Double>) { self.values = values }
  @inline(__always) init(repeating number: Double) { values = SIMD4(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Double>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD4<Double>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD4<Double>.self)
  }
  @inline(__always) static var count: Int { SIMD4<Double>.scalarCount }
  @inline(__always) static var zero: DoubleLanes4 { DoubleLanes4(repeating: 0) }
  @inline(__always) static func + (left: DoubleLanes4, right: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(left.values + right.values)
  }
  @inline(__always) static func * (left: DoubleLanes4, right: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(left.values * right.values)
  }
  @inline(__always) static func / (left: DoubleLanes4, right: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(left.values / right.values)
  }
  @inline(__always) func adding(_ left: DoubleLanes4, times right: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(values + left.values * right.values)
  }
  @inline(__always) func larger(or others: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: DoubleLanes4) -> DoubleLanes4 {
    DoubleLanes4(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: DoubleLanes4, _ chosen: DoubleLanes4, else rest: DoubleLanes4) -> DoubleLanes4
  {
    DoubleLanes4(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: DoubleLanes4) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}

struct DoubleLanes8: Lanes {
  var values: SIMD8<Double>
  @inline(__always) init(_ values: SIMD8<Double>) { self.values = values }
  @inline(__always) init(repeating number: Double) { values = SIMD8(repeating: number) }
  @inline(__always) init(at address: UnsafePointer<Double>) {
    values = UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Double>.self)
  }
  @inline(__always) func store(at address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(of: values, as: SIMD8<Double>.self)
  }
  @inline(__always) static var count: Int { SIMD8<Double>.scalarCount }
  @inline(__always) static var zero: DoubleLanes8 { DoubleLanes8(repeating: 0) }
  @inline(__always) static func + (left: DoubleLanes8, right: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(left.values + right.values)
  }
  @inline(__always) static func * (left: DoubleLanes8, right: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(left.values * right.values)
  }
  @inline(__always) static func / (left: DoubleLanes8, right: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(left.values / right.values)
  }
  @inline(__always) func adding(_ left: DoubleLanes8, times right: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(values + left.values * right.values)
  }
  @inline(__always) func larger(or others: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(others.values.replacing(with: values, where: values .> others.values))
  }
  @inline(__always) func notSmaller(or others: DoubleLanes8) -> DoubleLanes8 {
    DoubleLanes8(others.values.replacing(with: values, where: (values .>= others.values) .| (values .!= values)))
  }
  @inline(__always) func equals(_ others: DoubleLanes8, _ chosen: DoubleLanes8, else rest: DoubleLanes8) -> DoubleLanes8
  {
    DoubleLanes8(rest.values.replacing(with: chosen.values, where: values .== others.values))
  }
  @inline(__always) func hasNan(or others: DoubleLanes8) -> Bool {
    any((values .!= values) .| (others.values .!= others.values))
  }
}
