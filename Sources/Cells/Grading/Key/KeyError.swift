/// Why a text cannot be read as a key, as facts. `line` counts from 1.
package struct KeyError: Error, Sendable, Equatable {
  package enum Problem: Sendable, Equatable {
    case notUTF8
    case yaml(String)
    /// `found` is empty where there is nothing.
    case version(found: String)
    case newerVersion(found: String)
    case notMapping(String)
    case notList(String)
    case notText(String)
    case missing(String, in: String)
    case unknown(String, in: String, allowed: [String])
    case badValue(key: String, value: String, allowed: String)
    case noExercises
    case repeated(kind: String, id: String)
    case unknownExercise(String, in: String)
    case noKind(allowed: [String])
    case badCode(String, problem: String)
  }

  package let problem: Problem
  package let line: Int

  package init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  /// One line for people: the file, the line, what is wrong and what to do.
  package func message(file: String) -> String { "\(file): line \(line): \(text)" }

  /// Without the place.
  package var text: String {
    switch problem {
    case .notUTF8: "the text is not UTF-8; save it as UTF-8"
    case .yaml(let problem): "not valid YAML: \(problem.visible)"
    case .version(let found):
      found.isEmpty
        ? "this is not a key: a key starts with the line 'cnb-key: \(Key.currentVersion)'"
        : "the version is '\(found.shortened.visible)'; write 'cnb-key: \(Key.currentVersion)'"
    case .newerVersion(let found):
      "the key has format version \(found.shortened.visible), this program reads version \(Key.currentVersion); "
        + "use a newer cnb"
    case .notMapping(let what): "\(what) must be lines 'key: value'"
    case .notList(let what): "\(what) must be a list: lines that start with '- '"
    case .notText(let what): "\(what) must be text"
    case .missing(let key, let place): "\(place) has no '\(key)'; add it"
    case .unknown(let key, let place, let allowed):
      "\(place) has the unknown key '\(key.shortened.visible)'; known are \(allowed.joined(separator: ", "))"
    case .badValue(let key, let value, let allowed):
      "\(key) cannot be '\(value.shortened.visible)': it is \(allowed)"
    case .noExercises: "the key has no exercises; add one under 'exercises:'"
    case .repeated(let kind, let id): "there are two \(kind) '\(id.shortened.visible)'; rename one"
    case .unknownExercise(let id, let place):
      "\(place) comes after '\(id.shortened.visible)', which is no exercise above it"
    case .noKind(let allowed): "a check must be one of \(allowed.joined(separator: ", ")); give one of these keys"
    case .badCode(let what, let problem): "\(what) cannot be compiled: \(problem.visible)"
    }
  }
}
