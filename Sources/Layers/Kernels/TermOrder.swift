import Arrays

/// In which order NumPy walks the elements of a window, and so adds them.
///
/// NumPy allocates the product of two arrays in the memory order of the operands and then adds it in memory order; a
/// single strided array is added in its memory order too. For arrays in C order that is row, column, channel. Transposed
/// views and arrays in Fortran order give other sums in the last digit: this is where they get them from.
enum TermOrder {
  /// The axes, outermost first, as NumPy's iterator sorts them (order 'K') for operands with these strides.
  ///
  /// An insertion sort by the size of strides; when two operands disagree, C order wins.
  static func axes(shape: Dims, strides operands: Dims...) -> [Int] {
    var inwards: [Int] = []  // the innermost axis first
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      var place = inwards.count
      for index in stride(from: inwards.count - 1, through: 0, by: -1) {
        let order = compare(axis, inwards[index], shape, operands)
        if order == .runsInside { place = index }
        if order == .runsOutside { break }
      }
      inwards.insert(axis, at: place)
    }
    return inwards.reversed()
  }

  private enum Order { case runsInside, runsOutside, undecided }

  /// How `axis` stands to `other`, an axis right of it. Axes of length 1 and repeated elements decide nothing.
  private static func compare(_ axis: Int, _ other: Int, _ shape: Dims, _ operands: [Dims]) -> Order {
    var order = Order.undecided
    if shape[axis] == 1 || shape[other] == 1 { return order }
    for strides in operands where strides[axis] != 0 && strides[other] != 0 {
      if abs(strides[other]) <= abs(strides[axis]) {
        order = .runsOutside
      } else if order == .undecided {
        order = .runsInside
      }
    }
    return order
  }

  /// Where the elements stand, in the order of `axes`, relative to the first, in an array with these strides.
  static func offsets(shape: Dims, strides: Dims, axes: [Int]) -> [Int] {
    var offsets = [0]
    for axis in axes {
      offsets = offsets.flatMap { start in (0..<shape[axis]).map { start + $0 * strides[axis] } }
    }
    return offsets
  }
}
