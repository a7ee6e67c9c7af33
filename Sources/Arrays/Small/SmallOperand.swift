/// An operand of a small operation: a float64 array, an array of truth values, or a number.
package enum SmallOperand {
  case array(ArrayPointer)
  case number(Double)
}

/// Elementwise operations on small arrays of float64: the results of `NDArray.apply`, without what that has to look at
/// in general. Whatever is not everyday (other dtypes, broadcasting, other orders of axes, overlapping operands, more
/// than a few thousand elements) is left alone, and nothing has happened.
extension NDArray {
  /// - Parameter make: makes the array for the result, C-contiguous, of the dtype and in the shape of the array it is
  ///   given.
  /// - Returns: whether the result is there; false also where a floating-point event may have to be reported.
  package static func small(
    _ function: BinaryFunction, _ left: SmallOperand, _ right: SmallOperand,
    _ make: (DType, ArrayPointer) -> ArrayPointer?
  ) -> Bool {
    switch (left, right) {
    case (.array(let a), .array(let b)):
      guard a.hasShape(of: b), b.isInCOrder, b.dtype == .float64 else { return false }
      return small(function, a, a.steps, b.base.float64 + b.offset, b.steps, make)
    case (.array(let a), .number(var number)):
      return withUnsafeMutablePointer(to: &number) { small(function, a, a.steps, $0, nil, make) }
    case (.number(let number), .array(let a)):
      // The only functions that may change their operands' places with the same bits.
      guard function == .add || function == .multiply, !number.isNaN, a.dtype == .float64 else { return false }
      return small(function, .array(a), .number(number), make)
    case (.number, .number): return false
    }
  }

  @inline(__always)
  private static func small(
    _ function: BinaryFunction, _ a: ArrayPointer, _ aSteps: UnsafePointer<Int>?, _ b: UnsafeMutablePointer<Double>,
    _ bSteps: UnsafePointer<Int>?, _ make: (DType, ArrayPointer) -> ArrayPointer?
  ) -> Bool {
    let count = a.count
    guard a.rank > 0, count > 0, count <= SmallWalk.largestCount, a.isInCOrder else { return false }
    let isComparison: Bool
    switch function {
    case .add, .subtract, .multiply, .divide: isComparison = false
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: isComparison = true
    default: return false
    }
    guard a.dtype == .float64 || a.dtype == .bool && function == .multiply && bSteps == nil,
      let result = make(isComparison ? .bool : .float64, a),
      let walk = SmallWalk(a.rank, a.lengths, aSteps, bSteps, result.steps)
    else { return false }
    if isComparison {
      compare(function, walk, a.base.float64 + a.offset, b, result.base.assumingMemoryBound(to: Bool.self))
      return true
    }
    return withoutEvents {
      if a.dtype == .bool {
        let truths = a.base.assumingMemoryBound(to: UInt8.self) + a.offset
        walk.forEach(truths, b, result.base.float64) { (x: UInt8, y: Double) in (x == 0 ? 0 : 1) * y }
      } else {
        compute(function, walk, a.base.float64 + a.offset, b, result.base.float64)
      }
    }
  }

  /// Computes; again where an event is noted, which may be from before: looking at the flags is slow.
  @inline(__always)
  private static func withoutEvents(_ compute: () -> Void) -> Bool {
    compute()
    if FloatingPointFlags.current.isEmpty { return true }
    FloatingPointFlags.clear()
    compute()
    return FloatingPointFlags.current.isEmpty
  }

  /// `target op= operand`, where it lies.
  /// - Returns: the floating-point events on the way; `nil` where nothing was done.
  package static func smallInPlace(
    _ function: BinaryFunction, _ target: ArrayPointer, _ operand: SmallOperand
  ) -> FloatingPointFlags? {
    switch function {
    case .add, .subtract, .multiply, .divide: break
    default: return nil
    }
    let count = target.count
    guard target.dtype == .float64, target.isWriteable, target.rank > 0, count > 0, count <= SmallWalk.largestCount
    else { return nil }
    let first = target.base.float64 + target.offset
    switch operand {
    case .array(let b):
      guard b.dtype == .float64, target.hasShape(of: b), b.storageAddress != target.storageAddress,
        let walk = SmallWalk(target.rank, target.lengths, target.steps, b.steps, target.steps)
      else { return nil }
      FloatingPointFlags.clear()
      compute(function, walk, first, b.base.float64 + b.offset, first)
    case .number(var number):
      guard let walk = SmallWalk(target.rank, target.lengths, target.steps, nil, target.steps) else { return nil }
      FloatingPointFlags.clear()
      withUnsafeMutablePointer(to: &number) { compute(function, walk, first, $0, first) }
    }
    return FloatingPointFlags.current
  }

  @inline(__always)
  private static func compute(
    _ function: BinaryFunction, _ walk: SmallWalk, _ a: UnsafeMutablePointer<Double>,
    _ b: UnsafeMutablePointer<Double>, _ target: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .add: walk.forEach(a, b, target) { $0 + $1 }
    case .subtract: walk.forEach(a, b, target) { $0 - $1 }
    case .multiply: walk.forEach(a, b, target) { $0 * $1 }
    default: walk.forEach(a, b, target) { $0 / $1 }
    }
  }

  private static func compare(
    _ function: BinaryFunction, _ walk: SmallWalk, _ a: UnsafeMutablePointer<Double>,
    _ b: UnsafeMutablePointer<Double>, _ target: UnsafeMutablePointer<Bool>
  ) {
    switch function {
    case .equal: walk.forEach(a, b, target) { $0 == $1 }
    case .notEqual: walk.forEach(a, b, target) { $0 != $1 }
    case .less: walk.forEach(a, b, target) { $0 < $1 }
    case .lessEqual: walk.forEach(a, b, target) { $0 <= $1 }
    case .greater: walk.forEach(a, b, target) { $0 > $1 }
    default: walk.forEach(a, b, target) { $0 >= $1 }
    }
  }
}

extension SmallWalk {
  @inline(__always)
  fileprivate func forEach<A, R>(
    _ a: UnsafeMutablePointer<A>, _ b: UnsafeMutablePointer<Double>, _ target: UnsafeMutablePointer<R>,
    _ body: (A, Double) -> R
  ) {
    let (length, (aStep, bStep, step)) = (self.length, steps)
    forEachRow { aOffset, bOffset, offset in
      var (x, y, out) = (a + aOffset, b + bOffset, target + offset)
      var index = 0
      while index < length {
        out.pointee = body(x.pointee, y.pointee)
        x += aStep
        y += bStep
        out += step
        index &+= 1
      }
    }
  }
}

extension UnsafeMutableRawPointer {
  @inline(__always) fileprivate var float64: UnsafeMutablePointer<Double> { assumingMemoryBound(to: Double.self) }
}
