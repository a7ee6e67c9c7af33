import Arrays

extension AxesFunction {
  static let bars: [AxesFunction] = [
    AxesFunction("bar", "x, height, width=, bottom=, *, align=, data=, **keywords") { call in
      try call.bars(isVertical: true)
    },
    AxesFunction("barh", "y, width, height=, left=, *, align=, data=, **keywords") { call in
      try call.bars(isVertical: false)
    },
    AxesFunction("bar_label", "container, labels=, *, fmt=, label_type=, padding=, **keywords") { call in
      try call.labelBars()
    },
  ]
}

extension PlotCall {
  /// Bars along one axis: `bar`, and with the axes exchanged `barh`.
  fileprivate mutating func bars(isVertical: Bool) throws -> Value {
    let (along, across) = isVertical ? (axes.xAxis, axes.yAxis) : (axes.yAxis, axes.xAxis)
    let align = has(4) ? try interpreter.choice(self[4], "align", ["center", "edge"]) : "center"
    let (label, colour) = (take("label"), take("color"))
    let errors = (x: take("xerr"), y: take("yerr"))
    let errorColour = take("ecolor")
    let capSize = take("capsize")
    let tickLabels = take("tick_label")
    if let log = take("log"), try interpreter.isTrue(log) { across.range.scale = .log }
    let style = try style(.rectangle)

    let arrays = [
      try vector(self[0], along), try vector(self[1], across),
      try has(2) ? vector(self[2], along) : NDArray([0.8], shape: [1]),
      try has(3) ? vector(self[3], across) : NDArray([Int64(0)], shape: [1]),
    ]
    let count = arrays.contains { $0.count == 0 } ? 0 : arrays.map(\.count).max() ?? 0
    if count > PlotCall.mostBars { throw PlotCall.tooMany("bars") }
    for (index, array) in arrays.enumerated() where array.count != count && array.count != 1 {
      let other = arrays.firstIndex { $0.count == count } ?? 0
      let (first, second) = (min(index, other), max(index, other))
      throw Raised.valueError(
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \(first) with shape "
          + "\(arrays[first].shape) and arg \(second) with shape \(arrays[second].shape).")
    }
    func part(_ index: Int, _ place: Int) -> Double { arrays[index].double(at: arrays[index].count == 1 ? 0 : place) }
    let colours = try self.colours(colour, count: count, isBar: true)
    let origin = arrays[0].doubles.first(where: \.isFinite) ?? 0
    let texts = try label?.elements?.map { try interpreter.text($0) }
    if let texts, texts.count != count {
      throw Raised.valueError(
        "number of labels (\(texts.count)) does not match number of bars (\(count)).")
    }
    let bars = (0..<count).map { place in
      // matplotlib measures a width from the first bar's place, which rounds it.
      let thickness = origin + part(2, place) - origin
      let start = part(0, place) - (align == "center" ? thickness / 2 : 0)
      var own = style
      own["facecolor"] = own["facecolor"] ?? colours[place]
      own["label"] = texts.map { .text($0[place]) }
      let (foot, length) = (part(3, place), part(1, place))
      let bar =
        isVertical
        ? Rectangle(x: start, y: foot, width: thickness, height: length, isVerticalBar: true, style: own)
        : Rectangle(x: foot, y: start, width: length, height: thickness, isVerticalBar: false, style: own)
      (bar.footType, bar.lengthType) = (arrays[3].dtype, arrays[1].dtype)
      return bar
    }
    for bar in bars { axes.add(bar) }
    let name = texts == nil ? try label.map { $0.isNone ? "" : try interpreter.text($0) } ?? "" : ""
    let container = BarContainer(bars, isVertical: isVertical, label: name)
    axes.containers.append(container)
    if let tickLabels {
      along.ticks = try ticks(Value(arrays[0]), along, labels: tickLabels, Style())
    }
    try addErrors(errors, to: bars, isVertical: isVertical, errorColour, capSize)
    return FigurePartObject.of(container, in: axes.figure)
  }

  private func addErrors(
    _ errors: (x: Value?, y: Value?), to bars: [Rectangle], isVertical: Bool, _ colour: Value?, _ capSize: Value?
  ) throws {
    guard errors.x.map({ !$0.isNone }) ?? false || errors.y.map({ !$0.isNone }) ?? false else { return }
    let x = bars.map { isVertical ? $0.x + $0.width / 2 : $0.x + $0.width }
    let y = bars.map { isVertical ? $0.y + $0.height : $0.y + $0.height / 2 }
    let points = [x, y].map { Value(list: $0.map { .float($0) }) }
    var values = points + [errors.y ?? .none, errors.x ?? .none, Value("none"), colour ?? Value("k")]
    values += [.none, capSize ?? .none]
    var call = PlotCall(
      axes: axes, values: values, rest: [], keywords: [], interpreter: interpreter, name: "errorbar")
    _ = try call.errorBars()
  }

  /// More bars than any screen can show only cost memory.
  static let mostBars = 100_000

  static func tooMany(_ what: String) -> Raised {
    .unsupported("more than \(mostBars) \(what) in one figure are not supported")
  }

  /// A colour for each of so many things: given as one, as a list that is gone through again and again, or the next
  /// of the axes.
  func colours(_ colour: Value?, count: Int, isBar: Bool = false) throws -> [StyleValue] {
    guard let colour, !colour.isNone else {
      return Array(repeating: .text(axes.nextPatchColour()), count: count)
    }
    let value = try StyleValue(iterated(colour), interpreter)
    if Colour(value) != nil { return Array(repeating: value, count: count) }
    guard let list = value.list, !list.isEmpty, list.allSatisfy({ Colour($0) != nil }) else {
      guard isBar else { throw Property.invalidColour(colour, "color", interpreter) }
      throw Raised.valueError("\(try interpreter.representation(colour)) is not a valid color value.")
    }
    return (0..<count).map { list[$0 % list.count] }
  }

  fileprivate mutating func labelBars() throws -> Value {
    guard let bars = self[0].figurePart(BarContainer.self) else {
      throw Raised.attributeError("'\(interpreter.typeName(self[0]))' object has no attribute 'patches'")
    }
    let labels = try has(1) ? interpreter.collect(self[1]).map { try interpreter.text($0) } : nil
    let format = has(2) ? try text(2) : "%g"
    let padding = has(4) ? self[4] : Value.int(0)
    var style = try style(.text)
    style["textcoords"] = .text("offset points")
    let texts = try bars.bars.enumerated().map { index, bar in
      let length = bars.isVertical ? bar.height : bar.width
      let label =
        try labels?[min(index, (labels?.count ?? 1) - 1)]
        ?? interpreter.text(
          format.contains("%")
            ? interpreter.binary(.modulo, Value(format), .float(length))
            : interpreter.call(interpreter.attribute(Value(format), "format"), [.float(length)]))
      let x = bars.isVertical ? bar.x + bar.width / 2 : bar.x + bar.width
      let y = bars.isVertical ? bar.y + bar.height : bar.y + bar.height / 2
      let sign: Value = bar.lengthType.isInteger ? .int(length.signum) : .float(Double(length.signum))
      let shift = try coordinate(interpreter.binary(.multiply, sign, padding))
      let zero = FigureText.Coordinate(0, "0")
      return FigureText(
        label, x: bars.isVertical ? zero : shift, y: bars.isVertical ? shift : zero, coordinates: .data,
        target: (x, y), style: style.merged(over: beyond(length, isVertical: bars.isVertical)))
    }
    for text in texts { axes.add(text) }
    return Value(artists: texts)
  }
}

/// Where a text stands beyond the end of a bar.
private func beyond(_ length: Double, isVertical: Bool) -> Style {
  isVertical
    ? Style(["horizontalalignment": .text("center"), "verticalalignment": .text(length < 0 ? "top" : "bottom")])
    : Style(["horizontalalignment": .text(length < 0 ? "right" : "left"), "verticalalignment": .text("center")])
}

extension Double {
  /// -1, 0 or 1.
  fileprivate var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
