import Arrays

extension AxesFunction {
  /// Lines through points.
  static let lines: [AxesFunction] = [
    AxesFunction("plot", "*args, scalex=, scaley=, data=, **keywords") { call in
      try call.refuse(2, "data")
      return Value(artists: try call.plot())
    },
    AxesFunction("semilogx", "*args, **keywords") { call in
      call.axes.xAxis.range.scale = .log
      return Value(artists: try call.plot())
    },
    AxesFunction("semilogy", "*args, **keywords") { call in
      call.axes.yAxis.range.scale = .log
      return Value(artists: try call.plot())
    },
    AxesFunction("loglog", "*args, **keywords") { call in
      call.axes.xAxis.range.scale = .log
      call.axes.yAxis.range.scale = .log
      return Value(artists: try call.plot())
    },
    AxesFunction("step", "x, y, *args, where=, data=, **keywords") { call in
      let place = call.has(2) ? try call.interpreter.choice(call[2], "where", ["pre", "post", "mid"]) : "pre"
      call.keywords.append(("drawstyle", Value("steps-\(place)")))
      return Value(artists: try call.plot([call[0], call[1]] + call.rest))
    },
    AxesFunction(
      "errorbar",
      "x, y, yerr=, xerr=, fmt=, ecolor=, elinewidth=, capsize=, barsabove=, lolims=, uplims=, xlolims=, xuplims=, "
        + "errorevery=, capthick=, *, data=, **keywords"
    ) { call in try call.errorBars() },
    AxesFunction(
      "stem", "*args, linefmt=, markerfmt=, basefmt=, bottom=, label=, orientation=, data="
    ) { call in try call.stems() },
  ]
}

extension PlotCall {
  func plot() throws -> [Line] { try plot(rest) }

  /// What `plot` draws for `[x], y, [format], [x], y, [format], ...`.
  func plot(_ arguments: [Value]) throws -> [Line] {
    var arguments = arguments[...]
    var groups: [[Value]] = []
    while !arguments.isEmpty {
      var group = Array(arguments.prefix(2))
      arguments = arguments.dropFirst(2)
      if let next = arguments.first, next.asString != nil {
        group.append(next)
        arguments = arguments.dropFirst()
      }
      groups.append(group)
    }
    if groups.count > 1, let label = keywords.first(where: { $0.0 == "label" })?.1, label.elements != nil {
      throw Raised.valueError(
        "plot() with multiple groups of data (i.e., pairs of x and y) does not support multiple labels")
    }
    return try groups.flatMap { try lines(of: $0) }
  }

  private func lines(of group: [Value]) throws -> [Line] {
    var points = group
    var style = Style()
    var call = self
    let label = call.take("label")
    let given = try call.style(.line)
    if group.count > 1, let format = group[group.count - 1].asString?.value {
      points.removeLast()
      style = try self.style(of: format, given: given)
    } else if group.count == 3 {
      throw Raised.valueError("third arg must be a format string")
    }
    if points.contains(where: { $0.isNone }) { throw Raised.valueError("x, y, and format string must not be None") }
    let y = try atLeastVector(coordinates(iterated(points[points.count - 1]), axes.yAxis))
    for length in y.shape { try Interpreter.checkSequenceSize(length) }
    let x =
      points.count == 2
      ? try atLeastVector(coordinates(iterated(points[0]), axes.xAxis))
      : try NDArray((0..<y.shape[0]).map(Double.init), shape: [y.shape[0]])
    guard x.shape[0] == y.shape[0] else {
      throw Raised.valueError(
        "x and y must have same first dimension, but have shapes \(x.shape) and \(y.shape)")
    }
    guard x.rank <= 2, y.rank <= 2 else {
      throw Raised.valueError("x and y can be no greater than 2D, but have shapes \(x.shape) and \(y.shape)")
    }
    let (xCount, yCount) = (x.rank == 2 ? x.shape[1] : 1, y.rank == 2 ? y.shape[1] : 1)
    if xCount > 1, yCount > 1, xCount != yCount {
      throw Raised.valueError("x has \(xCount) columns but y has \(yCount) columns")
    }
    if xCount == 0 || yCount == 0 { return [] }
    let count = max(xCount, yCount)
    try Interpreter.checkSequenceSize(count)
    let labels = try self.labels(label, count: count)
    return try (0..<count).map { index in
      var own = given.merged(over: style)
      if own["color"] == nil { own["color"] = .text(axes.nextLineColour()) }
      own["label"] = labels[index].map { .text($0) }
      let line = Line(x: try column(x, index % xCount), y: try column(y, index % yCount), style: finished(own))
      axes.add(line)
      return line
    }
  }

  private func labels(_ label: Value?, count: Int) throws -> [String?] {
    guard let label, !label.isNone else { return Array(repeating: nil, count: count) }
    guard let labels = label.elements else { return Array(repeating: try interpreter.text(label), count: count) }
    if labels.count == count { return try labels.map { try interpreter.text($0) } }
    if count == 1 { return [try interpreter.text(label)] }
    throw Raised.valueError(
      "label must be scalar or have the same length as the input data, but found \(labels.count) for \(count) "
        + "datasets.")
  }

  /// - Throws: `ValueError` for a format that is none.
  func style(of format: String, given: Style = Style()) throws -> Style {
    let parts: LineFormat
    do {
      parts = try LineFormat(format)
    } catch {
      throw Raised.valueError(error.message)
    }
    var style = Style()
    style["color"] = parts.colour
    style["linestyle"] = parts.lineStyle.map { .text($0) }
    style["marker"] = parts.marker.map { .text($0) }
    for name in ["linestyle", "marker", "color"] {
      guard let value = style[name], given[name] != nil, value != .text("None") else { continue }
      let shown = try interpreter.representation(Value(value))
      interpreter.warn(
        Exceptions.userWarning,
        "\(name) is redundantly defined by the '\(name)' keyword argument and the fmt string \"\(format)\" "
          + "(-> \(name)=\(shown)). The keyword argument will take precedence.")
    }
    return style
  }

  /// A line's style with what `rcParams` say about lines.
  func finished(_ style: Style) -> Style { style.merged(over: pyplot.parameters.lineStyle) }

  private func atLeastVector(_ array: NDArray) -> NDArray {
    array.rank == 0 ? array.with(shape: [1], strides: [1]) : array
  }

  private func column(_ array: NDArray, _ index: Int) throws -> NDArray {
    guard array.rank == 2 else { return array }
    return try array.with(
      shape: [array.shape[0]], strides: [array.strides[0]], offset: array.offset + index * array.strides[1]
    ).copy()
  }

  mutating func errorBars() throws -> Value {
    for (index, name) in [(9, "lolims"), (10, "uplims"), (11, "xlolims"), (12, "xuplims"), (13, "errorevery")] {
      if has(index), case .bool(false) = self[index] { continue }
      let isOne = try optionalNumber(index) == 1
      if name != "errorevery" || !isOne { try refuse(index, name) }
    }
    let label = keywords.first { $0.0 == "label" }?.1
    let format = has(4) ? try text(4) : ""
    let (x, y) = (try vector(self[0], axes.xAxis), try vector(self[1], axes.yAxis))
    guard x.count == y.count else { throw Raised.valueError("'x' and 'y' must have the same size") }
    let line = format.lowercased() == "none" ? nil : try plot([Value(x), Value(y)] + (has(4) ? [self[4]] : [])).first
    var style = Style()
    style["color"] =
      has(5) ? try StyleValue(self[5], interpreter) : line?.style["color"] ?? .text(axes.nextLineColour())
    if has(6) { style["linewidth"] = .number(try number(6)) }
    if has(7) { style["capsize"] = .number(try number(7)) }
    if has(14) { style["capthick"] = .number(try number(14)) }
    var bars: [Segments] = []
    if has(3) { bars.append(try bar(x, y, self[3], "xerr", isVertical: false, style)) }
    if has(2) { bars.append(try bar(x, y, self[2], "yerr", isVertical: true, style)) }
    for bar in bars { axes.add(bar) }
    let container = ErrorBarContainer(line: line, bars: bars, label: try label.map { try interpreter.text($0) } ?? "")
    axes.containers.append(container)
    return FigurePartObject.of(container, in: axes.figure)
  }

  private func bar(
    _ x: NDArray, _ y: NDArray, _ error: Value, _ name: String, isVertical: Bool, _ style: Style
  ) throws -> Segments {
    let errors = try interpreter.asArray(iterated(error)).copy(as: .float64)
    let count = x.count
    let isPair = errors.rank == 2 && errors.shape[0] == 2 && errors.shape[1] == count
    guard errors.count == 1 || isPair || (errors.rank == 1 && errors.count == count) else {
      throw Raised.valueError(
        "'\(name)' (shape: \(errors.shape)) must be a scalar or a 1D or (2, n) array-like whose shape matches "
          + "'\(isVertical ? "y" : "x")' (shape: \(y.shape))")
    }
    let values = errors.doubles
    if values.contains(where: { $0 < 0 }) { throw Raised.valueError("'\(name)' must not contain negative values") }
    let (centre, along) = isVertical ? (y.doubles, x) : (x.doubles, y)
    let below = (0..<count).map { centre[$0] - (values.count == 1 ? values[0] : values[$0]) }
    let above = (0..<count).map { centre[$0] + (values.count == 1 ? values[0] : values[isPair ? count + $0 : $0]) }
    let (start, end) = (try NDArray(below, shape: [count]), try NDArray(above, shape: [count]))
    return isVertical
      ? Segments(startX: along, startY: start, endX: along, endY: end, style: style)
      : Segments(startX: start, startY: along, endX: end, endY: along, style: style)
  }

  mutating func stems() throws -> Value {
    guard (1...2).contains(rest.count) else {
      throw Raised.typeError("stem expected between 1 or 3 positional arguments, got \(rest.count)")
    }
    try refuse(5, "orientation")
    let bottom = try number(3, default: 0)
    let y = try vector(rest[rest.count - 1], axes.yAxis)
    let x =
      rest.count == 2 ? try vector(rest[0], axes.xAxis) : try NDArray((0..<y.count).map(Double.init), shape: [y.count])
    guard x.count == y.count else {
      throw Raised.valueError("x and y must have same first dimension, but have shapes \(x.shape) and \(y.shape)")
    }
    let feet = try NDArray(Array(repeating: bottom, count: y.count), shape: [y.count])
    let lineStyle = try has(0) ? style(of: text(0)) : Style(["color": .text("C0"), "linestyle": .text("-")])
    var stemStyle = Style()
    stemStyle["color"] = lineStyle["color"] ?? .text("C0")
    stemStyle["linestyle"] = lineStyle["linestyle"]
    let heads = Line(
      x: x, y: y,
      style: try has(1)
        ? style(of: text(1))
        : Style(["color": stemStyle["color"] ?? .none, "marker": .text("o"), "linestyle": .text("None")]))
    let stems = Segments(startX: x, startY: feet, endX: x, endY: y, style: stemStyle)
    let span = DataBounds.Interval(x)
    let base = Line(
      x: try NDArray(span.isEmpty ? [] : [span.low, span.high], shape: [span.isEmpty ? 0 : 2]),
      y: try NDArray(Array(repeating: bottom, count: span.isEmpty ? 0 : 2), shape: [span.isEmpty ? 0 : 2]),
      style: try has(2) ? style(of: text(2)) : Style(["color": .text("C3"), "linestyle": .text("-")]))
    for artist in [stems, heads, base] { axes.add(artist) }
    let container = StemContainer(heads: heads, stems: stems, base: base, label: has(4) ? try text(4) : "")
    axes.containers.append(container)
    return FigurePartObject.of(container, in: axes.figure)
  }
}
