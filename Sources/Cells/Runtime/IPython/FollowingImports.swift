/// What a cell imports behind an import that failed. A notebook made for another machine begins with a cell that imports
/// what is here and what is not, in any order: it ends in its `ModuleNotFoundError`, and what is here is there afterwards.
extension InteractiveShell {
  /// Does what is left of a cell's imports if one of them was what failed.
  func importWhatFollows(in source: Source, after error: any Error) {
    let exception = interpreter.raised(error).exception
    guard exception.cls === Exceptions.moduleNotFoundError, let place = exception.traceback.last?.span,
      let body = try? Parser.parse(source, mode: .cell).body,
      let failed = body.firstIndex(where: { $0.span.start <= place.start && place.start < $0.span.end }),
      body[failed].isImport
    else { return }
    for statement in body[(failed + 1)...] where statement.isImport {
      let module = Module(source: source, body: [statement], docstring: nil)
      let namespace = interpreter.main.namespace
      guard let code = try? Compiler.compile(module, namespace: namespace, showsValue: false) else { continue }
      // The first failure is the one that is told.
      _ = try? interpreter.execute(code, in: interpreter.main)
    }
  }
}

extension Statement {
  fileprivate var isImport: Bool {
    switch kind {
    case .importModules, .importFrom: true
    default: false
    }
  }
}
