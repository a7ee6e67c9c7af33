extension Session {
  /// What `model.layers[0]` stands for, found without running any code of the cells.
  func peek(_ steps: [CompletionPlace.Step]) -> Value? {
    var value: Value?
    for step in steps {
      switch step {
      case .name(let name):
        value = interpreter.main.namespace[name] ?? interpreter.builtins[name] ?? BuiltinFunctions.value(of: name)
      case .text:
        value = Value("")
      case .attribute(let name):
        value = value.flatMap { peekAttribute($0, name) }
      case .item(let key):
        value = value.flatMap { peekItem($0, key) }
      }
      if value == nil { return nil }
    }
    return value
  }

  private func peekAttribute(_ value: Value, _ name: String) -> Value? {
    if let module = value.asModule { return module.namespace[name] }
    if let cls = value.asType {
      guard let found = cls.lookUp(name), found.asProperty == nil else { return nil }
      return found
    }
    let inClass = value.type.lookUp(name)
    if let instance = value.asInstance {
      if inClass?.asProperty != nil { return nil }
      return instance.attributes[name] ?? inClass.flatMap { method($0, of: value) }
    }
    if let property = inClass?.asProperty {
      // One that is written in Swift only reads.
      return property.getFunction.isNone ? try? property.get(value, interpreter) : nil
    }
    return inClass.flatMap { method($0, of: value) }
  }

  private func method(_ attribute: Value, of receiver: Value) -> Value? {
    if attribute.asFunction != nil { return .object(BoundMethod(receiver, attribute)) }
    return attribute.asInstance == nil ? attribute : nil
  }

  private func peekItem(_ value: Value, _ key: CompletionPlace.Key) -> Value? {
    switch key {
    case .text(let text):
      return value.asDict?[text]
    case .integer(let index):
      if let elements = value.elements {
        let index = index < 0 ? index + elements.count : index
        return elements.indices.contains(index) ? elements[index] : nil
      }
      // Integer keys are compared without running anything.
      return value.asDict?.table.pairs.first { pair in
        if case .int(index) = pair.0 { true } else { false }
      }?.1
    }
  }
}
