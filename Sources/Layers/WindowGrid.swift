/// Where the windows of a convolution or a pooling stand on an image: the one arithmetic that all of them share.
///
/// A window is f x f pixels. It starts in the upper left corner of the image, which may have margins of `padding` pixels,
/// and moves `stride` pixels at a time, so that there are, floor meaning rounded down,
///
///     n_H = floor((n_H_prev - f + 2 * padding) / stride) + 1
///     n_W = floor((n_W_prev - f + 2 * padding) / stride) + 1
///
/// windows. What is left at the lower and right edges is in no window. Rows and columns count in the padded image.
public struct WindowGrid: Sendable, Equatable {
  public let inputHeight: Int
  public let inputWidth: Int
  /// f.
  public let windowSize: Int
  public let stride: Int
  public let margins: Margins

  /// The same margin on each side. `nil` if not even one window fits.
  /// - Precondition: `windowSize` and `stride` are at least 1, the others at least 0.
  public init?(inputHeight: Int, inputWidth: Int, windowSize: Int, stride: Int, padding: Int = 0) {
    self.init(
      inputHeight: inputHeight, inputWidth: inputWidth, windowSize: windowSize, stride: stride,
      margins: Margins(padding))
  }

  /// `nil` if not even one window fits.
  /// - Precondition: `windowSize` and `stride` are at least 1, the others at least 0.
  public init?(inputHeight: Int, inputWidth: Int, windowSize: Int, stride: Int, margins: Margins) {
    precondition(windowSize >= 1 && stride >= 1 && inputHeight >= 0 && inputWidth >= 0)
    precondition(margins.top >= 0 && margins.bottom >= 0 && margins.left >= 0 && margins.right >= 0)
    self.inputHeight = inputHeight
    self.inputWidth = inputWidth
    self.windowSize = windowSize
    self.stride = stride
    self.margins = margins
    if paddedHeight < windowSize || paddedWidth < windowSize { return nil }
  }

  public var paddedHeight: Int { WindowGrid.paddedLength(inputHeight, margins.top, margins.bottom) }
  public var paddedWidth: Int { WindowGrid.paddedLength(inputWidth, margins.left, margins.right) }

  /// n_H: how many windows stand below each other.
  public var outputHeight: Int { (paddedHeight - windowSize) / stride + 1 }
  /// n_W: how many windows stand beside each other.
  public var outputWidth: Int { (paddedWidth - windowSize) / stride + 1 }

  /// Rows and columns of the padded image that are in windows, up to the last one.
  var usedHeight: Int { (outputHeight - 1) * stride + windowSize }
  var usedWidth: Int { (outputWidth - 1) * stride + windowSize }

  /// The rows of the padded image that the windows with index `h` cover: `vert_start ..< vert_end`.
  public func rows(_ h: Int) -> Range<Int> { h * stride..<h * stride + windowSize }
  /// The columns of the padded image that the windows with index `w` cover: `horiz_start ..< horiz_end`.
  public func columns(_ w: Int) -> Range<Int> { w * stride..<w * stride + windowSize }

  /// Where window (h, w) starts in a C-contiguous padded image with this many channels, in elements.
  func origin(_ h: Int, _ w: Int, channels: Int) -> Int {
    (rows(h).lowerBound &* paddedWidth &+ columns(w).lowerBound) &* channels
  }

  /// A side with its two margins. What does not fit in an `Int` is cut off: there is no memory for it anyway.
  static func paddedLength(_ length: Int, _ before: Int, _ after: Int) -> Int {
    let (some, tooWide) = length.addingReportingOverflow(before)
    let (total, tooLong) = some.addingReportingOverflow(after)
    return tooWide || tooLong ? Int.max : total
  }
}
