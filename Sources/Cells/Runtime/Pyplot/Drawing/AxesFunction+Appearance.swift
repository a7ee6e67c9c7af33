extension AxesFunction {
  static let appearance: [AxesFunction] = [
    AxesFunction("grid", "visible=, which=, axis=, **keywords") { call in try call.grid() },
    AxesFunction("set_axis_off", plt: "", "") { call in
      call.axes.isShown = false
      return .none
    },
    AxesFunction("set_axis_on", plt: "", "") { call in
      call.axes.isShown = true
      return .none
    },
    AxesFunction("set_frame_on", plt: "", "b") { call in
      call.axes.isFrameShown = try call.flag(0, default: true)
      return .none
    },
    AxesFunction("get_frame_on", plt: "", "") { call in .bool(call.axes.isFrameShown) },
    AxesFunction("", plt: "box", "on=") { call in
      call.axes.isFrameShown = call.has(0) ? try call.flag(0, default: true) : !call.axes.isFrameShown
      return .none
    },
    setter("facecolor", .colour), setter("fc", .colour), setter("alpha", .any), setter("visible", .flag),
    setter("zorder", .number), setter("label", .any), setter("axisbelow", .any), setter("anchor", .any),
    setter("adjustable", .any), setter("box_aspect", .any), setter("rasterized", .any), setter("position", .any),
    getter("facecolor", .text("white")), getter("alpha", .none), getter("visible", .flag(true)),
    getter("zorder", .integer(0)), getter("label", .text("")),
    AxesFunction("set_prop_cycle", plt: "", "*args, **keywords") { call in
      throw Raised.unsupported("\(call.name) is not supported: give each line its color")
    },
  ]

  private static func setter(_ name: String, _ kind: Property.Kind) -> AxesFunction {
    AxesFunction("set_\(name)", plt: "", "\(name), **keywords") { call in
      let property = Property(name == "fc" ? "facecolor" : name, kind)
      call.axes.style[property.name] = try property.checked(
        StyleValue(call[0], call.interpreter), name, call.interpreter, call[0])
      return .none
    }
  }

  private static func getter(_ name: String, _ fallback: StyleValue) -> AxesFunction {
    AxesFunction("get_\(name)", plt: "", "") { call in Value(call.axes.style[name] ?? fallback) }
  }
}

extension PlotCall {
  fileprivate func grid() throws -> Value {
    let which = has(1) ? try interpreter.choice(self[1], "which", ["major", "minor", "both"]) : "major"
    let name = has(2) ? try interpreter.choice(self[2], "axis", ["x", "y", "both"]) : "both"
    let style = try style(.line)
    for (axisName, axis) in [("x", axes.xAxis), ("y", axes.yAxis)] where name == "both" || name == axisName {
      // Without arguments the lines are turned on or off.
      let isOn = try has(0) ? flag(0, default: true) : !keywords.isEmpty || axis.grid == nil
      if which != "minor" { axis.grid = isOn ? style : nil }
      if which != "major" { axis.minorGrid = isOn ? style : nil }
    }
    return .none
  }
}
