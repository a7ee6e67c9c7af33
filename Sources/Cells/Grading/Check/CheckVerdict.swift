/// What a check found: a verdict with its words.
struct CheckVerdict {
  var verdict: Verdict
  var message = ""
  var diagnoses: [Diagnosis] = []

  static let pass = CheckVerdict(verdict: .pass)

  static func fail(_ message: String, _ diagnoses: [Diagnosis] = []) -> CheckVerdict {
    CheckVerdict(verdict: .fail, message: message, diagnoses: diagnoses)
  }

  /// An exception of the submission's.
  ///
  /// - Parameter isHidden: whether the submission worked on what students must not see. The words of an exception are
  ///   the submission's own, so that they could hold it; then the class alone is shown.
  static func raised(_ name: String, _ message: String, _ function: String, isHidden: Bool) -> CheckVerdict {
    // What this program refuses is a NotImplementedError as well, and says so.
    if name == "NotImplementedError", !message.contains("not supported") {
      return CheckVerdict(verdict: .missing, message: "\(function) still raises NotImplementedError")
    }
    let error = !isHidden ? RaisedError(name.visible, message.shortened(to: 200).visible).summary : name.visible
    return CheckVerdict(verdict: .error, message: "\(function) raises \(error)")
  }

  static func limit(_ limit: SubmissionLimit, _ function: String) -> CheckVerdict {
    switch limit {
    case .time: CheckVerdict(verdict: .timeOut, message: "\(function) takes longer than the time limit")
    case .operations:
      CheckVerdict(
        verdict: .timeOut, message: "\(function) takes more operations than the limit; does a loop never end?")
    case .memory: CheckVerdict(verdict: .memory, message: "\(function) takes more memory than the limit")
    case .output: CheckVerdict(verdict: .error, message: "\(function) prints or returns more than the limit")
    }
  }

  static func died(_ death: Death, _ function: String) -> CheckVerdict {
    CheckVerdict(verdict: .error, message: "the process \(death) while \(function) ran")
  }

  static func tampered(_ what: String) -> CheckVerdict {
    CheckVerdict(verdict: .tampered, message: "the submission's process does not keep to its protocol: \(what.visible)")
  }

  static func missing(_ name: String) -> CheckVerdict {
    CheckVerdict(verdict: .missing, message: "no cell defines \(name)")
  }
}

extension Outcome {
  /// The value, or the verdict where there is none.
  func judged(_ function: String, isHidden: Bool) -> Result<Given, CheckFailure> {
    let verdict: CheckVerdict
    switch self {
    case .value(let value): return .success(value)
    case .raised(let name, let message): verdict = .raised(name, message, function, isHidden: isHidden)
    case .missing(let name): verdict = .missing(name)
    case .timeOut: verdict = .limit(.time, function)
    case .operations: verdict = .limit(.operations, function)
    case .memory: verdict = .limit(.memory, function)
    case .output: verdict = .limit(.output, function)
    case .died(let death): verdict = .died(death, function)
    case .tampered(let what): verdict = .tampered(what)
    }
    return .failure(CheckFailure(verdict: verdict))
  }
}

struct CheckFailure: Error { let verdict: CheckVerdict }

extension String {
  func shortened(to length: Int) -> String { count <= length ? self : String(prefix(length)) + "..." }
}
