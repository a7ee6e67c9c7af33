/// A function that is written in Swift: `len`, `np.zeros`, `list.append`. NumPy's ufuncs are a subclass: they have
/// methods of their own.
package class NativeFunction: Object, @unchecked Sendable {
  package typealias Body = (borrowing Arguments) throws -> Value
  /// The everyday case of a function, on the registers where its positional arguments lie: writes the result to the
  /// last one and gives true, or gives false without having done anything, and `body` runs.
  package typealias Quick =
    @Sendable (
      Interpreter, UnsafeMutablePointer<Value>, _ count: Int, _ result: UnsafeMutablePointer<Value>
    ) throws -> Bool

  /// Whose words are used for arguments that do not fit.
  package enum Wording: Sendable {
    /// CPython's for functions that are written in C.
    case builtin
    /// CPython's for functions that are written in Python, as most of NumPy's are.
    case python
    /// NumPy's for its functions that are written in C.
    case numpy
  }

  package final let name: String
  package final let signature: Signature
  /// The first argument is the object that the method was called on.
  package final let isMethod: Bool
  package final let doc: String
  package final let wording: Wording
  final let body: Body
  final let quick: Quick?

  package init(
    _ name: String, _ signature: String, isMethod: Bool = false, doc: String = "", wording: Wording = .builtin,
    quick: Quick? = nil, _ body: @escaping Body
  ) {
    self.name = name
    self.signature = Signature(isMethod ? "self, /, " + signature : signature)
    self.isMethod = isMethod
    self.doc = doc
    self.wording = wording
    self.body = body
    self.quick = quick
    super.init(.native)
  }

  package override var type: TypeObject {
    wording == .python && !isMethod ? Types.function : Types.builtinFunction
  }
}

/// Shorthand for tables of methods: `.method("append", "object") { a in ... }` gives a dictionary entry.
package func method(
  _ name: String, _ signature: String, quick: NativeFunction.Quick? = nil, _ body: @escaping NativeFunction.Body
) -> (String, Value) {
  (name, .object(NativeFunction(name, signature, isMethod: true, quick: quick, body)))
}

package func function(
  _ name: String, _ signature: String, quick: NativeFunction.Quick? = nil, _ body: @escaping NativeFunction.Body
) -> (String, Value) {
  (name, .object(NativeFunction(name, signature, quick: quick, body)))
}

package func property(
  _ name: String, _ get: @escaping PropertyObject.Getter, set: PropertyObject.Setter? = nil
) -> (String, Value) {
  (name, .object(PropertyObject(get, set: set)))
}

/// A table of attributes; a name that comes twice keeps its last meaning.
package func table(_ entries: [(String, Value)]...) -> [String: Value] {
  Dictionary(entries.joined(), uniquingKeysWith: { $1 })
}
