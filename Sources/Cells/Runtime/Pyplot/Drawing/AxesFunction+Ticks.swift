import Arrays

extension AxesFunction {
  static let ticks: [AxesFunction] = [
    AxesFunction("", plt: "xticks", "ticks=, labels=, *, minor=, **keywords") { call in
      try call.ticks(of: call.axes.xAxis)
    },
    AxesFunction("", plt: "yticks", "ticks=, labels=, *, minor=, **keywords") { call in
      try call.ticks(of: call.axes.yAxis)
    },
    AxesFunction("set_xticks", plt: "", "ticks, labels=, *, minor=, **keywords") { call in
      try call.setTicks(call.axes.xAxis)
    },
    AxesFunction("set_yticks", plt: "", "ticks, labels=, *, minor=, **keywords") { call in
      try call.setTicks(call.axes.yAxis)
    },
    AxesFunction("set_xticklabels", plt: "", "labels, *, minor=, fontdict=, **keywords") { call in
      try call.setTickLabels(call.axes.xAxis)
    },
    AxesFunction("set_yticklabels", plt: "", "labels, *, minor=, fontdict=, **keywords") { call in
      try call.setTickLabels(call.axes.yAxis)
    },
    AxesFunction("get_xticks", plt: "", "*, minor=") { call in Value(try call.tickPositions(call.axes.xAxis)) },
    AxesFunction("get_yticks", plt: "", "*, minor=") { call in Value(try call.tickPositions(call.axes.yAxis)) },
    AxesFunction("get_xticklabels", plt: "", "minor=, which=") { call in
      Value(list: try call.tickLabels(call.axes.xAxis).map { .of($0, in: call.axes) })
    },
    AxesFunction("get_yticklabels", plt: "", "minor=, which=") { call in
      Value(list: try call.tickLabels(call.axes.yAxis).map { .of($0, in: call.axes) })
    },
    AxesFunction("tick_params", "axis=, **keywords") { call in
      let which = call.has(0) ? try call.interpreter.choice(call[0], "axis", ["x", "y", "both"]) : "both"
      for (name, axis) in [("x", call.axes.xAxis), ("y", call.axes.yAxis)] where which == "both" || which == name {
        for (key, value) in call.keywords { axis.tickStyle[key] = try StyleValue(value, call.interpreter) }
      }
      return .none
    },
    AxesFunction("ticklabel_format", "*, axis=, style=, scilimits=, useOffset=, useLocale=, useMathText=") { call in
      let names = ["axis", "style", "scilimits", "useOffset", "useLocale", "useMathText"]
      for (index, name) in names.enumerated() where index > 0 && call.has(index) {
        for axis in [call.axes.xAxis, call.axes.yAxis] {
          axis.tickStyle["format.\(name)"] = try StyleValue(call[index], call.interpreter)
        }
      }
      return .none
    },
    AxesFunction("locator_params", "axis=, tight=, **keywords") { call in
      for axis in [call.axes.xAxis, call.axes.yAxis] {
        for (key, value) in call.keywords { axis.tickStyle["locator.\(key)"] = try StyleValue(value, call.interpreter) }
      }
      return .none
    },
    AxesFunction("minorticks_on", "") { call in
      for axis in [call.axes.xAxis, call.axes.yAxis] { axis.showsMinorTicks = true }
      return .none
    },
    AxesFunction("minorticks_off", "") { call in
      for axis in [call.axes.xAxis, call.axes.yAxis] { axis.showsMinorTicks = false }
      return .none
    },
    AxesFunction("label_outer", plt: "", "remove_inner_ticks=") { call in
      guard case .grid(let rows, _, let row, let column) = call.axes.place else { return .none }
      if row.upperBound < rows - 1 {
        call.axes.xAxis.tickStyle["labelbottom"] = .flag(false)
        call.axes.xAxis.label.text = ""
      }
      if column.lowerBound > 0 {
        call.axes.yAxis.tickStyle["labelleft"] = .flag(false)
        call.axes.yAxis.label.text = ""
      }
      return .none
    },
  ]
}

extension PlotCall {
  /// Marks at places, with texts where there are labels.
  func ticks(_ places: Value, _ axis: Axis, labels: Value, _ style: Style) throws -> [Tick] {
    let positions = try interpreter.asArray(try numericPlaces(places, axis))
    guard positions.rank <= 1 else { throw Raised.valueError("ticks must be 1D") }
    try Interpreter.checkSequenceSize(positions.count)
    let ticks = positions.doubles.map {
      Tick(at: $0, isWhole: positions.dtype.isInteger, isHorizontal: axis.isHorizontal)
    }
    if !labels.isAbsent {
      try setLabels(try interpreter.collect(labels).map { try interpreter.text($0) }, of: ticks, style, positions.dtype)
    } else {
      let (low, high) = axis.isHorizontal ? axes.xLimits : axes.yLimits
      let writer = TickLabels(for: positions.doubles, low: min(low, high), high: max(low, high))
      for tick in ticks { tick.label = label(writer.text(tick.position), tick, style, positions.dtype) }
    }
    axis.range.widen(to: positions.doubles)
    return ticks
  }

  /// Texts that are categories of the axis stand for their places.
  private func numericPlaces(_ value: Value, _ axis: Axis) throws -> Value {
    let value = try iterated(value)
    guard let elements = value.elements, !elements.isEmpty, elements.allSatisfy({ $0.asString != nil }) else {
      return value
    }
    return Value(list: try elements.map { .float(axis.place(of: try interpreter.text($0))) })
  }

  private func label(_ text: String, _ tick: Tick, _ style: Style, _ dtype: DType) -> FigureText {
    let place = FigureText.Coordinate(
      tick.position, dtype.isInteger ? String(Int(clamping: tick.position)) : FloatText.repr(tick.position))
    let zero = FigureText.Coordinate(0, "0")
    return FigureText(
      text, x: tick.isHorizontal ? place : zero, y: tick.isHorizontal ? zero : place, coordinates: .data,
      isTitle: true, style: style)
  }

  private func setLabels(_ texts: [String], of ticks: [Tick], _ style: Style, _ dtype: DType) throws {
    guard texts.count == ticks.count else {
      throw Raised.valueError(
        "The number of FixedLocator locations (\(ticks.count)), usually from a call to set_ticks, does not match the "
          + "number of labels (\(texts.count)).")
    }
    for (tick, text) in zip(ticks, texts) { tick.label = label(text, tick, style, dtype) }
  }

  fileprivate func setTicks(_ axis: Axis) throws -> Value {
    let ticks = try ticks(self[0], axis, labels: self[1], style(.text))
    if try flag(2, default: false) { axis.minorTicks = ticks } else { axis.ticks = ticks }
    return Value(list: ticks.map { FigurePartObject.of($0, in: axes.figure) })
  }

  /// `plt.xticks`: sets them where arguments say so; gives places and texts.
  fileprivate func ticks(of axis: Axis) throws -> Value {
    let places: Value
    if self[0].isAbsent {
      if !self[1].isAbsent {
        throw Raised.typeError(
          "\(axis.isHorizontal ? "x" : "y")ticks(): Parameter 'labels' can't be set without setting 'ticks'")
      }
      let style = try style(.text)
      for (name, value) in style.entries { axis.tickStyle[name] = value }
      for label in axis.ticks?.compactMap(\.label) ?? [] { label.style = style.merged(over: label.style) }
      // Only a cell that shows them needs the places of automatic marks of a scale that is not linear.
      guard axis.tickPositions != nil else { return .none }
      let isNamed = axis.ticks == nil && !axis.categories.isEmpty
      places = isNamed ? Value(list: axis.categories.indices.map { .int($0) }) : Value(try tickPositions(axis))
    } else {
      places = try setTicks(axis)
    }
    return Value(tuple: [places, Value(list: try tickLabels(axis).map { .of($0, in: axes) })])
  }

  fileprivate func tickPositions(_ axis: Axis) throws -> NDArray {
    guard let positions = axis.tickPositions else {
      throw Raised.unsupported("the places of automatic marks on a \(axis.range.scale.rawValue) axis are not supported")
    }
    let array = try NDArray(positions, shape: [positions.count])
    let isWhole = axis.ticks.map { !$0.isEmpty && $0.allSatisfy(\.isWhole) } ?? false
    return isWhole ? try array.copy(as: .int64) : array
  }

  fileprivate func tickLabels(_ axis: Axis) throws -> [FigureText] {
    if let ticks = axis.ticks { return ticks.compactMap(\.label) }
    let positions = try tickPositions(axis).doubles
    let (low, high) = axis.isHorizontal ? axes.xLimits : axes.yLimits
    let writer = TickLabels(for: positions, low: min(low, high), high: max(low, high))
    return positions.enumerated().map { index, place in
      let text = axis.categories.isEmpty ? writer.text(place) : axis.categories[index]
      let tick = Tick(at: place, isHorizontal: axis.isHorizontal)
      return label(text, tick, axis.tickStyle, axis.categories.isEmpty ? .float64 : .int64)
    }
  }

  fileprivate func setTickLabels(_ axis: Axis) throws -> Value {
    let texts = try interpreter.collect(self[0]).map {
      $0.figurePart(FigureText.self)?.text ?? (try? interpreter.text($0)) ?? ""
    }
    let style = try style(.text)
    if let ticks = axis.ticks {
      let isWhole = ticks.allSatisfy(\.isWhole)
      try setLabels(texts, of: ticks, style, isWhole ? .int64 : .float64)
      return Value(list: ticks.compactMap(\.label).map { .of($0, in: axes) })
    }
    interpreter.warn(
      Exceptions.userWarning,
      "set_ticklabels() should only be used with a fixed number of ticks, i.e. after set_ticks() or using a FixedLocator."
    )
    let places = try tickPositions(axis).doubles
    let shown = zip(places, texts).map { place, text in (Tick(at: place, isHorizontal: axis.isHorizontal), text) }
    for (tick, text) in shown { tick.label = label(text, tick, style, .float64) }
    axis.ticks = shown.map(\.0)
    return Value(list: shown.compactMap(\.0.label).map { .of($0, in: axes) })
  }
}
