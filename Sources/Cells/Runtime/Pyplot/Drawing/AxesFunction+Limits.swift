extension AxesFunction {
  static let limits: [AxesFunction] = [
    AxesFunction("set_xlim", plt: "", "left=, right=, *, emit=, auto=, xmin=, xmax=") { call in
      try call.setLimits(isHorizontal: true, ("xmin", "left"), ("xmax", "right"))
    },
    AxesFunction("set_ylim", plt: "", "bottom=, top=, *, emit=, auto=, ymin=, ymax=") { call in
      try call.setLimits(isHorizontal: false, ("ymin", "bottom"), ("ymax", "top"))
    },
    AxesFunction("get_xlim", plt: "", "") { call in .pair(call.axes.xLimits) },
    AxesFunction("get_ylim", plt: "", "") { call in .pair(call.axes.yLimits) },
    AxesFunction("", plt: "xlim", "*args, **keywords") { call in
      if call.rest.isEmpty, call.keywords.isEmpty { return .pair(call.axes.xLimits) }
      return try call.forward("set_xlim")
    },
    AxesFunction("", plt: "ylim", "*args, **keywords") { call in
      if call.rest.isEmpty, call.keywords.isEmpty { return .pair(call.axes.yLimits) }
      return try call.forward("set_ylim")
    },
    AxesFunction("get_xbound", plt: "", "") { call in .pair(ordered(call.axes.xLimits)) },
    AxesFunction("get_ybound", plt: "", "") { call in .pair(ordered(call.axes.yLimits)) },
    AxesFunction("set_xscale", plt: "xscale", "value, **keywords") { call in try call.setScale(call.axes.xAxis) },
    AxesFunction("set_yscale", plt: "yscale", "value, **keywords") { call in try call.setScale(call.axes.yAxis) },
    AxesFunction("get_xscale", plt: "", "") { call in Value(call.axes.xAxis.range.scale.rawValue) },
    AxesFunction("get_yscale", plt: "", "") { call in Value(call.axes.yAxis.range.scale.rawValue) },
    AxesFunction("invert_xaxis", plt: "", "") { call in
      call.axes.invert(call.axes.xAxis.range, call.axes.xLimits)
      return .none
    },
    AxesFunction("invert_yaxis", plt: "", "") { call in
      call.axes.invert(call.axes.yAxis.range, call.axes.yLimits)
      return .none
    },
    AxesFunction("xaxis_inverted", plt: "", "") { call in .bool(call.axes.xLimits.0 > call.axes.xLimits.1) },
    AxesFunction("yaxis_inverted", plt: "", "") { call in .bool(call.axes.yLimits.0 > call.axes.yLimits.1) },
    AxesFunction("margins", "*margins, x=, y=, tight=") { call in
      let both = try call.rest.map { try call.interpreter.plotNumber($0) }
      if let x = try call.optionalNumber(0) ?? both.first { call.axes.xAxis.range.margin = x }
      if let y = try call.optionalNumber(1) ?? both.last { call.axes.yAxis.range.margin = y }
      let hasArguments = !both.isEmpty || call.has(0) || call.has(1)
      return hasArguments ? .none : .pair((call.axes.xAxis.range.margin, call.axes.yAxis.range.margin))
    },
    AxesFunction("set_xmargin", plt: "", "m") { call in
      call.axes.xAxis.range.margin = try call.number(0)
      return .none
    },
    AxesFunction("set_ymargin", plt: "", "m") { call in
      call.axes.yAxis.range.margin = try call.number(0)
      return .none
    },
    AxesFunction("autoscale", "enable=, axis=, tight=") { call in
      let axis = call.has(1) ? try call.interpreter.choice(call[1], "axis", ["both", "x", "y"]) : "both"
      let isOn = try call.flag(0, default: true)
      for (name, part) in [("x", call.axes.xAxis), ("y", call.axes.yAxis)] where axis == "both" || axis == name {
        let limits = name == "x" ? call.axes.xLimits : call.axes.yLimits
        part.range.limits = isOn ? .automatic : .fixed(limits.0, limits.1)
        if try isOn && call.flag(2, default: false) { part.range.margin = 0 }
      }
      return .none
    },
    AxesFunction("autoscale_view", plt: "", "tight=, scalex=, scaley=") { _ in .none },
    AxesFunction("relim", plt: "", "visible_only=") { _ in .none },
    AxesFunction("axis", "arg=, /, *, emit=, xmin=, xmax=, ymin=, ymax=, **keywords") { call in try call.axis() },
    AxesFunction("set_aspect", plt: "", "aspect, adjustable=, anchor=, share=") { call in
      call.axes.aspect = try call.aspect(call[0])
      if call.has(1) { call.axes.adjustsData = try call.text(1) == "datalim" }
      return .none
    },
    AxesFunction("get_aspect", plt: "", "") { call in
      if case .ratio(let ratio) = call.axes.aspect { return .float(ratio) }
      return Value("auto")
    },
  ]
}

extension Value {
  static func pair(_ numbers: (Double, Double)) -> Value {
    Value(tuple: [.npFloat64(numbers.0), .npFloat64(numbers.1)])
  }
}

private func ordered(_ limits: (Double, Double)) -> (Double, Double) {
  (min(limits.0, limits.1), max(limits.0, limits.1))
}

extension FigureAxes {
  fileprivate func invert(_ range: AxisRange, _ limits: (Double, Double)) {
    if range.limits == .automatic {
      range.isInverted.toggle()
    } else {
      range.limits = .fixed(limits.1, limits.0)
    }
  }
}

extension PlotCall {
  /// Calls another method of the same axes with the same arguments.
  func forward(_ method: String) throws -> Value {
    try interpreter.call(interpreter.attribute(.of(axes), method), rest, keywords: keywords)
  }

  fileprivate func setLimits(
    isHorizontal: Bool, _ first: (String, String), _ second: (String, String)
  ) throws -> Value {
    let range = isHorizontal ? axes.xAxis.range : axes.yAxis.range
    let current = isHorizontal ? axes.xLimits : axes.yLimits
    var (start, end) = (self[0], self[1])
    if end.isAbsent, start.elements != nil || start.asArray.map({ $0.array.rank > 0 }) ?? false || start.asString != nil
    {
      let pair = try interpreter.collect(start)
      guard pair.count == 2 else {
        throw Raised.valueError(
          pair.count > 2
            ? "too many values to unpack (expected 2)"
            : "not enough values to unpack (expected 2, got \(pair.count))")
      }
      (start, end) = (pair[0], pair[1])
    }
    for (index, names) in [(4, first), (5, second)] where has(index) {
      if index == 4 ? !start.isAbsent : !end.isAbsent {
        throw Raised.typeError("Cannot pass both '\(names.1)' and '\(names.0)'")
      }
      if index == 4 { start = self[4] } else { end = self[5] }
    }
    var (low, high) = (
      try limit(start, axis: isHorizontal) ?? current.0, try limit(end, axis: isHorizontal) ?? current.1
    )
    let name = isHorizontal ? "x" : "y"
    if range.scale == .log, low <= 0 || high <= 0 {
      interpreter.warn(
        Exceptions.userWarning, "Attempt to set non-positive \(name)lim on a log-scaled axis will be ignored.")
      (low, high) = (low <= 0 ? current.0 : low, high <= 0 ? current.1 : high)
    }
    if low == high {
      interpreter.warn(
        Exceptions.userWarning,
        "Attempting to set identical low and high \(name)lims makes transformation singular; automatically expanding.")
    }
    let isReversed = low > high
    let apart = AutomaticLimits.apart(low, high, by: 0.05, tiny: 1e-15)
    range.limits = isReversed ? .fixed(apart.1, apart.0) : .fixed(apart.0, apart.1)
    if case .bool(true) = self[3] { range.limits = .automatic }
    return .pair(isHorizontal ? axes.xLimits : axes.yLimits)
  }

  private func limit(_ value: Value, axis isHorizontal: Bool) throws -> Double? {
    if value.isAbsent { return nil }
    let axis = isHorizontal ? axes.xAxis : axes.yAxis
    if let text = value.asString?.value, axis.categories.contains(text) { return axis.place(of: text) }
    let number = try interpreter.plotNumber(value)
    guard number.isFinite else { throw Raised.valueError("Axis limits cannot be NaN or Inf") }
    return number
  }

  fileprivate func setScale(_ axis: Axis) throws -> Value {
    let names = ["linear", "log", "symlog", "asinh", "logit", "function", "functionlog"]
    let name = try interpreter.choice(self[0], "scale", names)
    guard let scale = AxisScale(rawValue: name) else {
      throw Raised.unsupported("the scale '\(name)' is not supported: use 'linear' or 'log'")
    }
    axis.range.scale = scale
    axis.range.isAutoscaled = true
    for (name, value) in keywords { axis.tickStyle["scale.\(name)"] = try StyleValue(value, interpreter) }
    return .none
  }

  /// `axis('off')`, `axis([0, 1, 0, 1])`, `axis(xmin=0)`, `axis()`: gives the limits.
  fileprivate func axis() throws -> Value {
    var argument = self[0]
    if case .bool(let flag) = argument { argument = Value(flag ? "on" : "off") }
    if let name = argument.asString?.value.lowercased() {
      try setAxis(name)
    } else if !argument.isAbsent {
      guard try interpreter.length(argument) == 4 else {
        throw Raised.typeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
      }
      let limits = try interpreter.collect(argument)
      try set("set_xlim", limits[0], limits[1])
      try set("set_ylim", limits[2], limits[3])
    } else {
      if has(2) || has(3) { try set("set_xlim", self[2], self[3]) }
      if has(4) || has(5) { try set("set_ylim", self[4], self[5]) }
    }
    if let (name, _) = keywords.first {
      throw Raised.typeError("axis() got an unexpected keyword argument '\(name)'")
    }
    let (x, y) = (axes.xLimits, axes.yLimits)
    return Value(tuple: [x.0, x.1, y.0, y.1].map { .npFloat64($0) })
  }

  private func set(_ method: String, _ first: Value, _ last: Value) throws {
    let arguments = [first, last].map { $0.isUndefined ? Value.none : $0 }
    _ = try interpreter.call(interpreter.attribute(.of(axes), method), arguments)
  }

  private func setAxis(_ name: String) throws {
    switch name {
    case "on": axes.isShown = true
    case "off": axes.isShown = false
    case "equal", "tight", "scaled", "auto", "image", "square":
      if name != "tight" { axes.aspect = name == "auto" ? .automatic : .ratio(1) }
      axes.adjustsData = name == "equal"
      for range in [axes.xAxis.range, axes.yAxis.range] {
        range.limits = .automatic
        range.isAutoscaled = true
      }
      let (x, y) = (axes.xLimits, axes.yLimits)
      let isFixed = ["tight", "scaled", "image", "square"].contains(name)
      for (range, limits) in [(axes.xAxis.range, x), (axes.yAxis.range, y)] {
        range.limits = isFixed ? .fixed(limits.0, limits.1) : .automatic
      }
      if name == "square" {
        let edge = max(abs(x.1 - x.0), abs(y.1 - y.0))
        axes.xAxis.range.limits = .fixed(x.0, x.0 + edge)
        axes.yAxis.range.limits = .fixed(y.0, y.0 + edge)
      }
    default: throw Raised.valueError("Unrecognized string '\(name)' to axis; try 'on' or 'off'")
    }
  }
}
