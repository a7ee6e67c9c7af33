/// `ax.xaxis`, `ax.yaxis`
enum AxisMethods {
  static let all: [(String, Value)] =
    [
      forward("set_ticks", to: "ticks", "ticks, labels=, *, minor=, **keywords"),
      forward("set_ticklabels", to: "ticklabels", "labels, *, minor=, fontdict=, **keywords"),
      method("set_visible", "b") { a in
        try a.part(Axis.self).isVisible = a.interpreter.isTrue(a[1])
        return .none
      },
      method("get_visible", "") { a in .bool(try a.part(Axis.self).isVisible) },
      method("set_label_text", "label, fontdict=, **keywords") { a in
        let label = try a.part(Axis.self).label
        label.text = try a.interpreter.text(a[1])
        label.style = try PropertyList.text.style(a.keywords, a.interpreter).merged(over: label.style)
        return FigurePartObject.of(label)
      },
      method("get_label", "") { a in FigurePartObject.of(try a.part(Axis.self).label) },
      property("label") { value, _ in value.figurePart(Axis.self).map { FigurePartObject.of($0.label) } ?? .none },
      method("get_label_text", "") { a in Value(try a.part(Axis.self).label.text) },
      method("set_tick_params", "which=, reset=, **keywords") { a in
        let axis = try a.part(Axis.self)
        for (name, value) in a.keywords { axis.tickStyle[name] = try StyleValue(value, a.interpreter) }
        return .none
      },
      method("set_inverted", "inverted") { a in
        let axis = try a.part(Axis.self)
        axis.range.isInverted = try a.interpreter.isTrue(a[1])
        return .none
      },
      method("grid", "visible=, which=, **keywords") { a in
        let axis = try a.part(Axis.self)
        let isOn = try a.has(1) ? a.interpreter.isTrue(a[1]) : !a.keywords.isEmpty || axis.grid == nil
        axis.grid = isOn ? try PropertyList.line.style(a.keywords, a.interpreter) : nil
        return .none
      },
    ]
    + ["tick_top", "tick_bottom", "tick_left", "tick_right"].map { name in
      method(name, "") { a in
        try a.part(Axis.self).tickStyle["side"] = .text(String(name.dropFirst(5)))
        return .none
      }
    }
    + ["set_ticks_position", "set_label_position"].map { name in
      method(name, "position") { a in
        let axis = try a.part(Axis.self)
        let sides = axis.isHorizontal ? ["top", "bottom"] : ["left", "right"]
        let known = name == "set_ticks_position" ? sides + ["both", "default", "none"] : sides
        let side = try a.interpreter.choice(a[1], "position", known)
        axis.tickStyle[name == "set_ticks_position" ? "side" : "labelside"] = .text(side)
        return .none
      }
    }
    + [
      "set_major_locator", "set_minor_locator", "set_major_formatter", "set_minor_formatter", "get_major_locator",
      "get_major_formatter", "get_minor_locator", "get_minor_formatter", "get_ticklocs", "get_majorticklabels",
      "get_ticklabels", "get_ticklines", "get_gridlines", "set_units", "axis_date",
    ].map { name in
      method(name, "*args, **keywords") { _ in
        throw Raised.unsupported(
          "\(name) is not supported: set the ticks and their labels with set_xticks or set_yticks")
      }
    }

  private static func forward(_ name: String, to part: String, _ signature: String) -> (String, Value) {
    method(name, "*args, **keywords") { a in
      let axis = try a.part(Axis.self)
      guard let axes = axis.axes else { return .none }
      let method = try a.interpreter.attribute(.of(axes), "set_\(axis.isHorizontal ? "x" : "y")\(part)")
      return try a.interpreter.call(method, a.rest, keywords: a.keywords)
    }
  }
}
