/// Products of matrices in one documented order, the same on every machine.
///
/// Every output starts from 0 and adds its products one after the other, from the first column of the left matrix to the
/// last: plain multiplications and additions, never fused. Vector lanes run across the columns of the output, so speed
/// changes no bits.
struct MatrixProduct {
  /// `rows x inner` times `inner x columns`.
  let rows: Int
  let inner: Int
  let columns: Int
  let leftStrides: (row: Int, column: Int)
  let rightStrides: (row: Int, column: Int)
  /// Elements from one row of the output to the next; its columns stand side by side.
  let resultStride: Int

  /// - Throws: `ArrayError.stopped`.
  func run<T: FloatingElement & SIMDScalar>(
    _ left: UnsafePointer<T>, _ right: UnsafePointer<T>, _ result: UnsafeMutablePointer<T>
  ) throws(ArrayError) {
    if columns == 1 {
      try runColumn(left, right, result, adding: { $0 + $1 * $2 }, zero: 0)
      return
    }
    try withUnsafeTemporaryAllocation(of: SIMD8<T>.self, capacity: Swift.max(inner, 1)) {
      (panel) throws(ArrayError) in
      var checkpoint = Checkpoint()
      var column = 0
      while column < columns {
        let width = Swift.min(8, columns - column)
        pack(right + column &* rightStrides.column, width, into: panel)
        try checkpoint.pass(operations: inner)
        try runPanel(left, panel, result + column, width, &checkpoint)
        column += width
      }
    }
  }

  /// Eight columns of the right matrix, row by row; missing ones are zero.
  @inline(__always)
  private func pack<T: FloatingElement & SIMDScalar>(
    _ right: UnsafePointer<T>, _ width: Int, into panel: UnsafeMutableBufferPointer<SIMD8<T>>
  ) {
    for row in 0..<inner {
      let source = right + row &* rightStrides.row
      var lanes = SIMD8<T>(repeating: 0)
      for lane in 0..<width { lanes[lane] = source[lane &* rightStrides.column] }
      panel[row] = lanes
    }
  }

  /// Two rows of the output at a time, so that each packed row is read once for both.
  @inline(__always)
  private func runPanel<T: FloatingElement & SIMDScalar>(
    _ left: UnsafePointer<T>, _ panel: UnsafeMutableBufferPointer<SIMD8<T>>, _ result: UnsafeMutablePointer<T>,
    _ width: Int, _ checkpoint: inout Checkpoint
  ) throws(ArrayError) {
    var row = 0
    while row < rows {
      let first = left + row &* leftStrides.row
      let second = row + 1 < rows ? first + leftStrides.row : first
      var sums = (SIMD8<T>(repeating: 0), SIMD8<T>(repeating: 0))
      for index in 0..<inner {
        let lanes = panel[index]
        sums.0 += lanes * first[index &* leftStrides.column]
        sums.1 += lanes * second[index &* leftStrides.column]
      }
      let target = result + row &* resultStride
      for lane in 0..<width { target[lane] = sums.0[lane] }
      if row + 1 < rows {
        for lane in 0..<width { target[resultStride &+ lane] = sums.1[lane] }
      }
      row += 2
      try checkpoint.pass(operations: 4 &* inner)
    }
  }

  /// One column of output: four rows at a time, each summed on its own.
  @inline(__always)
  private func runColumn<T>(
    _ left: UnsafePointer<T>, _ right: UnsafePointer<T>, _ result: UnsafeMutablePointer<T>,
    adding: (T, T, T) -> T, zero: T
  ) throws(ArrayError) {
    var row = 0
    var checkpoint = Checkpoint()
    let step = leftStrides.column
    while row + 4 <= rows {
      let first = left + row &* leftStrides.row
      let (second, third) = (first + leftStrides.row, first + 2 &* leftStrides.row)
      let fourth = third + leftStrides.row
      var sums = (zero, zero, zero, zero)
      for index in 0..<inner {
        let factor = right[index &* rightStrides.row]
        sums.0 = adding(sums.0, first[index &* step], factor)
        sums.1 = adding(sums.1, second[index &* step], factor)
        sums.2 = adding(sums.2, third[index &* step], factor)
        sums.3 = adding(sums.3, fourth[index &* step], factor)
      }
      let target = result + row &* resultStride
      target[0] = sums.0
      target[resultStride] = sums.1
      target[2 &* resultStride] = sums.2
      target[3 &* resultStride] = sums.3
      row += 4
      try checkpoint.pass(operations: 4 &* inner)
    }
    while row < rows {
      let source = left + row &* leftStrides.row
      var sum = zero
      try Checkpoint.forEachPiece(of: inner) { piece in
        for index in piece { sum = adding(sum, source[index &* step], right[index &* rightStrides.row]) }
      }
      result[row &* resultStride] = sum
      row += 1
    }
  }

  /// Integers wrap round; truth values are "any of both".
  @inline(__always)
  func run<T>(
    _ left: UnsafePointer<T>, _ right: UnsafePointer<T>, _ result: UnsafeMutablePointer<T>, zero: T,
    _ adding: (T, T, T) -> T
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    for row in 0..<rows {
      let target = result + row &* resultStride
      for column in 0..<columns { target[column] = zero }
      for index in 0..<inner {
        let factor = left[row &* leftStrides.row &+ index &* leftStrides.column]
        let source = right + index &* rightStrides.row
        for column in 0..<columns {
          target[column] = adding(target[column], factor, source[column &* rightStrides.column])
        }
        try checkpoint.pass(operations: columns)
      }
    }
  }

  /// Runs the loop for a dtype on the operands' first elements.
  func run(_ dtype: DType, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ result: UnsafeMutableRawPointer)
    throws(ArrayError)
  {
    switch dtype {
    case .float64:
      try run(
        left.bindMemory(to: Double.self, capacity: 1), right.bindMemory(to: Double.self, capacity: 1),
        result.bindMemory(to: Double.self, capacity: 1))
    case .float32:
      try run(
        left.bindMemory(to: Float.self, capacity: 1), right.bindMemory(to: Float.self, capacity: 1),
        result.bindMemory(to: Float.self, capacity: 1))
    case .int64:
      try run(
        left.bindMemory(to: Int64.self, capacity: 1), right.bindMemory(to: Int64.self, capacity: 1),
        result.bindMemory(to: Int64.self, capacity: 1), zero: 0
      ) { $0 &+ $1 &* $2 }
    case .uint8:
      try run(
        left.bindMemory(to: UInt8.self, capacity: 1), right.bindMemory(to: UInt8.self, capacity: 1),
        result.bindMemory(to: UInt8.self, capacity: 1), zero: 0
      ) { $0 &+ $1 &* $2 }
    case .bool:
      try run(
        left.bindMemory(to: UInt8.self, capacity: 1), right.bindMemory(to: UInt8.self, capacity: 1),
        result.bindMemory(to: UInt8.self, capacity: 1), zero: 0
      ) { $0 | $1 & $2 }
    }
  }
}
