import Arrays

extension Interpreter {
  /// What the cell has taken so far: a measure of work that depends on nothing but the code and its data.
  ///
  /// A call counts the instructions of the function, a jump backwards those it jumps over, so that it is never less than
  /// the instructions that ran; arrays that native functions work on count by their elements (`charge`).
  package var operations: Int { operationsBefore + ticksGiven - ticksLeft }

  /// Counts work that is no instruction. The limit is looked at with the next tick.
  @inline(__always)
  func charge(_ count: Int) { ticksLeft &-= min(count, Interpreter.largestCharge) }

  /// A broadcast view may have any number of elements: their sum must not overflow before the next tick.
  private static let largestCharge = 1 << 40

  /// Counts the elements of an array that native code works on, eight as one: it is that much faster.
  @inline(__always)
  func chargeElements(_ value: Value) {
    if let array = value.asArray?.array { charge(array.count >> 3) }
  }

  /// Counts the multiplications of a product of arrays, which mk, kn and mn elements make mkn of.
  func chargeProduct(_ left: NDArray, _ right: NDArray, _ product: NDArray) -> NDArray {
    let work = (Double(left.count) * Double(right.count) * Double(product.count)).squareRoot()
    charge(Int(min(work / 8, 1e12)))
    return product
  }

  /// Ends the cell at its next tick, or at its end, with a limit that the host keeps.
  package func reach(_ limit: CellLimit) {
    if reachedLimit == nil { reachedLimit = limit }
    operationsBefore = operations
    ticksGiven = -1
    ticksLeft = -1
  }
}
