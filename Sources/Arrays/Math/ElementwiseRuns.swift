/// The operands of one elementwise operation, ready for a kernel: where they start and how they are walked.
///
/// A kernel is one generic loop that the compiler specialises for each function and type; the shapes of the steps that
/// matter (all contiguous, one operand constant) have loops of their own so that these are vectorised.
struct BinaryOperands {
  let left: UnsafeMutableRawPointer
  let right: UnsafeMutableRawPointer
  let result: UnsafeMutableRawPointer
  var runs: StridedRuns

  @inline(__always)
  mutating func map<T, R>(_ operand: T.Type, to type: R.Type, _ body: (T, T) -> R) throws(ArrayError) {
    let left = self.left.bindMemory(to: T.self, capacity: 1)
    let right = self.right.bindMemory(to: T.self, capacity: 1)
    let result = self.result.bindMemory(to: R.self, capacity: 1)
    while try runs.next() {
      let (a, b, out) = (left + runs.offsets.0, right + runs.offsets.1, result + runs.offsets.2)
      let length = runs.length
      switch runs.steps {
      case (1, 1, 1):
        for index in 0..<length { out[index] = body(a[index], b[index]) }
      case (1, 0, 1):
        let constant = b[0]
        for index in 0..<length { out[index] = body(a[index], constant) }
      case (0, 1, 1):
        let constant = a[0]
        for index in 0..<length { out[index] = body(constant, b[index]) }
      case let (aStep, bStep, outStep):
        for index in 0..<length { out[index &* outStep] = body(a[index &* aStep], b[index &* bStep]) }
      }
    }
  }
}

/// The operand and the result of one elementwise operation.
struct UnaryOperands {
  let operand: UnsafeMutableRawPointer
  let result: UnsafeMutableRawPointer
  var runs: StridedRuns

  @inline(__always)
  mutating func map<T, R>(_ type: T.Type, to result: R.Type, _ body: (T) -> R) throws(ArrayError) {
    let operand = self.operand.bindMemory(to: T.self, capacity: 1)
    let result = self.result.bindMemory(to: R.self, capacity: 1)
    while try runs.next() {
      let (a, out) = (operand + runs.offsets.0, result + runs.offsets.1)
      let length = runs.length
      if runs.steps.0 == 1 && runs.steps.1 == 1 {
        for index in 0..<length { out[index] = body(a[index]) }
      } else {
        let (aStep, outStep) = (runs.steps.0, runs.steps.1)
        for index in 0..<length { out[index &* outStep] = body(a[index &* aStep]) }
      }
    }
  }
}
