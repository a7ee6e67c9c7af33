/// What a prompt needs to know of a session.
extension Session {
  /// Whether cells gave a value to any name that is still there.
  package var definesNames: Bool {
    interpreter.main.namespace.definedNames.contains { !$0.hasPrefix("_") && shell?.initialNames[$0] == nil }
  }

  /// Numbers a cell that the host carries out itself.
  package func count(_ code: String) { shell?.count(code) }

  /// How far the running cell's loop is; may be asked from other threads.
  package var runningLoop: RunningLoop { interpreter.runningLoop }
}
