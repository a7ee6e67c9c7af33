/// A function that was written in the cell language.
package final class FunctionObject: Object, @unchecked Sendable {
  package let code: CodeObject
  let layout: UnsafeMutablePointer<CodeLayout>
  package let module: ModuleObject
  /// Values of the last positional parameters.
  package var defaults: [Value]
  /// Values of the keyword-only parameters; `.undefined` for required ones.
  package let keywordDefaults: [Value]
  package let closure: [CellObject]
  package var attributes: [String: Value] = [:]

  package init(
    code: CodeObject, module: ModuleObject, defaults: [Value], keywordDefaults: [Value], closure: [CellObject]
  ) {
    self.code = code
    layout = code.layout
    self.module = module
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.closure = closure
    super.init(.function)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((defaults, keywordDefaults, closure, attributes)) } }

  package override var type: TypeObject { Types.function }
}

package final class BoundMethod: Object, @unchecked Sendable {
  package let receiver: Value
  package let function: Value

  package init(_ receiver: Value, _ function: Value) {
    self.receiver = receiver
    self.function = function
    super.init(.boundMethod)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((receiver, function)) } }

  package override var type: TypeObject {
    function.asNative == nil ? Types.method : Types.builtinFunction
  }
}

/// An attribute that is computed: `x.shape`, or a class's `@property`.
package final class PropertyObject: Object, @unchecked Sendable {
  package typealias Getter = (Value, Interpreter) throws -> Value
  package typealias Setter = (Value, Value, Interpreter) throws -> Void
  package let get: Getter
  package let set: Setter?
  /// The cell-language functions, so that `@x.setter` can make a new property of them.
  package let getFunction: Value
  package let setFunction: Value

  package init(_ get: @escaping Getter, set: Setter? = nil) {
    self.get = get
    self.set = set
    getFunction = .none
    setFunction = .none
    super.init(.property)
  }

  package init(getFunction: Value, setFunction: Value) {
    self.getFunction = getFunction
    self.setFunction = setFunction
    get = { receiver, interpreter in try interpreter.call(getFunction, [receiver]) }
    set =
      setFunction.isAbsent
      ? nil : { receiver, value, interpreter in _ = try interpreter.call(setFunction, [receiver, value]) }
    super.init(.property)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep((get, set, getFunction, setFunction)) } }

  package override var type: TypeObject { Types.property }
}

/// `@classmethod` and `@staticmethod` around a function.
package final class MethodWrapper: Object, @unchecked Sendable {
  package let function: Value

  package init(_ kind: Kind, _ function: Value) {
    self.function = function
    super.init(kind)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(function) } }

  package override var type: TypeObject { kind == .classMethod ? Types.classMethod : Types.staticMethod }
}

/// What `super()` gives: attributes are looked up behind `start` in the receiver's classes.
package final class SuperProxy: Object, @unchecked Sendable {
  package let start: TypeObject
  package let receiver: Value

  package init(start: TypeObject, receiver: Value) {
    self.start = start
    self.receiver = receiver
    super.init(.superProxy)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(receiver) } }

  package override var type: TypeObject { Types.superType }
}

package final class ModuleObject: Object, @unchecked Sendable {
  package let name: String
  package let namespace: Namespace

  package init(_ name: String, _ namespace: Namespace = Namespace()) {
    self.name = name
    self.namespace = namespace
    super.init(.module)
  }

  package override var type: TypeObject { Types.module }
}

/// An object of a class that was written in the cell language.
package final class InstanceObject: Object, @unchecked Sendable {
  package let cls: TypeObject
  package var attributes: [String: Value] = [:]
  /// Names in the order of assignment, as `__dict__` shows them.
  package var attributeOrder: [String] = []

  package init(_ cls: TypeObject) {
    self.cls = cls
    super.init(.instance)
  }

  deinit { if DeepRelease.isNeeded { DeepRelease.keep(attributes) } }

  package override var type: TypeObject { cls }
}
