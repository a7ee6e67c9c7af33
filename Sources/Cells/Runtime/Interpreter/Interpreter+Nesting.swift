extension Interpreter {
  /// One level deeper in values that hold values: comparing them, hashing them, writing them.
  ///
  /// - Parameter activity: what the message says behind "maximum recursion depth exceeded".
  /// - Throws: `RecursionError` at Python's limit, or where the thread's stack ends.
  func nested<Result>(_ activity: String = "", _ body: () throws -> Result) throws -> Result {
    guard depth < limits.recursion, StackBounds.currentAddress > lowestAddress else {
      throw Raised(Exceptions.recursionError, "maximum recursion depth exceeded" + activity)
    }
    // What a few names make of shared parts may take for ever.
    try spend(1)
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// The same for what Python does not count: iterators of iterators, functions made of functions.
  @inline(__always)
  func checkStack() throws {
    if StackBounds.currentAddress <= lowestAddress {
      throw Raised(Exceptions.recursionError, "maximum recursion depth exceeded")
    }
  }
}
