import Arrays

extension AxesFunction {
  static let points: [AxesFunction] = [
    AxesFunction(
      "scatter",
      "x, y, s=, c=, marker=, cmap=, norm=, vmin=, vmax=, alpha=, linewidths=, *, edgecolors=, plotnonfinite=, data=, "
        + "**keywords"
    ) { call in try call.scatter() }
  ]
}

extension PlotCall {
  fileprivate mutating func scatter() throws -> Value {
    let (x, y) = (try vector(self[0], axes.xAxis), try vector(self[1], axes.yAxis))
    guard x.count == y.count else { throw Raised.valueError("x and y must be the same size") }
    let sizes = try has(2) ? interpreter.asArray(iterated(self[2])).copy(as: .float64) : NDArray([36.0], shape: [1])
    guard sizes.count == 1 || sizes.count == x.count else {
      throw Raised.valueError("s must be a scalar, or float array-like with the same size as x and y")
    }
    for (index, name) in [(4, "marker"), (9, "alpha"), (10, "linewidths"), (11, "edgecolors")] where has(index) {
      keywords.append((name, self[index]))
    }
    let mapping = try mapping(map: self[5], norm: self[6], low: self[7], high: self[8])
    var style = try style(.points)
    let (colours, values) = try colours(count: x.count, shape: x.shape)
    if let colours {
      style["facecolor"] = style["facecolor"] ?? colours
    } else if values == nil, style["color"] == nil, style["facecolor"] == nil {
      style["facecolor"] = .text(axes.nextPatchColour())
    }
    let points = Points(
      x: x, y: y, sizes: try sizes.ravel().copy(), values: values, mapping, style: style)
    axes.add(points)
    if values != nil { axes.currentImage = points }
    return .of(points)
  }

  /// What `c` says: colours, or numbers for the colour map.
  private func colours(count: Int, shape: Dims) throws -> (colours: StyleValue?, values: NDArray?) {
    guard has(3) else { return (nil, nil) }
    let given = try iterated(self[3])
    let isText = given.asString != nil || given.elements?.contains { $0.asString != nil } ?? false
    if !isText, let array = try? interpreter.asArray(given) {
      if array.count == count, array.rank == 1 || array.count > 4 || array.rank == 0 || count == 1 && array.rank < 2 {
        return (nil, try array.ravel().copy(as: .float64))
      }
      if array.rank == 1, Colour(try StyleValue(given, interpreter)) != nil {
        return (try StyleValue(given, interpreter), nil)
      }
      if array.rank == 2, array.shape[0] == count || array.shape[0] == 1, (3...4).contains(array.shape[1]) {
        return (try StyleValue(Value(array), interpreter), nil)
      }
      throw Raised.valueError(
        "'c' argument has \(array.rank == 0 ? 1 : array.shape[0]) elements, which is inconsistent with 'x' and 'y' with "
          + "size \(count).")
    }
    let style = try StyleValue(given, interpreter)
    if Colour(style) != nil { return (style, nil) }
    guard let list = style.list, list.allSatisfy({ Colour($0) != nil }) else {
      throw Raised.valueError(
        "'c' argument must be a color, a sequence of colors, or a sequence of numbers, not "
          + (try interpreter.representation(self[3])))
    }
    guard list.count == count || list.count == 1 else {
      throw Raised.valueError(
        "'c' argument has \(list.count) elements, which is inconsistent with 'x' and 'y' with size \(count).")
    }
    return (style, nil)
  }
}
