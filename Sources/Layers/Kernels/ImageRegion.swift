import Arrays
import KernelInterface

/// Part of the images of a batch, with zeros where it reaches beyond them: what windows are cut from.
///
/// Kernels read a few rows at a time. Where the region lies within the images they read the images themselves; where it
/// has margins, rows are copied with their margins.
struct ImageRegion<Number: KernelElement> {
  private let images: UnsafePointer<Number>
  let height: Int
  let width: Int
  let channels: Int
  /// Columns of the image; negative ones and those from `width` on are margins.
  let columns: Range<Int>
  let isCopied: Bool

  /// - Parameter rows: all rows that will be asked for.
  init(
    _ images: UnsafePointer<Number>, height: Int, width: Int, channels: Int, rows: Range<Int>, columns: Range<Int>
  ) {
    self.images = images
    self.height = height
    self.width = width
    self.channels = channels
    self.columns = columns
    isCopied =
      rows.lowerBound < 0 || rows.upperBound > height || columns.lowerBound < 0 || columns.upperBound > width
  }

  /// Elements from one row to the next.
  var rowStep: Int { (isCopied ? columns.count : width) &* channels }

  /// Numbers that `rows` needs room for.
  func scratchCount(rows: Int) -> Int { isCopied ? rows &* rowStep : 0 }

  /// The address of the first column of the first row.
  func rows(_ rows: Range<Int>, ofImage image: Int, scratch: UnsafeMutablePointer<Number>) -> UnsafePointer<Number> {
    let image = images + image &* height &* width &* channels
    if !isCopied { return image + (rows.lowerBound &* width &+ columns.lowerBound) &* channels }
    var target = scratch
    let inside = columns.clamped(to: 0..<width)
    let before = (inside.lowerBound &- columns.lowerBound) &* channels
    let count = inside.count &* channels
    for row in rows {
      if row < 0 || row >= height || inside.isEmpty {
        target.update(repeating: 0, count: rowStep)
      } else {
        target.update(repeating: 0, count: before)
        (target + before).update(from: image + (row &* width &+ inside.lowerBound) &* channels, count: count)
        (target + (before &+ count)).update(repeating: 0, count: rowStep &- before &- count)
      }
      target += rowStep
    }
    return UnsafePointer(scratch)
  }
}
