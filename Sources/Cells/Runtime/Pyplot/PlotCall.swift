import Arrays

/// One call that draws: `plt.plot(...)` or `ax.plot(...)`.
struct PlotCall {
  let axes: FigureAxes
  /// By the signature's order; what was not given is `.undefined`.
  let values: [Value]
  let rest: [Value]
  var keywords: [(String, Value)]
  let interpreter: Interpreter
  let name: String

  subscript(index: Int) -> Value { index < values.count ? values[index] : .undefined }
  func has(_ index: Int) -> Bool { !self[index].isAbsent }

  var pyplot: Pyplot { interpreter.pyplot }

  func number(_ index: Int) throws -> Double { try interpreter.plotNumber(self[index]) }
  func number(_ index: Int, default value: Double) throws -> Double { has(index) ? try number(index) : value }
  func optionalNumber(_ index: Int) throws -> Double? { has(index) ? try number(index) : nil }
  func flag(_ index: Int, default value: Bool) throws -> Bool {
    self[index].isAbsent ? value : try interpreter.isTrue(self[index])
  }
  func text(_ index: Int) throws -> String { try interpreter.text(self[index]) }

  /// Takes a keyword argument out of those that are the artist's properties.
  mutating func take(_ names: String...) -> Value? {
    guard let index = keywords.firstIndex(where: { names.contains($0.0) }) else { return nil }
    return keywords.remove(at: index).1
  }

  func style(_ properties: PropertyList) throws -> Style { try properties.style(keywords, interpreter) }

  func refuse(_ index: Int, _ parameter: String) throws {
    guard has(index) else { return }
    throw Raised.unsupported("\(name)(\(parameter)=...) is not supported: leave it out")
  }

  /// Coordinates as the cell gave them, copied. Texts are an axis's categories.
  func coordinates(_ value: Value, _ axis: Axis) throws -> NDArray {
    if let texts = try categories(value) {
      return try NDArray(texts.map { axis.place(of: $0) }, shape: value.asString == nil ? [texts.count] : [])
    }
    if let elements = value.elements, elements.contains(where: { $0.isNone }) {
      return try NDArray(elements.map { $0.isNone ? .nan : try interpreter.plotNumber($0) }, shape: [elements.count])
    }
    return try interpreter.asArray(value).copy()
  }

  private func categories(_ value: Value) throws -> [String]? {
    if let text = value.asString { return [text.value] }
    guard let elements = try value.elements ?? (value.asDictView == nil ? nil : interpreter.collect(value)),
      !elements.isEmpty
    else { return nil }
    let texts = elements.compactMap { $0.asString?.value }
    return texts.count == elements.count ? texts : nil
  }

  /// Coordinates as a vector of at least one element.
  func vector(_ value: Value, _ axis: Axis) throws -> NDArray {
    let array = try coordinates(try iterated(value), axis)
    return array.rank == 1 ? array : try array.ravel().copy()
  }

  /// `range`, generators' lists and dict views as lists.
  func iterated(_ value: Value) throws -> Value {
    value.asDictView != nil || value.asRange != nil ? Value(list: try interpreter.collect(value)) : value
  }
}

/// A function of `plt` that is a method of axes too: `plt.title(...)` is `plt.gca().set_title(...)`.
struct AxesFunction: @unchecked Sendable {
  /// The name of the method; empty where only `plt` has the function.
  let name: String
  /// The name in `plt`; empty where only axes have it.
  let plainName: String
  let signature: String
  let body: (inout PlotCall) throws -> Value

  init(
    _ name: String, plt plainName: String? = nil, _ signature: String,
    _ body: @escaping (inout PlotCall) throws -> Value
  ) {
    self.name = name
    self.plainName = plainName ?? name
    self.signature = signature
    self.body = body
  }

  var method: (String, Value) {
    let body = body
    let function = NativeFunction("Axes.\(name)", signature, isMethod: true, wording: .python) { a in
      var call = PlotCall(axes: try a.part(FigureAxes.self), a, from: 1, name: "Axes.\(name)")
      return try body(&call)
    }
    return (name, .object(function))
  }

  var function: (String, Value) {
    let (body, plainName) = (body, plainName)
    let function = NativeFunction(plainName, signature, wording: .python) { a in
      var call = PlotCall(axes: a.interpreter.pyplot.currentAxes, a, from: 0, name: "plt.\(plainName)")
      return try body(&call)
    }
    return (plainName, .object(function))
  }

  static let all: [AxesFunction] = [
    lines, straightLines, points, bars, statistics, areas, images, grids, texts, labels, limits, ticks, appearance,
    state,
  ].flatMap { $0 }
}

extension PlotCall {
  init(axes: FigureAxes, _ a: borrowing Arguments, from first: Int, name: String) {
    self.axes = axes
    values = (first..<max(a.count, first)).map { a[$0] }
    rest = a.rest
    keywords = a.keywords
    interpreter = a.interpreter
    self.name = name
  }
}
