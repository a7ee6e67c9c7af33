import Arrays

extension AxesFunction {
  static let statistics: [AxesFunction] = [
    AxesFunction(
      "hist",
      "x, bins=, range=, density=, weights=, cumulative=, bottom=, histtype=, align=, orientation=, rwidth=, log=, "
        + "color=, label=, stacked=, *, data=, **keywords"
    ) { call in try call.histogram() },
    AxesFunction(
      "pie",
      "x, explode=, labels=, colors=, autopct=, pctdistance=, shadow=, labeldistance=, startangle=, radius=, "
        + "counterclock=, wedgeprops=, textprops=, center=, frame=, rotatelabels=, *, normalize=, hatch=, data="
    ) { call in try call.pie() },
  ]
}

extension PlotCall {
  fileprivate mutating func histogram() throws -> Value {
    let kind =
      has(7) ? try interpreter.choice(self[7], "histtype", ["bar", "barstacked", "step", "stepfilled"]) : "bar"
    let align = has(8) ? try interpreter.choice(self[8], "align", ["left", "mid", "right"]) : "mid"
    let isVertical =
      has(9) ? try interpreter.choice(self[9], "orientation", ["vertical", "horizontal"]) == "vertical" : true
    try refuse(6, "bottom")
    let isStacked = try flag(14, default: false) || kind == "barstacked"
    let sets = try dataSets(self[0], isVertical ? axes.xAxis : axes.yAxis)
    let weights = try has(4) ? dataSets(self[4], axes.yAxis) : []
    let density = try flag(3, default: false)
    var (tops, edges) = try counts(sets, weights, density: density && !isStacked)
    let widths = zip(edges.doubles, edges.doubles.dropFirst()).map { $1 - $0 }
    if isStacked {
      for index in tops.indices.dropFirst() { tops[index] = zip(tops[index - 1], tops[index]).map { $0 + $1 } }
      if density, let total = tops.last?.reduce(0, +) {
        tops = tops.map { zip($0, widths).map { $0 / $1 / total } }
      }
    }
    if try has(5) && flag(5, default: false) { tops = try accumulated(tops, widths, density: density) }
    if try flag(11, default: false) { (isVertical ? axes.yAxis : axes.xAxis).range.scale = .log }

    let style = try style(.rectangle)
    let colours = try has(12) ? colours(self[12], count: sets.count) : sets.map { _ in .text(axes.nextLineColour()) }
    let labels = try has(13) ? self[13].elements?.map { try interpreter.text($0) } ?? [text(13)] : []
    var parts: [Value] = []
    for (index, top) in tops.enumerated() {
      var own = style
      own["facecolor"] = own["facecolor"] ?? colours[index]
      let label = index < labels.count ? labels[index] : ""
      if kind.hasPrefix("step") {
        own["fill"] = .flag(kind == "stepfilled")
        if !label.isEmpty { own["label"] = .text(label) }
        parts.append(Value(artists: [try outline(top, edges, isVertical, own)]))
      } else {
        let below = isStacked && index > 0 ? tops[index - 1] : Array(repeating: 0, count: top.count)
        let layout = BarLayout(
          index: index, setCount: isStacked ? 1 : sets.count, align: align, part: try optionalNumber(10))
        let bars = bars(top, below, edges.doubles, isVertical, layout, own)
        let container = BarContainer(bars, isVertical: isVertical, label: label)
        axes.containers.append(container)
        parts.append(FigurePartObject.of(container, in: axes.figure))
      }
    }
    let rows = try NDArray(Array(tops.joined()), shape: [tops.count, tops.first?.count ?? 0])
    let isSingle = tops.count == 1
    return Value(
      tuple: [
        Value(isSingle ? try rows.ravel().copy() : rows), Value(edges),
        isSingle ? parts[0] : .object(ArtistLists.object(parts, isStep: kind.hasPrefix("step"))),
      ])
  }

  /// One vector for each set of data: the columns of a grid, the lists in a list.
  private func dataSets(_ value: Value, _ axis: Axis) throws -> [NDArray] {
    if let array = value.asArray?.array {
      if array.rank < 2 { return [try array.ravel().copy()] }
      guard array.rank == 2 else { throw Raised.valueError("x must have 2 or fewer dimensions") }
      try Interpreter.checkSequenceSize(array.shape[1])
      return try (0..<array.shape[1]).map { column in
        try array.with(
          shape: [array.shape[0]], strides: [array.strides[0]], offset: array.offset + column * array.strides[1]
        ).copy()
      }
    }
    let elements = try interpreter.collect(iterated(value))
    let isNested = elements.contains {
      $0.elements != nil || $0.asRange != nil || $0.asArray.map { $0.array.rank > 0 } ?? false
    }
    return isNested ? try elements.map { try vector($0, axis) } : [try vector(Value(list: elements), axis)]
  }

  private func counts(
    _ sets: [NDArray], _ weights: [NDArray], density: Bool
  ) throws -> (tops: [[Double]], edges: NDArray) {
    if self[1].asString != nil {
      throw Raised.unsupported("hist(bins='...') is not supported: give the number of bins or their edges")
    }
    let all =
      sets.count == 1
      ? sets[0] : try NDArray(Array(sets.map(\.doubles).joined()), shape: [sets.reduce(0) { $0 + $1.count }])
    var range: (Double, Double)?
    if has(2) {
      let limits = try interpreter.collect(self[2]).map { try interpreter.plotNumber($0) }
      if limits.count == 2 { range = (limits[0], limits[1]) }
    } else if all.doubles.contains(where: \.isNaN) {
      let interval = DataBounds.Interval(all)
      if !interval.isEmpty { range = (interval.low, interval.high) }
    }
    let bins: HistogramBins
    if has(1), self[1].elements != nil || self[1].asRange != nil || self[1].asArray.map({ $0.array.rank > 0 }) ?? false
    {
      bins = .edges(try interpreter.asArray(iterated(self[1])).copy())
    } else {
      bins = .count(
        try has(1) ? interpreter.index(self[1]) : Int(clamping: pyplot.parameters.number("hist.bins") ?? 10))
    }
    if case .count(let count) = bins, count > PlotCall.mostBars { throw PlotCall.tooMany("bins") }
    let edges = try all.histogram(bins: bins, range: range).edges
    let tops = try sets.enumerated().map { index, set in
      let weight = index < weights.count ? weights[index] : nil
      // The edges of all sets together, where there are several.
      let own: HistogramBins = sets.count == 1 ? bins : .edges(edges)
      let counts = try set.histogram(bins: own, range: range, weights: weight).counts.doubles
      guard density else { return counts }
      let total = counts.reduce(0, +)
      return zip(counts, zip(edges.doubles, edges.doubles.dropFirst())).map { $0 / ($1.1 - $1.0) / total }
    }
    return (tops, try edges.copy(as: .float64))
  }

  private func accumulated(_ tops: [[Double]], _ widths: [Double], density: Bool) throws -> [[Double]] {
    var isReversed = false
    if case .int(let direction) = self[5] { isReversed = direction < 0 }
    return tops.map { top in
      let parts = density ? zip(top, widths).map { $0 * $1 } : top
      var sum = 0.0
      let sums = (isReversed ? parts.reversed() : parts).map { part in
        sum += part
        return sum
      }
      return isReversed ? sums.reversed() : sums
    }
  }

  /// Where the bars of one of several sets stand in their bins.
  private struct BarLayout {
    let index: Int
    let setCount: Int
    let align: String
    /// Of the bin that the bars take.
    let part: Double?

    var used: Double { part.map { min(max($0, 0), 1) } ?? (setCount > 1 ? 0.8 : 1) }
    var shift: Double { align == "mid" ? 0.5 : align == "right" ? 1 : 0 }
  }

  private func bars(
    _ tops: [Double], _ below: [Double], _ edges: [Double], _ isVertical: Bool, _ layout: BarLayout, _ style: Style
  ) -> [Rectangle] {
    var origin: Double?
    return tops.indices.map { place in
      let bin = edges[place + 1] - edges[place]
      let step = layout.used * bin / Double(layout.setCount)
      var offset = -0.5 * layout.used * bin * (1 - 1 / Double(layout.setCount))
      offset += layout.shift * bin
      for _ in 0..<layout.index { offset += layout.setCount > 1 ? step : 0 }
      let centre = edges[place] + offset
      let first = origin ?? centre
      origin = first
      // As `bar` rounds it.
      let width = first + step - first
      let start = centre - width / 2
      let (foot, length) = (below[place], tops[place] - below[place])
      let bar =
        isVertical
        ? Rectangle(x: start, y: foot, width: width, height: length, isVerticalBar: true, style: style)
        : Rectangle(x: foot, y: start, width: length, height: width, isVerticalBar: false, style: style)
      axes.add(bar)
      return bar
    }
  }

  private func outline(_ tops: [Double], _ edges: NDArray, _ isVertical: Bool, _ style: Style) throws -> Outline {
    let along: [Double] = edges.doubles.flatMap { [$0, $0] }
    let sides: [Double] = tops.flatMap { [$0, $0] }
    let across = [0] + sides + [0]
    let (first, second) = (try NDArray(along, shape: [along.count]), try NDArray(across, shape: [across.count]))
    let outline = Outline(
      x: isVertical ? first : second, y: isVertical ? second : first, isVerticalBar: isVertical, style: style)
    axes.add(outline)
    return outline
  }
}
