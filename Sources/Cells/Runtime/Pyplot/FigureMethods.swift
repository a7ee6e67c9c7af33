import Arrays

/// The methods of figures. Those that `plt` has too do the same to the current figure.
enum FigureMethods {
  static let all: [(String, Value)] = shared.map(\.method) + own + axesMethods

  /// A method that is a function of `plt` too.
  struct Shared: @unchecked Sendable {
    let name: String
    let plainName: String
    let signature: String
    let body: (Figure, [Value], [Value], [(String, Value)], Interpreter) throws -> Value

    init(
      _ name: String, plt plainName: String? = nil, _ signature: String,
      _ body: @escaping (Figure, [Value], [Value], [(String, Value)], Interpreter) throws -> Value
    ) {
      self.name = name
      self.plainName = plainName ?? name
      self.signature = signature
      self.body = body
    }

    var method: (String, Value) {
      let body = body
      let function = NativeFunction("Figure.\(name)", signature, isMethod: true, wording: .python) { a in
        try body(try a.part(Figure.self), (1..<max(a.count, 1)).map { a[$0] }, a.rest, a.keywords, a.interpreter)
      }
      return (name, .object(function))
    }

    var function: (String, Value) {
      let body = body
      let function = NativeFunction(plainName, signature, wording: .python) { a in
        try body(a.interpreter.pyplot.current, (0..<a.count).map { a[$0] }, a.rest, a.keywords, a.interpreter)
      }
      return (plainName, .object(function))
    }
  }

  static let shared: [Shared] = [
    Shared("suptitle", "t, **keywords") { figure, values, _, keywords, interpreter in
      let (x, y) = (keywords.first { $0.0 == "x" }?.1 ?? .undefined, keywords.first { $0.0 == "y" }?.1 ?? .undefined)
      let title = try interpreter.setFigureText(
        values[0], x: x, y: y, at: (.init(0.5, "0.5"), .init(0.98, "0.98")), known: figure.title, keywords)
      figure.title = title
      return FigurePartObject.of(title, in: figure)
    },
    Shared("text", plt: "figtext", "x, y, s, fontdict=, **keywords") { figure, values, _, keywords, interpreter in
      let zero = FigureText.Coordinate(0, "0")
      let place = try interpreter.setFigureText(
        values[2], x: values[0], y: values[1], at: (zero, zero), known: nil, keywords)
      let text = FigureText(place.text, x: place.x, y: place.y, coordinates: .figure, style: place.style)
      figure.texts.append(text)
      return FigurePartObject.of(text, in: figure)
    },
    Shared("tight_layout", "*, pad=, h_pad=, w_pad=, rect=") { figure, values, _, _, interpreter in
      figure.layout = "tight"
      for (name, value) in zip(["pad", "h_pad", "w_pad", "rect"], values) where !value.isAbsent {
        figure.style["tight.\(name)"] = try StyleValue(value, interpreter)
      }
      return .none
    },
    Shared("subplots_adjust", "left=, bottom=, right=, top=, wspace=, hspace=") { figure, values, _, _, interpreter in
      let paths: [WritableKeyPath<SubplotSpacing, Double>] = [
        \.left, \.bottom, \.right, \.top, \.widthGap, \.heightGap,
      ]
      var spacing = figure.spacing
      for (path, value) in zip(paths, values) where !value.isAbsent {
        spacing[keyPath: path] = try interpreter.plotNumber(value)
      }
      if spacing.left >= spacing.right { throw Raised.valueError("left cannot be >= right") }
      if spacing.bottom >= spacing.top { throw Raised.valueError("bottom cannot be >= top") }
      figure.spacing = spacing
      return .none
    },
    Shared("savefig", "fname, **keywords") { figure, values, _, keywords, interpreter in
      try figure.saved(values[0], keywords, interpreter)
      return .none
    },
    Shared("clf", "keep_observers=") { figure, _, _, _, _ in
      figure.clear()
      return .none
    },
    Shared("gca", "") { figure, _, _, _, interpreter in .of(interpreter.pyplot.axes(of: figure)) },
    Shared("delaxes", "ax=") { figure, values, _, _, interpreter in
      let axes = values.first?.figurePart(FigureAxes.self) ?? interpreter.pyplot.axes(of: figure)
      axes.figure?.remove(axes)
      return .none
    },
    Shared("legend", plt: "figlegend", "*args, **keywords") { figure, _, rest, keywords, interpreter in
      let axes = figure.axes.first ?? interpreter.pyplot.axes(of: figure)
      let old = axes.legend
      let made = try interpreter.call(interpreter.attribute(.of(axes), "legend"), rest, keywords: keywords)
      figure.legend = axes.legend
      axes.legend = old
      return made
    },
    Shared("autofmt_xdate", plt: "", "bottom=, rotation=, ha=, which=") { figure, values, _, _, interpreter in
      for axes in figure.axes {
        axes.xAxis.tickStyle["rotation"] =
          try values.count > 1 && !values[1].isAbsent ? StyleValue(values[1], interpreter) : .number(30)
      }
      return .none
    },
  ]

  private static let own: [(String, Value)] =
    [
      method("__repr__", "/") { a in Value(try a.part(Figure.self).representation) },
      method("__str__", "/") { a in
        let figure = try a.part(Figure.self)
        return Value(
          "Figure(\(FloatText.general(figure.pixelWidth, digits: 6))x\(FloatText.general(figure.pixelHeight, digits: 6)))"
        )
      },
      property("axes") { value, _ in Value(list: value.figurePart(Figure.self)?.axes.map { .of($0) } ?? []) },
      property("number") { value, _ in .int(value.figurePart(Figure.self)?.number ?? 0) },
      property(
        "dpi", { value, _ in .float(value.figurePart(Figure.self)?.resolution ?? 100) },
        set: { value, new, interpreter in
          value.figurePart(Figure.self)?.resolution = try interpreter.plotNumber(new)
        }),
      property("transFigure") { _, _ in .object(TransformObject.figure) },
      method("get_axes", "") { a in Value(list: try a.part(Figure.self).axes.map { .of($0) }) },
      method("get_size_inches", "") { a in
        let figure = try a.part(Figure.self)
        return Value(try NDArray([figure.width, figure.height], shape: [2]))
      },
      method("set_size_inches", "w, h=, forward=") { a in
        let sizes = try a.has(2) ? [a[1], a[2]] : a.interpreter.collect(a[1])
        guard sizes.count == 2 else {
          throw Raised.valueError("not enough values to unpack (expected 2, got \(sizes.count))")
        }
        let numbers = try sizes.map { try a.interpreter.plotNumber($0) }
        let figure = try a.part(Figure.self)
        (figure.width, figure.height) = (numbers[0], numbers[1])
        return .none
      },
      method("show", "warn=") { _ in .none },
      method("clear", "keep_observers=") { a in
        try a.part(Figure.self).clear()
        return .none
      },
      method("sca", "a") { a in
        try a.part(Figure.self).current = a[1].figurePart(FigureAxes.self)
        return a[1]
      },
      method("get_label", "") { a in Value(try a.part(Figure.self).name) },
      method("get_suptitle", "") { a in Value(try a.part(Figure.self).title?.text ?? "") },
    ]
    + number("figwidth", \.width) + number("figheight", \.height) + number("dpi", \.resolution)
    + ["facecolor", "edgecolor", "frameon", "alpha", "linewidth", "label"].map { name in
      method("set_\(name)", "value") { a in
        try a.part(Figure.self).style[name] = StyleValue(a[1], a.interpreter)
        return .none
      }
    }
    + ["set_tight_layout", "set_constrained_layout", "set_layout_engine"].map { name in
      method(name, "layout=, **keywords") { a in
        let isTight = name == "set_tight_layout" || a[1].asString?.value == "tight"
        let isOff = try a[1].isAbsent || a[1].asString?.value == "none" || !a.interpreter.isTrue(a[1])
        try a.part(Figure.self).layout = isOff ? nil : isTight ? "tight" : "constrained"
        return .none
      }
    }
    + ["align_labels", "align_xlabels", "align_ylabels", "align_titles"].map { name in
      method(name, "axs=") { a in
        try a.part(Figure.self).style[name] = .flag(true)
        return .none
      }
    }
    + ["supxlabel", "supylabel"].map { name in
      method(name, "t, **keywords") { a in
        let figure = try a.part(Figure.self)
        let isX = name == "supxlabel"
        let place =
          isX
          ? (FigureText.Coordinate(0.5, "0.5"), FigureText.Coordinate(0.01, "0.01"))
          : (FigureText.Coordinate(0.02, "0.02"), FigureText.Coordinate(0.5, "0.5"))
        let text = try a.interpreter.setFigureText(
          a[1], x: .undefined, y: .undefined, at: place, known: isX ? figure.xLabel : figure.yLabel, a.keywords)
        if isX { figure.xLabel = text } else { figure.yLabel = text }
        return FigurePartObject.of(text, in: figure)
      }
    }

  private static let axesMethods: [(String, Value)] = [
    method("add_subplot", "*args, **keywords") { a in
      let place = try a.interpreter.gridPlace(a.rest, "Figure.add_subplot")
      return .of(try a.interpreter.addAxes(place, to: a.part(Figure.self), a.keywords))
    },
    method("add_axes", "rect, **keywords") { a in
      let rectangle = try a.interpreter.collect(a[1]).map { try a.interpreter.plotNumber($0) }
      guard rectangle.count == 4 else {
        throw Raised.typeError("Bbox.from_bounds() missing 1 required positional argument: 'height'")
      }
      return .of(try a.interpreter.addAxes(.rectangle(rectangle), to: a.part(Figure.self), a.keywords))
    },
    method(
      "subplots",
      "nrows=, ncols=, *, sharex=, sharey=, squeeze=, width_ratios=, height_ratios=, subplot_kw=, gridspec_kw="
    ) { a in
      try a.interpreter.subplots(
        of: a.part(Figure.self), rows: a[1], columns: a[2], sharesX: a[3], sharesY: a[4],
        squeezes: a.bool(5, default: true), axesKeywords: a[8], gridKeywords: a[9], widths: a[6], heights: a[7])
    },
    method("colorbar", "mappable, cax=, ax=, use_gridspec=, **keywords") { a in
      try a.interpreter.addColourBar(
        of: a[1], into: a[2], beside: a[3], a.keywords, on: a.part(Figure.self))
    },
  ]

  private static func number(
    _ name: String, _ path: ReferenceWritableKeyPath<Figure, Double>
  ) -> [(String, Value)] {
    [
      method("get_\(name)", "") { a in .float(try a.part(Figure.self)[keyPath: path]) },
      method("set_\(name)", "value, **keywords") { a in
        try a.part(Figure.self)[keyPath: path] = a.interpreter.plotNumber(a[1])
        return .none
      },
    ]
  }
}

extension Figure {
  /// `<Figure size 640x480 with 1 Axes>`
  var representation: String {
    "<Figure size \(FloatText.general(pixelWidth, digits: 6))x\(FloatText.general(pixelHeight, digits: 6)) with \(axes.count) Axes>"
  }
}
