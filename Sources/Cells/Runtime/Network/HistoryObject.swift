import Layers

/// What `fit` returns: `.history['cost']` and so on, a list with a number for each epoch; `.epoch`, their indices.
package final class HistoryObject: Object, @unchecked Sendable {
  private let history: Value
  private let epochs: Int

  /// Costs are there under Keras's name `loss`, too.
  init(_ history: History, _ interpreter: Interpreter) throws {
    let dict = DictObject()
    let entries = [
      ("cost", history.cost), ("loss", history.cost), ("accuracy", history.accuracy),
      ("val_cost", history.validationCost), ("val_loss", history.validationCost),
      ("val_accuracy", history.validationAccuracy),
    ]
    for (name, numbers) in entries where !numbers.isEmpty || !name.hasPrefix("val_") {
      try interpreter.setItem(.object(dict), Value(name), Value(list: numbers.map { .float($0) }))
    }
    self.history = .object(dict)
    epochs = history.cost.count
    super.init(.host)
  }

  package override var type: TypeObject { HistoryObject.cls }

  private static let cls: TypeObject = TypeObject(
    "History", module: "layers", definesOperators: true,
    attributes: table([
      property("history", { value, _ in of(value)?.history ?? .none }),
      property("epoch", { value, _ in Value(list: (0..<(of(value)?.epochs ?? 0)).map { .int($0) }) }),
      method("__repr__", "") { a in
        let epochs = of(a[0])?.epochs ?? 0
        return Value("<layers.History, \(epochs) epoch\(epochs == 1 ? "" : "s")>")
      },
    ]))

  private static func of(_ value: Value) -> HistoryObject? {
    if case .object(let object) = value { return object as? HistoryObject }
    return nil
  }
}
