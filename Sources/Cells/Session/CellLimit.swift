/// What a cell may take no more than. Its description is for people: `the time limit of 30.0 seconds`.
package enum CellLimit: Sendable, Equatable, CustomStringConvertible {
  case time(Duration)
  case operations(Int)
  /// Bytes of all outputs together.
  case output(Int)
  /// Bytes of the process.
  case memory(Int)

  package var description: String {
    switch self {
    case .time(let duration): "the time limit of \(duration)"
    case .operations(let count): "the limit of \(count) operations"
    case .output(let bytes): "the output limit of \(bytes) bytes"
    case .memory(let bytes): "the memory limit of \(bytes) bytes"
    }
  }

  /// What tracebacks show.
  var exceptionClass: TypeObject {
    switch self {
    case .time: Exceptions.timeoutError
    case .operations, .output: Exceptions.runtimeError
    case .memory: Exceptions.memoryError
    }
  }
}
