import Arrays

/// What `subplots` gives for several axes: in matplotlib a NumPy array of objects, here one that is indexed, walked
/// and reshaped as such.
package final class AxesArray: Object, @unchecked Sendable {
  private let elements: [Value]
  /// Which element stands where.
  private let places: NDArray

  init(_ elements: [Value], places: NDArray) {
    self.elements = elements
    self.places = places
    super.init(.host)
  }

  convenience init(_ axes: [FigureAxes], shape: Dims) throws {
    let places = try NDArray.arange(.int64(0), .int64(Int64(axes.count))).reshape(shape.map { $0 })
    self.init(axes.map { .of($0) }, places: places)
  }

  package override var type: TypeObject { AxesArray.cls }

  private func part(_ places: NDArray) throws -> Value {
    if places.rank == 0 { return elements[try places.copy().reshape([1]).integers()[0]] }
    return .object(AxesArray(elements, places: places))
  }

  private var flat: [Value] { get throws { try places.ravel().integers().map { elements[$0] } } }

  private func row(_ index: Int) throws -> Value {
    try part(
      places.with(
        shape: Dims(places.shape.dropFirst()), strides: Dims(places.strides.dropFirst()),
        offset: places.offset + index * places.strides[0]))
  }

  private func nested(_ interpreter: Interpreter) throws -> Value {
    Value(
      list: try (0..<places.shape[0]).map { index in
        let row = try row(index)
        return try (row.object as? AxesArray)?.nested(interpreter) ?? row
      })
  }

  private static let cls: TypeObject = TypeObject(
    "ndarray", module: "numpy", base: Types.ndarray, isWrittenInPython: false,
    attributes: table(
      [
        method("__getitem__", "key, /") { a in
          let array = try a.host(AxesArray.self)
          return try array.part(array.places.get(a.interpreter.arrayIndices(a[1])))
        },
        method("__len__", "/") { a in .int(try a.host(AxesArray.self).places.shape[0]) },
        method("__iter__", "/") { a in
          let array = try a.host(AxesArray.self)
          let rows = try (0..<array.places.shape[0]).map { try array.row($0) }
          return try a.interpreter.makeIterator(Value(list: rows))
        },
        method("__repr__", "/") { a in
          let array = try a.host(AxesArray.self)
          return Value(
            ObjectArrayText.representation(
              array.places.shape, try array.flat.map { try a.interpreter.representation($0) }))
        },
        method("__str__", "/") { a in
          let array = try a.host(AxesArray.self)
          let texts = try array.flat.map { try a.interpreter.representation($0) }
          return Value(ObjectArrayText.text(array.places.shape, texts, separator: " ", indent: 0, width: 75))
        },
        property("shape") { value, _ in try Value(of(value).places.shape) },
        property("size") { value, _ in .int(try of(value).places.count) },
        property("ndim") { value, _ in .int(try of(value).places.rank) },
        property("flat") { value, interpreter in try interpreter.makeIterator(Value(list: of(value).flat)) },
        property("T") { value, _ in
          let array = try of(value)
          return .object(AxesArray(array.elements, places: array.places.transposed))
        },
        property("dtype") { _, _ in throw Raised.unsupported("the dtype of an array of axes is not supported") },
        method("tolist", "") { a in try a.host(AxesArray.self).nested(a.interpreter) },
        method("item", "*args") { a in
          let array = try a.host(AxesArray.self)
          if a.rest.count == 1, case .int(let index) = a.rest[0] {
            return try a.interpreter.item(Value(list: array.flat), .int(index))
          }
          return try array.part(array.places.get(a.interpreter.arrayIndices(Value(tuple: a.rest))))
        },
        method("reshape", "*shape, order=") { a in
          let array = try a.host(AxesArray.self)
          let shape =
            try a.rest.count == 1 ? a.interpreter.lengths(a.rest[0]) : a.rest.map { try a.interpreter.index($0) }
          return .object(AxesArray(array.elements, places: try array.places.reshape(shape)))
        },
        method("transpose", "*axes") { a in
          let array = try a.host(AxesArray.self)
          return .object(AxesArray(array.elements, places: array.places.transposed))
        },
        method("__eq__", "other, /") { a in .bool(a[0].isIdentical(to: a[1])) },
      ],
      ["ravel", "flatten"].map { name in
        method(name, "order=") { a in
          let array = try a.host(AxesArray.self)
          return .object(AxesArray(array.elements, places: try array.places.ravel().copy()))
        }
      }))

  private static func of(_ value: Value) throws -> AxesArray {
    if let array = value.object as? AxesArray { return array }
    throw Raised.typeError("descriptor requires an array of axes")
  }
}

/// NumPy's text of an array of objects.
enum ObjectArrayText {
  static func representation(_ shape: Dims, _ texts: [String]) -> String {
    let elements = texts.isEmpty ? "[]" : text(shape, texts, separator: ", ", indent: 6, width: 74)
    let lastLine = (elements.split(separator: "\n").last?.unicodeScalars.count ?? 0) + (elements.contains("\n") ? 0 : 6)
    let result = "array(\(elements),"
    return result + (lastLine + 1 + "dtype=object)".count + 1 <= 75 ? " " : "\n      ") + "dtype=object)"
  }

  /// Elements between brackets, rows on lines of their own, long rows wrapped.
  static func text(_ shape: Dims, _ texts: [String], separator: String, indent: Int, width: Int) -> String {
    var next = texts.makeIterator()
    func row(_ axis: Int, _ indent: Int, _ width: Int) -> String {
      guard axis == shape.count - 1 else {
        let rows = (0..<shape[axis]).map { _ in row(axis + 1, indent + 1, width - 1) }
        let gap = String(separator.prefix { $0 != " " }) + String(repeating: "\n", count: shape.count - axis - 1)
        return "[" + rows.joined(separator: gap + String(repeating: " ", count: indent + 1)) + "]"
      }
      var (lines, line) = ("", String(repeating: " ", count: indent + 1))
      let start = line
      for index in 0..<shape[axis] {
        let word = next.next() ?? ""
        if line.unicodeScalars.count + word.unicodeScalars.count > width - 1, line != start {
          while line.hasSuffix(" ") { line.removeLast() }
          lines += line + "\n"
          line = start
        }
        line += word + (index < shape[axis] - 1 ? separator : "")
      }
      return "[" + String((lines + line).dropFirst(indent + 1)) + "]"
    }
    return row(0, indent, width)
  }
}
