import Arrays
import Cells
import Layers

/// Which arrays a screen shows, in the order in which they are read.
extension TraceView {
  var grids: [NumberGrid] {
    switch (trace.kind, trace.isBackward) {
    case (.convolution, false): [input, filter, products, output]
    case (.convolution, true): [input, output, inputGradient, filter, inputShare, weightGradient, weightShare]
    case (.pooling, false): [input, window, output]
    case (.pooling, true): [input, mask, output, inputGradient]
    }
  }

  private var place: WindowTrace.Place { walk.place }
  private var size: Int { trace.grid.windowSize }

  private func windowMark(_ place: WindowTrace.Place) -> NumberGrid.Mark {
    NumberGrid.Mark(trace.grid.rows(place.row), trace.grid.columns(place.column))
  }

  /// Of the step, and of what is pinned in the same image.
  private var windowMarks: [NumberGrid.Mark] {
    let pinned = walk.pinned.flatMap { $0.image == place.image && $0 != place ? windowMark($0).pinned : nil }
    return [windowMark(place)] + [pinned].compactMap(\.self)
  }

  /// The padded image in the channel that is shown.
  private var input: NumberGrid {
    let (name, place, channel) = (names.input, place, walk.channel)
    let plane = trace.inputPlane(image: place.image, channel: channel)
    return NumberGrid(
      title: { "\(name)[\(place.image),\($0),\($1),\(channel)]" }, rowCount: plane.shape[0],
      columnCount: plane.shape[1], marks: windowMarks, focus: windowMark(place)
    ) { row, column in
      trace.isPadding(row: row, column: column) ? .padding : .number(plane.element(row, column).double)
    }
  }

  private var inputGradient: NumberGrid {
    let (name, place, channel, steps) = (names.inputGradient, place, walk.channel, walk.step + 1)
    return NumberGrid(
      title: { "\(name)[\(place.image),\($0),\($1),\(channel)] so far" }, rowCount: trace.grid.paddedHeight,
      columnCount: trace.grid.paddedWidth, marks: windowMarks, focus: windowMark(place)
    ) { row, column in
      if trace.isPadding(row: row, column: column) { return .padding }
      let sum = trace.inputGradient(image: place.image, row: row, column: column, channel: channel, after: steps)
      return .number(sum.double)
    }
  }

  /// Forward it fills up; backward all of it is there, and the step's number is marked.
  private var output: NumberGrid {
    let (name, place, step) = (names.output, place, walk.step)
    let plane = trace.outputPlane(image: place.image, channel: place.channel)
    let mark = { (place: WindowTrace.Place) in NumberGrid.Mark(place.row, place.column) }
    let pinned = walk.pinned.flatMap {
      $0.image == place.image && $0.channel == place.channel && $0 != place ? mark($0).pinned : nil
    }
    return NumberGrid(
      title: { "\(name)[\(place.image),\($0),\($1),\(place.channel)]" }, rowCount: plane.shape[0],
      columnCount: plane.shape[1], marks: [mark(place)] + [pinned].compactMap(\.self), focus: mark(place)
    ) { row, column in
      let isOpen = trace.step(at: WindowTrace.Place(place.image, row, column, place.channel)) > step
      return isOpen && !trace.isBackward ? .open : .number(plane.element(row, column).double)
    }
  }

  /// Numbers that belong to those of the window, one to each.
  private func windowGrid(
    _ title: String, marks: [NumberGrid.Mark] = [], _ number: @escaping (_ row: Int, _ column: Int) -> Scalar?
  ) -> NumberGrid {
    NumberGrid(title: { _, _ in title }, rowCount: size, columnCount: size, hasIndices: false, marks: marks) {
      row, column in
      number(row, column).map { .number($0.double) } ?? .open
    }
  }

  private func array(_ title: String, _ array: NDArray?, marks: [NumberGrid.Mark] = []) -> NumberGrid {
    windowGrid(title, marks: marks) { row, column in array?.element(row, column) }
  }

  private var filter: NumberGrid {
    array("W[:,:,\(walk.channel),\(place.channel)]", trace.filter(place.channel, channel: walk.channel))
  }

  private var products: NumberGrid {
    array("window * W", try? trace.products(at: place, channel: walk.channel))
  }

  /// The window that is pooled; of the largest numbers' pooling those in brackets.
  private var window: NumberGrid {
    array("window", trace.window(at: place, channel: walk.channel), marks: largestMarks)
  }

  private var largestMarks: [NumberGrid.Mark] {
    guard let mask = try? trace.mask(at: place) else { return [] }
    return (0..<size * size).map { ($0 / size, $0 % size) }
      .filter { mask.element($0, $1) == .bool(true) }.map { NumberGrid.Mark($0, $1) }
  }

  private var mask: NumberGrid {
    if let mask = try? trace.mask(at: place) { return array("mask", mask, marks: largestMarks) }
    return windowGrid("dA / \(size * size)") { [trace, place, channel = walk.channel] row, column in
      trace.inputShare(at: place, row: row, column: column, channel: channel)
    }
  }

  private var inputShare: NumberGrid {
    windowGrid("W * dZ") { [trace, place, channel = walk.channel] row, column in
      trace.inputShare(at: place, row: row, column: column, channel: channel)
    }
  }

  private var weightGradient: NumberGrid {
    let (trace, place, channel, steps) = (trace, place, walk.channel, walk.step + 1)
    return windowGrid("dW[:,:,\(channel),\(place.channel)] so far") { row, column in
      trace.weightGradient(row: row, column: column, channel: channel, filter: place.channel, after: steps)
    }
  }

  private var weightShare: NumberGrid {
    windowGrid("window * dZ") { [trace, place, channel = walk.channel] row, column in
      trace.weightShare(at: place, row: row, column: column, channel: channel)
    }
  }
}
