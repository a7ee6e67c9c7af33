import KernelInterface

/// The kernels, built for one kind of processor.
///
/// The same sources make three modules on x86-64: for every such processor, for those with AVX2 and FMA (x86-64-v3) and
/// for those with AVX-512 (x86-64-v4). Which one is used is decided at run time. These modules keep to concrete types
/// and addresses: a function of the standard library that the compiler specialised and emitted here could be taken by
/// the linker for the whole program.
package enum BuiltKernels {
  #if AVX512
    package static let float64 = KernelSet(
      sums: [sum(Single<DoubleLanes8>.self), sum(Single<DoubleLanes4>.self)],
      pairwiseSums: [pairwise(Single<DoubleLanes8>.self), pairwise(Single<DoubleLanes4>.self)],
      pools: [
        pool(Twin<Twin<Twin<DoubleLanes8>>>.self, means: Twin<DoubleLanes8>.self),
        pool(Twin<DoubleLanes8>.self, means: Twin<DoubleLanes8>.self), pool(DoubleLanes8.self), pool(DoubleLanes4.self),
        pool(DoubleLanes1.self),
      ])
    package static let float32 = KernelSet(
      sums: [
        sum(Pair<FloatLanes16>.self), sum(Single<FloatLanes16>.self), sum(Single<FloatLanes8>.self),
        sum(Single<FloatLanes4>.self),
      ], pairwiseSums: [],
      pools: [
        pool(Twin<FloatLanes16>.self, means: Twin<FloatLanes16>.self), pool(FloatLanes16.self), pool(FloatLanes8.self),
        pool(FloatLanes4.self), pool(FloatLanes1.self),
      ])
  #elseif AVX2
    package static let float64 = KernelSet(
      sums: [sum(Pair<DoubleLanes4>.self), sum(Single<DoubleLanes4>.self), sum(Single<DoubleLanes2>.self)],
      pairwiseSums: [pairwise(Single<DoubleLanes4>.self), pairwise(Single<DoubleLanes2>.self)],
      pools: [pool(DoubleLanes4.self), pool(DoubleLanes2.self), pool(DoubleLanes1.self)])
    package static let float32 = KernelSet(
      sums: [sum(Pair<FloatLanes8>.self), sum(Single<FloatLanes8>.self), sum(Single<FloatLanes4>.self)],
      pairwiseSums: [], pools: [pool(FloatLanes8.self), pool(FloatLanes4.self), pool(FloatLanes1.self)])
  #else
    package static let float64 = KernelSet(
      sums: [sum(Pair<DoubleLanes2>.self), sum(Single<DoubleLanes2>.self)],
      pairwiseSums: [pairwise(Single<DoubleLanes2>.self)],
      pools: [pool(DoubleLanes2.self), pool(DoubleLanes1.self)])
    package static let float32 = KernelSet(
      sums: [sum(Pair<FloatLanes4>.self), sum(Single<FloatLanes4>.self)], pairwiseSums: [],
      pools: [pool(FloatLanes4.self), pool(FloatLanes1.self)])
  #endif

  @inline(__always)
  private static func sum<Row: Vectors & SendableMetatype>(_ row: Row.Type) -> Kernel<Row.Element.Number> {
    Kernel(width: Row.width) { SumKernel<Row>.compute($0) }
  }

  @inline(__always)
  private static func pairwise<Row: Vectors & SendableMetatype>(_ row: Row.Type) -> Kernel<Row.Element.Number> {
    Kernel(width: Row.width) { PairwiseKernel<Row>.compute($0) }
  }

  @inline(__always)
  private static func pool<Channels: Lanes & SendableMetatype>(_ channels: Channels.Type) -> PoolKernel<Channels.Number>
  {
    pool(channels, means: channels)
  }

  /// - Parameter means: what means are computed with: they keep eight sums in registers.
  @inline(__always)
  private static func pool<Channels: Lanes & SendableMetatype, Some: Lanes & SendableMetatype>(
    _ channels: Channels.Type, means: Some.Type
  ) -> PoolKernel<Channels.Number> where Some.Number == Channels.Number {
    PoolKernel(
      width: Channels.count, largest: { PoolPasses<Channels>.largest($0) },
      mean: { PoolPasses<Some>.mean($0.divided(Channels.count / Some.count)) },
      toLargest: { PoolPasses<Channels>.toLargest($0) }, toEach: { PoolPasses<Channels>.toEach($0) })
  }
}

extension PoolJob {
  /// For a kernel that is as narrow a part of the one that the job is for.
  fileprivate func divided(_ parts: Int) -> PoolJob {
    var job = self
    job.vectors &*= parts
    return job
  }
}
