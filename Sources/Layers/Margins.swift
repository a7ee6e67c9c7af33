/// Rows and columns of zeros around an image.
public struct Margins: Sendable, Equatable {
  public let top: Int
  public let bottom: Int
  public let left: Int
  public let right: Int

  /// The same number on each side.
  public init(_ width: Int) { (top, bottom, left, right) = (width, width, width, width) }

  public init(top: Int, bottom: Int, left: Int, right: Int) {
    (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
  }

  public static let none = Margins(0)
}

/// How a convolution pads its images.
public enum Padding: Sendable, Equatable {
  /// This many rows and columns of zeros on each side: the course's `pad`.
  case uniform(Int)
  /// As many as make n_H = ceil(n_H_prev / stride), and n_W alike: TensorFlow's "SAME". An odd one goes below and right.
  case same

  /// The margins of images of this size.
  func margins(height: Int, width: Int, windowSize: Int, stride: Int) -> Margins {
    switch self {
    case .uniform(let padding): return Margins(padding)
    case .same:
      func total(_ length: Int) -> Int {
        length == 0 ? 0 : max((length - 1) / stride * stride + windowSize - length, 0)
      }
      let (rows, columns) = (total(height), total(width))
      return Margins(top: rows / 2, bottom: rows - rows / 2, left: columns / 2, right: columns - columns / 2)
    }
  }
}

extension Padding: ExpressibleByIntegerLiteral {
  public init(integerLiteral width: Int) { self = .uniform(width) }
}
