/// How much memory the process may have taken before a cell ends with `MemoryError`.
package struct MemoryLimit: Sendable {
  package let bytes: Int
  /// What a cell may add where the process has taken that much already, because earlier cells hold it: enough to look at
  /// values and to give them up. `nil` where there is no cell that is still of use.
  package let slack: Int?
  /// How many bytes the process has taken.
  package let inUse: @Sendable () -> Int

  package init(bytes: Int, slack: Int? = nil, inUse: @escaping @Sendable () -> Int) {
    self.bytes = bytes
    self.slack = slack
    self.inUse = inUse
  }

  /// For a cell that starts now.
  func allowance() -> Int { slack.map { max(bytes, inUse() + $0) } ?? bytes }
}
