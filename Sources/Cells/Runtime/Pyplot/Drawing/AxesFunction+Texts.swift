import Arrays

extension AxesFunction {
  static let texts: [AxesFunction] = [
    AxesFunction("text", "x, y, s, fontdict=, **keywords") { call in
      let transform = call.take("transform")
      if let transform, transform.object is TransformObject == false, !transform.isNone {
        throw Raised.unsupported("text(transform=...) is not supported but for ax.transAxes and ax.transData")
      }
      let style = try call.style(.text).merged(over: call.properties(3, .text))
      let text = FigureText(
        try call.text(2), x: try call.coordinate(0), y: try call.coordinate(1),
        coordinates: (transform?.object as? TransformObject)?.coordinates ?? .data, style: style)
      call.axes.add(text)
      return .of(text)
    },
    AxesFunction(
      "annotate", "text, xy, xytext=, xycoords=, textcoords=, arrowprops=, annotation_clip=, **keywords"
    ) { call in try call.annotate() },
    AxesFunction("legend", "*args, **keywords") { call in .of(try call.makeLegend()) },
  ]
}

extension PlotCall {
  /// A coordinate of a text, which its `repr` shows as it was given.
  func coordinate(_ index: Int) throws -> FigureText.Coordinate { try coordinate(self[index]) }

  func coordinate(_ value: Value) throws -> FigureText.Coordinate {
    .init(try interpreter.plotNumber(value), try interpreter.text(value))
  }

  fileprivate mutating func annotate() throws -> Value {
    func pair(_ value: Value) throws -> [Value] {
      let pair = try interpreter.collect(value)
      if pair.count == 2 { return pair }
      let problem =
        pair.count > 2
        ? "too many values to unpack (expected 2)"
        : "not enough values to unpack (expected 2, got \(pair.count))"
      throw Raised.valueError(problem)
    }
    let target = try pair(self[1])
    let place = try has(2) ? pair(self[2]) : target
    var style = try style(.text)
    for (index, name) in [(3, "xycoords"), (4, "textcoords"), (5, "arrowprops"), (6, "annotation_clip")]
    where has(index) {
      style[name] = try StyleValue(self[index], interpreter)
    }
    let text = FigureText(
      try text(0), x: try coordinate(place[0]), y: try coordinate(place[1]), coordinates: .data,
      target: (try interpreter.plotNumber(target[0]), try interpreter.plotNumber(target[1])), style: style)
    axes.add(text)
    return .of(text)
  }

  /// `legend()`, `legend(labels)`, `legend(handles, labels)`.
  fileprivate mutating func makeLegend() throws -> Legend {
    let handles = take("handles") ?? (rest.count == 2 ? rest[0] : .undefined)
    let labels = take("labels") ?? (rest.count == 2 ? rest[1] : rest.count == 1 ? rest[0] : .undefined)
    if rest.count > 2 {
      throw Raised.typeError("legend only accepts two non-keyword arguments")
    }
    let title = try take("title").map { $0.isNone ? "" : try interpreter.text($0) } ?? ""
    var parts =
      try handles.isAbsent
      ? (labels.isAbsent ? axes.labelledParts : axes.labelableParts)
      : interpreter.collect(handles).compactMap { $0.figurePart(FigurePart.self) }
    let texts =
      try labels.isAbsent ? parts.map(\.legendLabel) : interpreter.collect(labels).map { try interpreter.text($0) }
    parts = Array(parts.prefix(texts.count))
    if handles.isAbsent, labels.isAbsent, parts.isEmpty {
      interpreter.warn(
        Exceptions.userWarning,
        "No artists with labels found to put in legend.  Note that artists whose label start with an underscore are "
          + "ignored when legend() is called with no argument.")
    }
    let legend = Legend(zip(texts, parts).map { .init($0, $1) }, title: title, style: try legendStyle())
    legend.axes = axes
    axes.legend = legend
    return legend
  }

  private func legendStyle() throws -> Style {
    var style = Style()
    for (name, value) in keywords {
      guard PlotCall.legendProperties.contains(name) else {
        throw Raised.typeError("Legend.__init__() got an unexpected keyword argument '\(name)'")
      }
      var shown = value
      if name == "loc", value.asString != nil {
        shown = Value(try interpreter.choice(value, "loc", PlotCall.legendPlaces))
      }
      style[name == "ncols" ? "ncol" : name] = try StyleValue(shown, interpreter)
    }
    return style
  }

  private static let legendProperties: Set<String> = [
    "loc", "numpoints", "markerscale", "markerfirst", "reverse", "scatterpoints", "scatteryoffsets", "prop", "fontsize",
    "labelcolor", "borderpad", "labelspacing", "handlelength", "handleheight", "handletextpad", "borderaxespad",
    "columnspacing", "ncols", "ncol", "mode", "fancybox", "shadow", "title_fontsize", "framealpha", "edgecolor",
    "facecolor", "bbox_to_anchor", "bbox_transform", "frameon", "handler_map", "title_fontproperties", "alignment",
    "draggable",
  ]
  private static let legendPlaces = [
    "best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right",
    "lower center", "upper center", "center",
  ]
}

extension FigureAxes {
  /// What a legend may name, in its order; pieces of a container come as that container.
  var labelableParts: [FigurePart] {
    let single = artists.filter { !($0 is ImageArtist || $0 is FigureText) && !isInContainer($0) }
    return single + containers
  }

  private func isInContainer(_ artist: Artist) -> Bool {
    containers.contains { container in container.members.contains { $0 === artist } }
  }

  var labelledParts: [FigurePart] {
    let named = artists.filter { !($0 is FigureText) && $0.label != nil && !isInContainer($0) } as [FigurePart]
    return named + containers.filter { !$0.label.isEmpty && !$0.label.hasPrefix("_") }
  }
}

extension FigurePart {
  var legendLabel: String { (self as? Artist)?.label ?? (self as? ArtistContainer)?.label ?? "" }
}
