import Arrays

extension AxesFunction {
  static let areas: [AxesFunction] = [
    AxesFunction("fill", "*args, data=, **keywords") { call in try call.fill() },
    AxesFunction("fill_between", "x, y1, y2=, where=, interpolate=, step=, *, data=, **keywords") { call in
      try call.fillBetween(isVertical: true)
    },
    AxesFunction("fill_betweenx", "y, x1, x2=, where=, step=, interpolate=, *, data=, **keywords") { call in
      try call.fillBetween(isVertical: false)
    },
  ]
}

extension PlotCall {
  /// Polygons: `x, y, [colour], x, y, [colour], ...`.
  fileprivate func fill() throws -> Value {
    var arguments = rest[...]
    var outlines: [Artist] = []
    while arguments.count >= 2 {
      let (first, second) = (arguments.removeFirst(), arguments.removeFirst())
      var style = try style(.polygon)
      if let colour = arguments.first, colour.asString != nil {
        let format = try self.style(of: interpreter.text(arguments.removeFirst()))
        style["facecolor"] = style["facecolor"] ?? format["color"]
      }
      let (x, y) = (try vector(first, axes.xAxis), try vector(second, axes.yAxis))
      guard x.count == y.count else {
        throw Raised.valueError("x and y must have same first dimension, but have shapes \(x.shape) and \(y.shape)")
      }
      if style["facecolor"] == nil, style["color"] == nil { style["facecolor"] = .text(axes.nextPatchColour()) }
      let outline = Outline(x: x, y: y, style: style)
      axes.add(outline)
      outlines.append(outline)
    }
    return Value(artists: outlines)
  }

  fileprivate func fillBetween(isVertical: Bool) throws -> Value {
    let (along, across) = isVertical ? (axes.xAxis, axes.yAxis) : (axes.yAxis, axes.xAxis)
    let positions = try vector(self[0], along)
    func curve(_ index: Int, _ name: String) throws -> NDArray {
      let array = try has(index) ? vector(self[index], across) : NDArray([0.0], shape: [1])
      if array.count == positions.count { return array }
      guard array.count == 1 else {
        throw Raised.valueError(
          "operands could not be broadcast together with shapes \(positions.shape.compactDescription) "
            + array.shape.compactDescription + " ")
      }
      return try NDArray(Array(repeating: array.double(at: 0), count: positions.count), shape: [positions.count])
    }
    let mask = try has(3) ? interpreter.asArray(iterated(self[3])).copy(as: .bool) : nil
    if let mask, mask.count != positions.count {
      throw Raised.valueError(
        "where size (\(mask.count)) does not match '\(isVertical ? "x" : "y")' size (\(positions.count))")
    }
    var style = try style(.area)
    if style["color"] == nil, style["facecolor"] == nil { style["facecolor"] = .text(axes.nextPatchColour()) }
    let area = FilledArea(
      positions: positions, first: try curve(1, "first"), second: try curve(2, "second"), mask: mask,
      isVertical: isVertical, style: style)
    axes.add(area)
    return .of(area)
  }
}
