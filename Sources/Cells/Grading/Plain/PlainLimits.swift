/// How much one plain value may hold. Writing and reading count alike: what one side may send, the other takes.
package struct PlainLimits: Sendable, Equatable {
  /// Containers in containers.
  package var depth = 32
  /// In memory: the contents of texts, bytes and arrays, and `perValue` for each value.
  package var bytes = 64 << 20

  package static let perValue = 64

  package init(depth: Int = 32, bytes: Int = 64 << 20) {
    self.depth = depth
    self.bytes = bytes
  }
}

/// Why a value does not leave a submission.
package enum PlainError: Error, Equatable {
  case tooDeep(limit: Int)
  case tooLarge(limit: Int)
}

/// What is left of the limits while a value is written or read.
struct PlainBudget {
  let limits: PlainLimits
  private var bytes: Int
  private var depth = 0

  init(_ limits: PlainLimits) {
    self.limits = limits
    bytes = limits.bytes
  }

  mutating func spend(_ count: Int) throws(PlainError) {
    guard count >= 0, count <= bytes else { throw .tooLarge(limit: limits.bytes) }
    bytes -= count
  }

  mutating func enter() throws(PlainError) {
    guard depth < limits.depth else { throw .tooDeep(limit: limits.depth) }
    depth += 1
  }

  mutating func leave() { depth -= 1 }
}
