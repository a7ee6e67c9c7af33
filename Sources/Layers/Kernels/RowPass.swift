import KernelInterface

/// Rows of results that have the same terms, vectors and bias: what a forward pass and the gradient of an input have in
/// common.
struct RowPass<Number: KernelElement> {
  private let vectors: PackedVectors<Number>
  private let bias: PackedVectors<Number>?
  private let isRectified: Bool
  private let leaves: [Leaf]
  /// Results in a row.
  private let width: Int
  private let numbers: RowSteps
  private let outputs: RowSteps
  private let terms: [Term]

  /// - Parameters:
  ///   - width: results in a row.
  ///   - offsets: where the terms' numbers stand for the first of them.
  init(
    width: Int, offsets: [Int], vectors: PackedVectors<Number>, bias: PackedVectors<Number>? = nil,
    isRectified: Bool = false, leaves: [Leaf] = [], numbers: RowSteps, outputs: RowSteps
  ) {
    self.width = width
    self.vectors = vectors
    self.bias = bias
    self.isRectified = isRectified
    self.leaves = leaves
    self.numbers = numbers
    self.outputs = outputs
    terms = offsets.enumerated().map { Term(number: $1, vector: $0 * vectors.step) }
  }

  /// Whether rows go on where the ones above end, as they do for windows of one pixel: then tiles need not end with a row.
  private var isOneRow: Bool { numbers.row == width * numbers.result && outputs.row == width * outputs.result }

  /// Fetches the lines of memory that the results will be in, where panels would meet them in pieces: zeroing a block does not
  /// read it, and writes it at once.
  private func takeLines(of output: UnsafeMutablePointer<Number>, rows: Int) {
    if vectors.panels.all.count == 1 || outputs.row != width * outputs.result { return }
    output.update(repeating: 0, count: rows * outputs.row)
  }

  /// - Parameter scratch: room for `KernelSet.scratchCount` numbers.
  func run(
    rows: Int, from numbers: UnsafePointer<Number>, into output: UnsafeMutablePointer<Number>,
    scratch: UnsafeMutablePointer<Number>
  ) {
    takeLines(of: output, rows: rows)
    let (rows, width) = isOneRow ? (1, rows &* width) : (rows, width)
    terms.withUnsafeBufferPointer { terms in
      leaves.withUnsafeBufferPointer { leaves in
        guard let firstTerm = terms.baseAddress else { return }
        for (index, panel) in vectors.panels.all.enumerated() {
          var job = TileJob(
            numbers: numbers, vectors: vectors.start(ofPanel: index),
            terms: firstTerm, output: output + panel.first, scratch: scratch)
          job.numberStep = self.numbers.result
          job.termCount = terms.count
          job.outputStep = outputs.result
          job.rows = width
          job.lanes = panel.lanes
          job.bias = bias?.start(ofPanel: index)
          job.isRectified = isRectified
          job.leaves = leaves
          for _ in 0..<rows {
            panel.kernel.compute(job)
            job.numbers += self.numbers.row
            job.output += outputs.row
          }
        }
      }
    }
  }
}

/// Where the results of rows stand, or the numbers they are made of: elements to the next one, and to the next row's.
struct RowSteps {
  let result: Int
  let row: Int
}
