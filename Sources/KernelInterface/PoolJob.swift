/// A row of windows of a pooling, in neighbouring channels: some kernels' width of them.
package struct PoolJob<Number>: @unchecked Sendable {
  /// The first number of the first window, in the first channel.
  package var input: UnsafePointer<Number>
  /// Where a window's numbers of one channel stand relative to its first one.
  package var offsets: UnsafeBufferPointer<Int>
  package var windows = 0
  /// How often the kernel's width makes the channels.
  package var vectors = 1
  /// Elements from one window to the next.
  package var windowStep = 0
  /// A number for each window: what the forward pass writes and the backward pass reads.
  package var results: UnsafeMutablePointer<Number>
  /// Elements from one window's result to the next.
  package var resultStep = 0
  /// The gradient of the input, laid out as the input is.
  package var gradient: UnsafeMutablePointer<Number>?
  package var delivery = Delivery.written
  /// Whether a ReLU made the input, and the gradient is that of what the ReLU was given: a window of zeros passes nothing on.
  package var isRectified = false

  /// How what is computed gets to where it stands.
  package enum Delivery: Sendable {
    /// Added to it: a number of the input can be in several windows, whose shares are added to its gradient.
    case added
    case written
    /// Written past the caches, which do not hold as much. Each pixel is whole lines of memory, of 64 bytes.
    case streamed
  }

  @inlinable
  package init(
    input: UnsafePointer<Number>, offsets: UnsafeBufferPointer<Int>, results: UnsafeMutablePointer<Number>
  ) {
    self.input = input
    self.offsets = offsets
    self.results = results
  }
}

/// The passes of a pooling, for as many channels at a time as `width`.
package struct PoolKernel<Number>: SizedKernel {
  package typealias Pass = @Sendable (PoolJob<Number>) -> Void

  package let width: Int
  package let largest: Pass
  package let mean: Pass
  /// A window's gradient goes to its largest numbers.
  package let toLargest: Pass
  /// Each number of a window gets its share of the gradient.
  package let toEach: Pass

  @inlinable
  package init(
    width: Int, largest: @escaping Pass, mean: @escaping Pass, toLargest: @escaping Pass, toEach: @escaping Pass
  ) {
    self.width = width
    self.largest = largest
    self.mean = mean
    self.toLargest = toLargest
    self.toEach = toEach
  }
}
