extension AxesFunction {
  static let labels: [AxesFunction] = [
    AxesFunction("set_title", plt: "title", "label, fontdict=, loc=, pad=, *, y=, **keywords") { call in
      let places = ["left": FigureAxes.TitlePlace.left, "center": .center, "right": .right]
      let name = call.has(2) ? try call.interpreter.choice(call[2], "loc", ["left", "center", "right"]) : "center"
      guard let place = places[name], let title = call.axes.titles[place] else { return .none }
      title.style = try call.style(.text).merged(over: call.properties(1, .text)).merged(over: title.style)
      if call.has(3) { title.style["pad"] = .number(try call.number(3)) }
      if call.has(4) { title.y = try call.coordinate(4) }
      title.text = try call.title(0)
      return .of(title, in: call.axes)
    },
    AxesFunction("set_xlabel", plt: "xlabel", "xlabel, fontdict=, labelpad=, *, loc=, **keywords") { call in
      try call.label(call.axes.xAxis, places: ["left", "center", "right"])
    },
    AxesFunction("set_ylabel", plt: "ylabel", "ylabel, fontdict=, labelpad=, *, loc=, **keywords") { call in
      try call.label(call.axes.yAxis, places: ["bottom", "center", "top"])
    },
    AxesFunction("get_title", plt: "", "loc=") { call in
      let name = call.has(0) ? try call.interpreter.choice(call[0], "loc", ["left", "center", "right"]) : "center"
      return Value(call.axes.titles[FigureAxes.TitlePlace(rawValue: name) ?? .center]?.text ?? "")
    },
    AxesFunction("get_xlabel", plt: "", "") { call in Value(call.axes.xAxis.label.text) },
    AxesFunction("get_ylabel", plt: "", "") { call in Value(call.axes.yAxis.label.text) },
  ]
}

extension PlotCall {
  /// A text to show: `None` is none.
  func title(_ index: Int) throws -> String { self[index].isNone ? "" : try text(index) }

  fileprivate func label(_ axis: Axis, places: [String]) throws -> Value {
    let label = axis.label
    if let (name, _) = keywords.first(where: { PropertyList.text[$0.0] == nil }) {
      throw Raised.attributeError("'Text' object has no property '\(name)'")
    }
    label.style = try style(.text).merged(over: properties(1, .text)).merged(over: label.style)
    if has(2) { label.style["labelpad"] = .number(try number(2)) }
    if has(3) {
      let place = try interpreter.choice(self[3], "loc", places)
      let part: FigureText.Coordinate =
        place == places[0] ? .init(0, "0") : place == places[2] ? .init(1, "1") : .init(0.5, "0.5")
      if axis.isHorizontal { label.x = part } else { label.y = part }
      label.style["loc"] = .text(place)
    }
    label.text = try title(0)
    return .of(label, in: axes)
  }
}

extension Value {
  /// Titles and labels belong to axes that do not list them among what is drawn.
  static func of(_ text: FigureText, in axes: FigureAxes) -> Value { FigurePartObject.of(text, in: axes.figure) }
}
