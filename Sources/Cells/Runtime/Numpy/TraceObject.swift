import Arrays
import Layers

/// What `layers.trace` gives: a layer's windows one by one. Its text is the cell's value; the host may show more of it.
package final class TraceObject: Object, @unchecked Sendable {
  private let trace: WindowTrace
  /// What the layer gave.
  private let result: Value
  /// How many windows the text shows; `nil` for all.
  private let limit: Int?

  init(_ trace: WindowTrace, result: Value, limit: Int?) {
    (self.trace, self.result, self.limit) = (trace, result, limit)
    super.init(.host)
  }

  package override var type: TypeObject { TraceObject.cls }

  private func text(_ interpreter: Interpreter) -> TraceText {
    TraceText(trace, interpreter.printOptions, limit: limit)
  }

  /// Lets the reader look at it, where the host can do that.
  func offer(_ interpreter: Interpreter) {
    if interpreter.shell?.capture?.takesDisplay ?? false { return }
    interpreter.host.showTrace?(text(interpreter))
  }

  private static let cls: TypeObject = TypeObject(
    "LayerTrace", module: "layers",
    attributes: table([
      method("__repr__", "/") { a in
        let trace = try a.host(TraceObject.self)
        return Value(try trace.text(a.interpreter).text())
      },
      method("show", "") { a in
        let trace = try a.host(TraceObject.self)
        try DisplayModule.show(a[0], a.interpreter)
        trace.offer(a.interpreter)
        return .none
      },
      method("formula", "i, h, w, c") { a in
        let trace = try a.host(TraceObject.self)
        let indices = try [a.int(1), a.int(2), a.int(3), a.int(4)]
        let shape = trace.trace.outputShape
        for (axis, index) in indices.enumerated() where !(-shape[axis]..<shape[axis]).contains(index) {
          throw Raised(
            Exceptions.indexError, "index \(index) is out of bounds for axis \(axis) with size \(shape[axis])")
        }
        let places = indices.enumerated().map { axis, index in index < 0 ? index + shape[axis] : index }
        let place = WindowTrace.Place(places[0], places[1], places[2], places[3])
        return Value(try trace.text(a.interpreter).formula(at: place).joined(separator: "\n"))
      },
      property("result") { value, _ in (value.object as? TraceObject)?.result ?? .none },
    ]))
}

extension TraceObject: PrettyPrinted {
  func prettyText(_ interpreter: Interpreter) throws -> String { try text(interpreter).text() }
}
