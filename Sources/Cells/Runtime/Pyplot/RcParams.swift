/// `rcParams`: matplotlib's settings, which new figures, axes and lines go by.
final class RcParams {
  private var values: [String: StyleValue]
  /// Settings that cells changed.
  private var changed: Set<String> = []

  init() { values = RcParams.defaults }

  var names: [String] { values.keys.sorted() }

  subscript(name: String) -> Value { values[name].map { RcParams.value(of: $0) } ?? .none }

  func has(_ name: String) -> Bool { values[name] != nil }
  func number(_ name: String) -> Double? { values[name]?.number }

  func reset() {
    values = RcParams.defaults
    changed = []
  }

  /// What `rc_context` comes back to.
  func snapshot() -> () -> Void {
    let (values, changed) = (values, changed)
    return { (self.values, self.changed) = (values, changed) }
  }

  /// In inches.
  var figureSize: (width: Double, height: Double) {
    let parts = values["figure.figsize"]?.list?.compactMap(\.number) ?? []
    return parts.count == 2 ? (parts[0], parts[1]) : (6.4, 4.8)
  }

  /// `rcParams[name] = value`
  /// - Throws: `KeyError` for a name that matplotlib does not have; `ValueError` for a value that cannot be.
  func set(_ name: String, _ value: Value, _ interpreter: Interpreter) throws {
    guard let fallback = RcParams.defaults[name] else {
      if name == "axes.prop_cycle" || RcParams.otherGroups.contains(where: { name.hasPrefix("\($0).") }) {
        throw Raised.unsupported("rcParams['\(name)'] is not supported: remove the line")
      }
      throw Raised.keyError(
        Value("\(name) is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)"))
    }
    values[name] = try RcParams.checked(name, value, fallback, interpreter)
    changed.insert(name)
  }

  /// Sets what a style sheet sets, as far as it shows before anything is drawn; its name stands for the rest.
  func use(style: String, _ settings: [String: StyleValue]) {
    values.merge(settings) { $1 }
    changed.formUnion(settings.keys)
    values[RcParams.styleName] = .text(
      [values[RcParams.styleName]?.text, style].compactMap(\.self).joined(separator: " "))
    changed.insert(RcParams.styleName)
  }

  private static let styleName = "style sheet"

  func apply(to figure: Figure) {
    func part(_ name: String, _ path: WritableKeyPath<SubplotSpacing, Double>) {
      if let value = number("figure.subplot.\(name)") { figure.spacing[keyPath: path] = value }
    }
    part("left", \.left)
    part("right", \.right)
    part("bottom", \.bottom)
    part("top", \.top)
    part("wspace", \.widthGap)
    part("hspace", \.heightGap)
    if values["figure.autolayout"] == .flag(true) { figure.layout = "tight" }
    if values["figure.constrained_layout.use"] == .flag(true) { figure.layout = "constrained" }
  }

  func apply(to axes: FigureAxes) {
    axes.xAxis.range.margin = number("axes.xmargin") ?? 0.05
    axes.yAxis.range.margin = number("axes.ymargin") ?? 0.05
    if values["axes.grid"] == .flag(true) { (axes.xAxis.grid, axes.yAxis.grid) = (Style(), Style()) }
    if let size = number("xtick.labelsize") { axes.xAxis.tickStyle["labelsize"] = .number(size) }
    if let size = number("ytick.labelsize") { axes.yAxis.tickStyle["labelsize"] = .number(size) }
    for name in changed where !name.hasPrefix("figure.") && !name.hasPrefix("image.") && !name.hasPrefix("savefig.") {
      axes.settings[name] = values[name]
    }
  }

  /// What was set for lines.
  var lineStyle: Style {
    var style = Style()
    for name in ["linewidth", "linestyle", "marker", "markersize"] where changed.contains("lines.\(name)") {
      style[name] = values["lines.\(name)"]
    }
    return style
  }

  private static func value(of style: StyleValue) -> Value {
    if case .list(let parts) = style { return Value(list: parts.map { Value($0) }) }
    return Value(style)
  }

  /// The value in the form that the setting keeps.
  private static func checked(
    _ name: String, _ value: Value, _ fallback: StyleValue, _ interpreter: Interpreter
  ) throws -> StyleValue {
    let given = try StyleValue(value, interpreter)
    func number(_ value: Value) throws -> StyleValue {
      if let number = try? interpreter.plotNumber(value) { return .number(number) }
      throw Raised.valueError("Key \(name): Could not convert \(try interpreter.representation(value)) to float")
    }
    switch fallback {
    case .number: return given == .none ? given : try number(value)
    case .integer:
      if let whole = try? interpreter.index(value) { return .integer(whole) }
      throw Raised.valueError("Key \(name): Could not convert \(try interpreter.representation(value)) to int")
    case .flag:
      if let flag = given.flag { return .flag(flag) }
      let words = ["t": true, "y": true, "yes": true, "on": true, "true": true, "1": true]
        .merging(["f": false, "n": false, "no": false, "off": false, "false": false, "0": false]) { $1 }
      if let flag = words[try interpreter.text(value).lowercased()] { return .flag(flag) }
      if name == "axes.axisbelow" || name.hasPrefix("svg") { return given }
      throw Raised.valueError("Key \(name): Cannot convert \(try interpreter.representation(value)) to bool")
    case .list(let parts):
      if parts.first?.number == nil { return given.text.map { .list([.text($0)]) } ?? given }
      if let text = value.asString { return try number(.object(text)) }
      let elements = try interpreter.collect(value)
      guard elements.count == parts.count else {
        throw Raised.valueError(
          "Key \(name): Expected \(parts.count) values, but there are \(elements.count) values in "
            + (try interpreter.representation(value)))
      }
      return .list(try elements.map(number))
    case .text:
      if let size = given.number, name.hasSuffix("size") { return .number(size) }
      return given
    case .none, .group: return given
    }
  }

  private static let otherGroups = [
    "animation", "keymap", "webagg", "tk", "pgf", "macosx", "boxplot", "date", "axes3d", "mathtext", "_internal", "agg",
    "polaraxes", "backend", "backend_fallback", "interactive", "timezone", "toolbar", "docstring",
  ]
}
