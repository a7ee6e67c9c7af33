/// What a sum begins with.
package enum SumStart: Sendable {
  /// Nothing.
  case fresh
  /// What stands in the output: as if the sum had been going on.
  case continued
  /// Nothing, and what stands in the output is added at the end. Shorter sums keep more digits.
  case addedTo
}

/// A block of sums of products: all that a convolution and its gradients are made of.
///
///     output[row * outputStep + lane] = sum over terms of
///       numbers[term.number + row * numberStep] * vectors[term.vector + lane]
///
/// Lanes are independent results that stand side by side (filters, or channels); rows are independent results below
/// each other (pixels, or a filter's elements). A kernel keeps some rows in registers and goes through the terms once
/// for them, so that each product's order inside its sum is that of the terms.
package struct TileJob<Number>: @unchecked Sendable {
  package var numbers: UnsafePointer<Number>
  package var numberStep = 0
  package var vectors: UnsafePointer<Number>
  package var terms: UnsafePointer<Term>
  package var termCount = 0
  package var output: UnsafeMutablePointer<Number>
  package var outputStep = 0
  package var rows = 0
  /// How many lanes of the kernel's width are wanted. All of them unless the start is fresh.
  package var lanes = 0
  package var start = SumStart.fresh
  /// Added to each row at the end; as many as the kernel is wide.
  package var bias: UnsafePointer<Number>?
  /// Whether negative results become zero: a layer's ReLU, in the pass that writes them.
  package var isRectified = false
  /// How a pairwise sum falls into pieces.
  package var leaves: UnsafeBufferPointer<Leaf>
  /// Room for `KernelSet.scratchCount` numbers.
  package var scratch: UnsafeMutablePointer<Number>

  @inlinable
  package init(
    numbers: UnsafePointer<Number>, vectors: UnsafePointer<Number>, terms: UnsafePointer<Term>,
    output: UnsafeMutablePointer<Number>, scratch: UnsafeMutablePointer<Number>
  ) {
    self.numbers = numbers
    self.vectors = vectors
    self.terms = terms
    self.output = output
    self.scratch = scratch
    leaves = UnsafeBufferPointer(start: nil, count: 0)
  }
}
