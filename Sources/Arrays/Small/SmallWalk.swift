/// The rows of up to three operands of one shape, in C order, axes that continue each other joined: what `StridedRuns`
/// does, for arrays so small that setting that up would take longer than the work.
struct SmallWalk {
  /// Elements that are still small: no checkpoint is passed on the way.
  static let largestCount = 8192

  private var extents = (1, 1, 1, 1)
  private var first = (0, 0, 0, 0)
  private var second = (0, 0, 0, 0)
  private var third = (0, 0, 0, 0)

  /// `nil` where more than four axes are left.
  @inline(__always)
  init?(
    _ rank: Int, _ lengths: UnsafePointer<Int>, _ a: UnsafePointer<Int>?, _ b: UnsafePointer<Int>?,
    _ c: UnsafePointer<Int>?
  ) {
    var axis = rank &- 1
    var count = 0
    while axis >= 0 {
      let length = lengths[axis]
      let (x, y, z) = (a?[axis] ?? 0, b?[axis] ?? 0, c?[axis] ?? 0)
      axis &-= 1
      if length == 1 { continue }
      switch count {
      case 0:
        (extents.0, first.0, second.0, third.0) = (length, x, y, z)
        count = 1
      case 1:
        if x == first.0 &* extents.0 && y == second.0 &* extents.0 && z == third.0 &* extents.0 {
          extents.0 &*= length
        } else {
          (extents.1, first.1, second.1, third.1) = (length, x, y, z)
          count = 2
        }
      case 2:
        if x == first.1 &* extents.1 && y == second.1 &* extents.1 && z == third.1 &* extents.1 {
          extents.1 &*= length
        } else {
          (extents.2, first.2, second.2, third.2) = (length, x, y, z)
          count = 3
        }
      case 3:
        if x == first.2 &* extents.2 && y == second.2 &* extents.2 && z == third.2 &* extents.2 {
          extents.2 &*= length
        } else {
          (extents.3, first.3, second.3, third.3) = (length, x, y, z)
          count = 4
        }
      default: return nil
      }
    }
  }

  /// Elements of a row, and the operands' steps along it.
  @inline(__always) var length: Int { extents.0 }
  @inline(__always) var steps: (Int, Int, Int) { (first.0, second.0, third.0) }

  @inline(__always)
  func forEachRow(_ body: (_ a: Int, _ b: Int, _ c: Int) -> Void) {
    var (i3, a3, b3, c3) = (0, 0, 0, 0)
    while i3 < extents.3 {
      var (i2, a2, b2, c2) = (0, a3, b3, c3)
      while i2 < extents.2 {
        var (i1, a1, b1, c1) = (0, a2, b2, c2)
        while i1 < extents.1 {
          body(a1, b1, c1)
          i1 &+= 1
          a1 &+= first.1
          b1 &+= second.1
          c1 &+= third.1
        }
        i2 &+= 1
        a2 &+= first.2
        b2 &+= second.2
        c2 &+= third.2
      }
      i3 &+= 1
      a3 &+= first.3
      b3 &+= second.3
      c3 &+= third.3
    }
  }
}
