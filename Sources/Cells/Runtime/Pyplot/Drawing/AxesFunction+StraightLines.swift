import Arrays

extension AxesFunction {
  /// Lines and bands across the axes.
  static let straightLines: [AxesFunction] = [
    AxesFunction("axhline", "y=, xmin=, xmax=, **keywords") { call in try call.line(isHorizontal: true) },
    AxesFunction("axvline", "x=, ymin=, ymax=, **keywords") { call in try call.line(isHorizontal: false) },
    AxesFunction("axhspan", "ymin, ymax, xmin=, xmax=, **keywords") { call in try call.band(isHorizontal: true) },
    AxesFunction("axvspan", "xmin, xmax, ymin=, ymax=, **keywords") { call in try call.band(isHorizontal: false) },
    AxesFunction("hlines", "y, xmin, xmax, colors=, linestyles=, label=, *, data=, **keywords") { call in
      try call.segments(isHorizontal: true)
    },
    AxesFunction("vlines", "x, ymin, ymax, colors=, linestyles=, label=, *, data=, **keywords") { call in
      try call.segments(isHorizontal: false)
    },
  ]
}

extension PlotCall {
  fileprivate func line(isHorizontal: Bool) throws -> Value {
    let place = try number(0, default: 0)
    let span = try NDArray([number(1, default: 0), number(2, default: 1)], shape: [2])
    let places = try NDArray([place, place], shape: [2])
    var style = try style(.line)
    if style["color"] == nil { style["color"] = .text(axes.nextLineColour()) }
    let line = Line(
      x: isHorizontal ? span : places, y: isHorizontal ? places : span, extent: isHorizontal ? .acrossX : .acrossY,
      style: finished(style))
    axes.add(line)
    return .of(line)
  }

  fileprivate func band(isHorizontal: Bool) throws -> Value {
    let (low, high) = (try number(0), try number(1))
    let (start, end) = (try number(2, default: 0), try number(3, default: 1))
    let style = try style(.rectangle)
    let band =
      isHorizontal
      ? Rectangle(x: start, y: low, width: end - start, height: high - low, extent: .acrossX, style: style)
      : Rectangle(x: low, y: start, width: high - low, height: end - start, extent: .acrossY, style: style)
    axes.add(band)
    return .of(band)
  }

  fileprivate mutating func segments(isHorizontal: Bool) throws -> Value {
    for (index, name) in [(3, "colors"), (4, "linestyles"), (5, "label")] where has(index) {
      keywords.append((name, self[index]))
    }
    let style = try style(.segments)
    let places = try vector(self[0], isHorizontal ? axes.yAxis : axes.xAxis)
    func ends(_ index: Int) throws -> NDArray {
      let given = try vector(self[index], isHorizontal ? axes.xAxis : axes.yAxis)
      if given.count == places.count { return given }
      guard given.count == 1 else {
        throw Raised.valueError(
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
            + "\(places.shape) and arg \(index) with shape \(given.shape).")
      }
      return try NDArray(Array(repeating: given.double(at: 0), count: places.count), shape: [places.count])
    }
    let (start, end) = (try ends(1), try ends(2))
    let segments =
      isHorizontal
      ? Segments(startX: start, startY: places, endX: end, endY: places, style: style)
      : Segments(startX: places, startY: start, endX: places, endY: end, style: style)
    axes.add(segments)
    return .of(segments)
  }
}
