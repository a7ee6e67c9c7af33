import Arrays

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension PlotCall {
  mutating func pie() throws -> Value {
    for (index, name) in [(15, "rotatelabels"), (16, "normalize")] { try refuse(index, name) }
    let given = try interpreter.asArray(iterated(self[0])).copy(as: .float32)
    guard given.rank <= 1 else { throw Raised.valueError("x must be 1D") }
    let sizes = given.rank == 0 ? [Float(given.double(at: 0))] : given.doubles.map { Float($0) }
    if sizes.contains(where: { $0 < 0 }) {
      throw Raised.valueError("Wedge sizes 'x' must be non negative values")
    }
    let total = sizes.reduce(0, +)
    let parts = sizes.map { $0 / total }
    let labels = try has(2) ? interpreter.collect(self[2]).map { try interpreter.text($0) } : nil
    if let labels, labels.count != parts.count { throw Raised.valueError("'label' must be of length 'x'") }
    let explode = try has(1) ? interpreter.collect(self[1]).map { try interpreter.plotNumber($0) } : nil
    if let explode, explode.count != parts.count { throw Raised.valueError("'explode' must be of length 'x'") }
    let colours = try has(3) ? colours(self[3], count: parts.count) : parts.map { _ in .text(axes.nextPatchColour()) }
    let radius = try number(9, default: 1)
    let centre = try has(13) ? interpreter.collect(self[13]).map { try interpreter.plotNumber($0) } : [0, 0]
    guard centre.count == 2 else {
      throw Raised.valueError("not enough values to unpack (expected 2, got \(centre.count))")
    }
    let wedgeStyle = try properties(11, .wedge)
    let textStyle = try properties(12, .text)
    let (labelDistance, partDistance) = (try number(7, default: 1.1), try number(5, default: 0.6))
    let turn: Double = try flag(10, default: true) ? 1 : -1
    var angle = try number(8, default: 0) / 360
    var (wedges, texts, partTexts): ([Artist], [Artist], [Artist]) = ([], [], [])
    for (index, part) in parts.enumerated() {
      let next = angle + turn * Double(part)
      let middle = 2 * Double.pi * 0.5 * (angle + next)
      let away = explode?[index] ?? 0
      let (x, y) = (centre[0] + away * cos(middle), centre[1] + away * sin(middle))
      let (start, end) = (360 * min(angle, next), 360 * max(angle, next))
      let label = labels?[index] ?? ""
      let own = Style(["facecolor": colours[index], "label": .text(label)])
      wedges.append(
        Wedge(centre: (x, y), radius: radius, start: start, end: end, style: wedgeStyle.merged(over: own)))
      func text(_ text: String, at distance: Double, _ side: String) -> FigureText {
        let places = Style(["horizontalalignment": .text(side), "verticalalignment": .text("center")])
        let (textX, textY) = (x + distance * radius * cos(middle), y + distance * radius * sin(middle))
        return FigureText(
          text, x: .init(textX, FloatText.repr(textX)), y: .init(textY, FloatText.repr(textY)), coordinates: .data,
          style: textStyle.merged(over: places))
      }
      if !self[7].isNone { texts.append(text(label, at: labelDistance, cos(middle) > 0 ? "left" : "right")) }
      if has(4) {
        let percent = Value.float(100 * Double(part))
        let shown =
          try self[4].asString == nil
          ? interpreter.call(self[4], [percent]) : interpreter.binary(.modulo, self[4], percent)
        partTexts.append(text(try interpreter.text(shown), at: partDistance, "center"))
      }
      angle = next
    }
    for artist in wedges + texts + partTexts { axes.add(artist) }
    axes.aspect = .ratio(1)
    if try !flag(14, default: false) {
      axes.isFrameShown = false
      for axis in [axes.xAxis, axes.yAxis] { axis.ticks = [] }
      axes.xAxis.range.limits = .fixed(-1.25 + centre[0], 1.25 + centre[0])
      axes.yAxis.range.limits = .fixed(-1.25 + centre[1], 1.25 + centre[1])
    }
    let lists = has(4) ? [wedges, texts, partTexts] : [wedges, texts]
    return Value(tuple: lists.map { Value(artists: $0) })
  }

  /// A dict of properties: `wedgeprops`.
  func properties(_ index: Int, _ list: PropertyList) throws -> Style {
    guard let dict = self[index].asDict else { return Style() }
    return try list.style(dict.table.pairs.map { (try interpreter.text($0.0), $0.1) }, interpreter)
  }
}
