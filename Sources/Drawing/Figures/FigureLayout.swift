import Cells

/// Where the axes of a figure stand, in pixels.
struct FigureLayout {
  private let figure: Figure
  private var spacing: SubplotSpacing
  private(set) var boxes: [ObjectIdentifier: Box] = [:]
  /// Of axes whose aspect makes them smaller, the whole place.
  private(set) var cells: [ObjectIdentifier: Box] = [:]

  init(_ figure: Figure) {
    self.figure = figure
    spacing = figure.spacing
    place()
  }

  /// A second time, with margins and gaps that give room for what stands around the axes.
  ///
  /// - Parameter bounds: of axes with their numbers and labels.
  mutating func tighten(pixelsPerPoint: Double, _ bounds: (FigureAxes, Box) -> Box) {
    let pad = (figure.style.number("tight.pad") ?? 1.08) * 10 * pixelsPerPoint
    var grid = (rows: 1, columns: 1)
    var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0)
    var (gapsX, gapsY): ([Int: Double], [Int: Double]) = ([:], [:])
    for axes in figure.axes {
      guard case .grid(let rows, let columns, let row, let column) = axes.place,
        let cell = cells[ObjectIdentifier(axes)]
      else { continue }
      grid = (rows, columns)
      var outer = boxes[ObjectIdentifier(axes)].map { bounds(axes, $0) } ?? cell
      for bar in figure.axes where bar.colourBar?.parent === axes {
        if let box = boxes[ObjectIdentifier(bar)] { outer = outer.union(bounds(bar, box)) }
      }
      let before = (max(0, cell.left - outer.left), max(0, cell.top - outer.top))
      let behind = (max(0, outer.right - cell.right), max(0, outer.bottom - cell.bottom))
      if column.lowerBound == 0 {
        left = max(left, before.0)
      } else {
        gapsX[2 * column.lowerBound] = max(gapsX[2 * column.lowerBound] ?? 0, before.0)
      }
      if row.lowerBound == 0 {
        top = max(top, before.1)
      } else {
        gapsY[2 * row.lowerBound] = max(gapsY[2 * row.lowerBound] ?? 0, before.1)
      }
      if column.upperBound == columns - 1 {
        right = max(right, behind.0)
      } else {
        gapsX[2 * column.upperBound + 1] = max(gapsX[2 * column.upperBound + 1] ?? 0, behind.0)
      }
      if row.upperBound == rows - 1 {
        bottom = max(bottom, behind.1)
      } else {
        gapsY[2 * row.upperBound + 1] = max(gapsY[2 * row.upperBound + 1] ?? 0, behind.1)
      }
    }
    if let title = figure.title, !title.text.isEmpty {
      top += (title.style["fontsize"]?.fontSize(base: 10) ?? 12) * 1.3 * pixelsPerPoint
    }
    let (width, height) = (figure.pixelWidth, figure.pixelHeight)
    func gap(_ gaps: [Int: Double], _ count: Int) -> Double {
      (1..<max(count, 1)).map { (gaps[2 * $0 - 1] ?? 0) + (gaps[2 * $0] ?? 0) + pad }.max() ?? 0
    }
    let (gapX, gapY) = (gap(gapsX, grid.columns), gap(gapsY, grid.rows))
    let usableX = width - left - right - 2 * pad
    let usableY = height - top - bottom - 2 * pad
    let cellWidth = (usableX - gapX * Double(grid.columns - 1)) / Double(grid.columns)
    let cellHeight = (usableY - gapY * Double(grid.rows - 1)) / Double(grid.rows)
    guard cellWidth > 1, cellHeight > 1 else { return }
    spacing.left = (left + pad) / width
    spacing.right = 1 - (right + pad) / width
    spacing.bottom = (bottom + pad) / height
    spacing.top = 1 - (top + pad) / height
    spacing.widthGap = gapX / cellWidth
    spacing.heightGap = gapY / cellHeight
    place()
  }

  private mutating func place() {
    (boxes, cells) = ([:], [:])
    for axes in figure.axes where axes.colourBar == nil || axes.place != .beside {
      let box = cell(of: axes)
      cells[ObjectIdentifier(axes)] = box
      boxes[ObjectIdentifier(axes)] = box
    }
    var shifts: [ObjectIdentifier: Double] = [:]
    for axes in figure.axes {
      guard let bar = axes.colourBar, axes.place == .beside, let parent = bar.parent,
        let room = boxes[ObjectIdentifier(parent)]
      else { continue }
      let (rest, own) = split(room, bar.style)
      boxes[ObjectIdentifier(parent)] = rest
      boxes[ObjectIdentifier(axes)] = own
      cells[ObjectIdentifier(axes)] = own
      shifts[ObjectIdentifier(parent)] = bar.isHorizontal ? 0.5 : 1
    }
    for axes in figure.axes {
      let id = ObjectIdentifier(axes)
      guard axes.colourBar == nil, let box = boxes[id] else { continue }
      boxes[id] = fitted(axes, box, anchor: shifts[id] ?? 0.5)
    }
  }

  /// Before an aspect makes it smaller.
  private func cell(of axes: FigureAxes) -> Box {
    var parts = axes.rectangle(in: figure, spacing)
    if case .grid(let rows, let columns, let row, let column) = axes.place {
      let (widths, heights) = (figure.style.numbers("grid.width_ratios"), figure.style.numbers("grid.height_ratios"))
      if widths.count == columns {
        let whole = spacing.rectangle(rows: 1, columns: 1, row: 0...0, column: 0...0)
        (parts[0], parts[2]) = stretch(whole[0], whole[2], widths, column, spacing.widthGap, isReversed: false)
      }
      if heights.count == rows {
        let whole = spacing.rectangle(rows: 1, columns: 1, row: 0...0, column: 0...0)
        (parts[1], parts[3]) = stretch(whole[1], whole[3], heights, row, spacing.heightGap, isReversed: true)
      }
    }
    let (width, height) = (figure.pixelWidth, figure.pixelHeight)
    return Box(
      left: parts[0] * width, top: height - (parts[1] + parts[3]) * height, right: (parts[0] + parts[2]) * width,
      bottom: height - parts[1] * height)
  }

  private func stretch(
    _ start: Double, _ length: Double, _ ratios: [Double], _ cells: ClosedRange<Int>, _ gap: Double, isReversed: Bool
  ) -> (Double, Double) {
    let count = Double(ratios.count)
    let mean = length / (count + gap * (count - 1))
    let unit = mean * count / ratios.reduce(0, +)
    let before = ratios[..<cells.lowerBound].reduce(0, +) * unit + Double(cells.lowerBound) * mean * gap
    let own = ratios[cells].reduce(0, +) * unit + Double(cells.count - 1) * mean * gap
    return (isReversed ? start + length - before - own : start + before, own)
  }

  /// Room for a colour bar, taken from the axes that it belongs to.
  private func split(_ room: Box, _ style: Style) -> (rest: Box, bar: Box) {
    let isHorizontal = style.isHorizontalBar
    let fraction = style.number("fraction") ?? 0.15
    let pad = style.number("pad") ?? (isHorizontal ? 0.15 : 0.05)
    let shrink = style.number("shrink") ?? 1
    let aspect = style.number("aspect") ?? 20
    var (rest, bar) = (room, room)
    if isHorizontal {
      rest.bottom = room.bottom - room.height * (fraction + pad)
      bar.top = room.bottom - room.height * fraction
      let margin = room.width * (1 - shrink) / 2
      (bar.left, bar.right) = (room.left + margin, room.right - margin)
      bar.bottom = bar.top + min(bar.width / aspect, room.height * fraction)
    } else {
      rest.right = room.right - room.width * (fraction + pad)
      bar.left = room.right - room.width * fraction
      let margin = room.height * (1 - shrink) / 2
      (bar.top, bar.bottom) = (room.top + margin, room.bottom - margin)
      bar.right = bar.left + min(bar.height / aspect, room.width * fraction)
    }
    return (rest, bar)
  }

  private func fitted(_ axes: FigureAxes, _ box: Box, anchor: Double) -> Box {
    guard case .ratio(let ratio) = axes.aspect, !axes.adjustsData, axes.xAxis.range.scale == .linear,
      axes.yAxis.range.scale == .linear
    else { return box }
    let (x, y) = (axes.xLimits, axes.yLimits)
    let wanted = abs(y.1 - y.0) / abs(x.1 - x.0) * ratio
    guard wanted.isFinite, wanted > 0 else { return box }
    var fitted = box
    if box.height / box.width > wanted {
      let height = box.width * wanted
      (fitted.top, fitted.bottom) = (box.centre.y - height / 2, box.centre.y + height / 2)
    } else {
      let width = box.height / wanted
      fitted.left = box.left + (box.width - width) * anchor
      fitted.right = fitted.left + width
    }
    return fitted
  }
}

extension Style {
  var isHorizontalBar: Bool {
    text("orientation") == "horizontal" || ["top", "bottom"].contains(text("location") ?? "")
  }
}

extension ColourBar {
  var isHorizontal: Bool { style.isHorizontalBar }
}
