import Foundation
import Testing

/// What `cnb grade` writes for Gradescope, held against the fields of
/// https://gradescope-autograders.readthedocs.io/en/latest/specs/.
@Suite("Gradescope's results.json")
struct GradescopeTests {
  private static let lesson = """
    ---
    cnb: 1
    ---
    ```python cell=double exercise=double points=2.5
    def double(x):
        ### BEGIN SOLUTION
        return 2 * x
        ### END SOLUTION
    ```

    ```python cell=check tests=double
    assert double(3) == 6, "twice three is six"
    ```

    ```python cell=half exercise=half
    def half(x):
        ### BEGIN SOLUTION
        return x / 2
        ### END SOLUTION
    ```

    ```python cell=half-check tests=half
    ### BEGIN HIDDEN TESTS
    assert half(3) == 1.5
    ### END HIDDEN TESTS
    ```

    """

  private static let visibilities = ["hidden", "after_due_date", "after_published", "visible"]
  private static let formats = ["text", "html", "simple_format", "md", "ansi"]

  /// The fields that may be there, and what they may hold.
  private static let fields: [String: @Sendable (Any) -> Bool] = [
    "score": isNumber, "execution_time": isNumber, "output": isText, "output_format": isFormat,
    "test_output_format": isFormat, "test_name_format": isFormat, "visibility": isVisibility,
    "stdout_visibility": isVisibility, "extra_data": { $0 is [String: Any] }, "tests": { $0 is [[String: Any]] },
    "leaderboard": { $0 is [[String: Any]] },
  ]
  private static let testFields: [String: @Sendable (Any) -> Bool] = [
    "score": isNumber, "max_score": isNumber, "status": { ["passed", "failed"].contains($0 as? String) },
    "name": isText, "name_format": isFormat, "number": isText, "output": isText, "output_format": isFormat,
    "tags": { $0 is [String] }, "visibility": isVisibility, "extra_data": { $0 is [String: Any] },
  ]

  @Sendable private static func isNumber(_ value: Any) -> Bool { value is NSNumber }
  @Sendable private static func isVisibility(_ value: Any) -> Bool {
    (value as? String).map { visibilities.contains($0) } ?? false
  }
  @Sendable private static func isFormat(_ value: Any) -> Bool {
    (value as? String).map { formats.contains($0) } ?? false
  }
  /// Line ends are Unix's.
  @Sendable private static func isText(_ value: Any) -> Bool {
    (value as? String).map { !$0.unicodeScalars.contains("\r") } ?? false
  }

  @Test(
    "Every field is one that Gradescope documents, and points add up",
    arguments: [
      ("right", "def double(x): return 2 * x\ndef half(x): return x / 2\n", 3.5, ["passed", "passed"]),
      ("wrong", "def double(x): return x\ndef half(x): return x / 2\n", 1, ["failed", "passed"]),
      ("error", "def double(x): raise ValueError('a\\r\\nb\\x1b[31m')\n", 0, ["failed", "failed"]),
      ("broken", "def double(x:\n", 0, ["failed", "failed"]),
    ] as [(String, String, Double, [String])])
  func fieldsAreDocumented(_ name: String, _ submission: String, _ points: Double, _ statuses: [String]) throws {
    let workspace = try Workspace(["lesson.cnb": Self.lesson, "\(name).py": submission])
    #expect(try workspace.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key").status == 0)
    #expect(try workspace.cnb("grade", "--key", "lesson.key", "\(name).py", "--out", "out").status == 0)
    let text = try workspace.read("out/gradescope/\(name).json")
    let results = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for (field, value) in results {
      #expect(Self.fields[field]?(value) == true, "\(field): \(value)")
    }
    #expect((results["score"] as? NSNumber)?.doubleValue == points)
    let tests = try #require(results["tests"] as? [[String: Any]])
    for test in tests {
      for (field, value) in test {
        #expect(Self.testFields[field]?(value) == true, "\(field): \(value)")
      }
    }
    #expect(tests.map { $0["status"] as? String } == statuses)
    #expect(tests.map { $0["name"] as? String } == ["double", "half"])
    #expect(tests.map { ($0["max_score"] as? NSNumber)?.doubleValue } == [2.5, 1])
    #expect(tests.reduce(0) { $0 + (($1["score"] as? NSNumber)?.doubleValue ?? .nan) } == points)
  }
}
