#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Receives NumPy's `RuntimeWarning` texts, such as "divide by zero encountered in divide".
public typealias WarningSink = (String) -> Void

/// What the processor noted about floating-point operations: the facts behind NumPy's warnings.
package struct FloatingPointFlags: OptionSet, Sendable {
  package let rawValue: Int32
  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static let divideByZero = FloatingPointFlags(rawValue: FE_DIVBYZERO as Int32)
  package static let overflow = FloatingPointFlags(rawValue: FE_OVERFLOW as Int32)
  package static let invalid = FloatingPointFlags(rawValue: FE_INVALID as Int32)
  private static let all: FloatingPointFlags = [.divideByZero, .overflow, .invalid]

  /// What this thread has raised since the last `clear`.
  package static var current: FloatingPointFlags {
    FloatingPointFlags(rawValue: fetestexcept(all.rawValue))
  }

  /// Clearing is slow on x86-64, so it happens only where something is set.
  package static func clear() {
    if !current.isEmpty { feclearexcept(all.rawValue) }
  }

  package func raise() { feraiseexcept(rawValue) }

  /// NumPy's warnings about an operation, in NumPy's order.
  package func report(_ name: String, to warn: WarningSink) {
    if contains(.divideByZero) { warn("divide by zero encountered in \(name)") }
    if contains(.overflow) { warn("overflow encountered in \(name)") }
    if contains(.invalid) { warn("invalid value encountered in \(name)") }
  }

  /// Runs `body` and reports what it raised. Without anybody to tell, `body` alone runs.
  @inline(__always)
  package static func reporting<T>(
    _ name: @autoclosure () -> String, to warn: WarningSink?, _ body: () throws(ArrayError) -> T
  ) throws(ArrayError) -> T {
    guard let warn else { return try body() }
    clear()
    let result = try body()
    let raised = current
    if !raised.isEmpty { raised.report(name(), to: warn) }
    return result
  }
}
