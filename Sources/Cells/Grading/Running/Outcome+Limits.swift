extension SubmissionLimit {
  init(_ limit: CellLimit) {
    self =
      switch limit {
      case .time: .time
      case .operations: .operations
      case .output: .output
      case .memory: .memory
      }
  }
}

extension Outcome {
  package init(_ limit: SubmissionLimit) {
    self =
      switch limit {
      case .time: .timeOut
      case .operations: .operations
      case .memory: .memory
      case .output: .output
      }
  }
}

extension CellOutcome {
  /// Neighbouring pieces of one stream become one: a submission may print a million of them.
  static func joined(_ outputs: [CellOutput]) -> [CellOutput] {
    var result: [CellOutput] = []
    var stdout = ""
    func flush() {
      if !stdout.isEmpty { result.append(.stdout(stdout)) }
      stdout = ""
    }
    for output in outputs {
      if case .stdout(let text) = output {
        stdout += text
      } else {
        flush()
        result.append(output)
      }
    }
    flush()
    return result
  }
}
