/// What computes some results side by side.
package protocol SizedKernel: Sendable {
  /// How many.
  var width: Int { get }
}

/// A kernel for tiles of one width.
package struct Kernel<Number>: SizedKernel {
  package let width: Int
  package let compute: @Sendable (TileJob<Number>) -> Void

  @inlinable
  package init(width: Int, compute: @escaping @Sendable (TileJob<Number>) -> Void) {
    self.width = width
    self.compute = compute
  }
}

/// The kernels for one element type on one kind of processor, the widest first.
package struct KernelSet<Number>: Sendable {
  /// Add a job's products term after term.
  package let sums: [Kernel<Number>]
  /// Add them pairwise, as NumPy adds.
  package let pairwiseSums: [Kernel<Number>]

  package let pools: [PoolKernel<Number>]

  package init(sums: [Kernel<Number>], pairwiseSums: [Kernel<Number>], pools: [PoolKernel<Number>]) {
    self.sums = sums
    self.pairwiseSums = pairwiseSums
    self.pools = pools
  }

  /// Numbers that a job's scratch has room for: sixteen tiles of fourteen rows, as wide as they come.
  package static var scratchCount: Int { 16 * 14 * 32 }
}
