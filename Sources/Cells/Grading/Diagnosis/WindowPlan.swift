/// Where windows stand when they are placed with a mistake.
struct WindowPlan {
  /// n_H and n_W.
  var rows: Int
  var columns: Int
  /// Between the beginnings of two windows.
  var step: Int
  /// Of a window.
  var size: Int
  /// Added to the beginning of each window.
  var shift = 0
  /// Rows by the column's index and columns by the row's.
  var isExchanged = false

  /// Several ways where a mistake can be made in several; none where the mistake is no matter of windows.
  static func plans(_ input: LayerInput, height: Int, width: Int, size: Int, _ mistake: Mistake?) -> [WindowPlan] {
    let stride = input.stride
    func count(_ length: Int, _ size: Int, _ step: Int) -> Int { length < size ? 0 : (length - size) / step + 1 }
    func plan(_ step: Int, _ size: Int, formulaStep: Int? = nil, formulaSize: Int? = nil) -> WindowPlan {
      let (formulaStep, formulaSize) = (formulaStep ?? step, formulaSize ?? size)
      return WindowPlan(
        rows: count(height, formulaSize, formulaStep), columns: count(width, formulaSize, formulaStep), step: step,
        size: size)
    }
    var usual = plan(stride, size)
    switch mistake {
    case .strideIgnored: return [plan(1, size, formulaStep: stride), plan(1, size)]
    case .strideForWindowSize:
      return [plan(stride, stride, formulaSize: size), plan(stride, stride), plan(stride, size, formulaSize: stride)]
    case .windowSizeForStride: return [plan(size, size, formulaStep: stride), plan(size, size)]
    case .oneWindowShort:
      usual.rows -= 1
      usual.columns -= 1
      return usual.rows < 0 || usual.columns < 0 ? [] : [usual]
    case .windowOneShort:
      usual.size -= 1
      return usual.size < 1 ? [] : [usual]
    case .windowOneLate:
      usual.shift = 1
      return [usual]
    case .heightWidthExchanged:
      var swapped = usual
      swapped.isExchanged = true
      var sizes = usual
      (sizes.rows, sizes.columns) = (usual.columns, usual.rows)
      var both = sizes
      both.isExchanged = true
      return [swapped, sizes, both]
    default: return [usual]
    }
  }

  func top(_ h: Int, _ w: Int) -> Int { (isExchanged ? w : h) * step + shift }
  func left(_ h: Int, _ w: Int) -> Int { (isExchanged ? h : w) * step + shift }

  /// Whether every window lies in an image of this size as a whole.
  func fits(height: Int, width: Int) -> Bool {
    guard rows > 0, columns > 0 else { return true }
    return top(rows - 1, columns - 1) + size <= height && left(rows - 1, columns - 1) + size <= width
  }
}

extension Mistake {
  /// Whether it is a matter of where windows stand.
  var placesWindows: Bool {
    switch self {
    case .strideIgnored, .strideForWindowSize, .windowSizeForStride, .oneWindowShort, .windowOneShort, .windowOneLate,
      .heightWidthExchanged:
      true
    default: false
    }
  }
}
