/// Trying rules, and remembering how they went.
extension Parser {
  /// Tries a rule; steps back if it does not fit.
  mutating func attempt<Node>(_ rule: (inout Parser) throws(Failure) -> Node) throws(Failure) -> Node? {
    let start = position
    let startDepth = depth
    do {
      return try rule(&self)
    } catch {
      if case .raised = error { throw error }
      position = start
      depth = startDepth
      return nil
    }
  }

  /// What may follow. The first pass expects it where it begins; the second, as CPython, leaves it out if it does not
  /// fit.
  @inline(__always)
  mutating func optional<Node>(
    when condition: Bool = true, _ rule: (inout Parser) throws(Failure) -> Node
  ) throws(Failure) -> Node? {
    guard condition else { return nil }
    return isDiagnosing || isLenient ? try attempt(rule) : try rule(&self)
  }

  /// Tries what is wrong; steps back if it does not fit. `rule` throws `.raised` if it does.
  mutating func diagnose(_ rule: (inout Parser) throws(Failure) -> Void) throws(Failure) {
    let start = position
    _ = try attempt(rule)
    position = start
  }
}

/// The rules whose outcome the second pass keeps.
enum MemoizedRule: UInt8 {
  case disjunction, expression, named, bitwise, starExpressions, primary

  /// What is read where no mistakes are looked for is read once only, too.
  var isSharedWithSuspended: Bool { self == .disjunction || self == .bitwise || self == .primary }
}

struct MemoKey: Hashable {
  let rule: MemoizedRule
  let position: Int
}

enum MemoEntry {
  case mismatch
  case node(Expression, end: Int)
}

extension Parser {
  /// Runs a rule; where rules are tried again, at most once at each token.
  @inline(__always)
  mutating func memoized(
    _ rule: MemoizedRule, _ body: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let isRemembered = isDiagnosing || isLenient && (!isSuspended || rule.isSharedWithSuspended)
    return isRemembered ? try remembered(rule, body) : try body(&self)
  }

  private mutating func remembered(
    _ rule: MemoizedRule, _ body: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let key = MemoKey(rule: rule, position: position)
    switch memo[key] {
    case .mismatch?: throw .mismatch
    case .node(let node, let end)?:
      position = end
      return node
    case nil: break
    }
    do {
      let node = try body(&self)
      memo[key] = .node(node, end: position)
      return node
    } catch {
      if case .mismatch = error { memo[key] = .mismatch }
      throw error
    }
  }
}
