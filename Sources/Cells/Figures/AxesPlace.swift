/// Where axes stand on their figure.
package enum AxesPlace: Sendable, Equatable {
  /// Cells of a grid, counted from 0: the rows and columns that the axes cover.
  case grid(rows: Int, columns: Int, row: ClosedRange<Int>, column: ClosedRange<Int>)
  /// Left, bottom, width and height as parts of the figure's.
  case rectangle([Double])
  /// On the same place as others: `twinx`.
  case over
  /// Beside others: a colour bar.
  case beside

  func add(to digest: inout FigureDigest) {
    switch self {
    case .grid(let rows, let columns, let row, let column):
      for number in [rows, columns, row.lowerBound, row.upperBound, column.lowerBound, column.upperBound] {
        digest.add(number)
      }
    case .rectangle(let parts): digest.add(parts)
    case .over: digest.add("over")
    case .beside: digest.add("beside")
    }
  }
}

/// The margins of a figure's grids and the gaps between their cells; gaps as parts of a cell.
package struct SubplotSpacing: Sendable, Equatable {
  package var left = 0.125
  package var right = 0.9
  package var bottom = 0.11
  package var top = 0.88
  package var widthGap = 0.2
  package var heightGap = 0.2

  package init() {}

  /// Left, bottom, width and height of a grid's cells.
  package func rectangle(rows: Int, columns: Int, row: ClosedRange<Int>, column: ClosedRange<Int>) -> [Double] {
    let width = (right - left) / (Double(columns) + widthGap * Double(columns - 1))
    let height = (top - bottom) / (Double(rows) + heightGap * Double(rows - 1))
    let (stepX, stepY) = (width * (1 + widthGap), height * (1 + heightGap))
    let x = left + stepX * Double(column.lowerBound)
    let y = top - stepY * Double(row.upperBound) - height
    return [x, y, width + stepX * Double(column.count - 1), height + stepY * Double(row.count - 1)]
  }

  func add(to digest: inout FigureDigest) { digest.add([left, right, bottom, top, widthGap, heightGap]) }
}
