import Cells
import Testing

@Suite("Assignments")
struct AssignmentTests {
  private static func notebook(_ body: String) throws -> Notebook {
    try Notebook(Array("---\ncnb: 1\n---\n\(body)\n".utf8))
  }

  private static let double = """
    ```python cell=double exercise=double points=2
    def double(x):
        ### BEGIN SOLUTION
        return 2 * x
        ### END SOLUTION
    ```

    ```python cell=check tests=double
    print(double(3))
    ### BEGIN HIDDEN TESTS
    assert double(5) == 10
    ### END HIDDEN TESTS
    ```

    ```output cell=check
    6
    ```

    ```python cell=only-hidden
    ### BEGIN HIDDEN TESTS
    assert double(-1) == -2
    ### END HIDDEN TESTS
    ```

    Prose stays.

    ```python prose mistake=double when="one is added"
    def double(x):
        return 2 * x + 1
    ```

    The end.
    """

  @Test("Students get stubs and visible tests, and nothing else of what is marked")
  func studentsVersionIsStripped() throws {
    let assignment = try Assignment(Self.notebook(Self.double))
    #expect(
      String(decoding: assignment.student.source, as: UTF8.self) == """
        ---
        cnb: 1
        ---
        ```python cell=double exercise=double points=2
        def double(x):
            # YOUR CODE HERE
            raise NotImplementedError()
        ```

        ```python cell=check
        print(double(3))
        ```

        ```output cell=check
        6
        ```

        Prose stays.

        The end.

        """)
    let exercise = try #require(assignment.key["double"])
    #expect(exercise.points == 2)
    #expect(exercise.defines == ["double"])
    #expect(exercise.checks.map(\.id) == ["check", "check-hidden", "only-hidden-hidden"])
    #expect(exercise.checks.map(\.isPublished) == [true, false, false])
    #expect(exercise.mistakes.map(\.when) == ["one is added"])
  }

  @Test("The stub and the outputs are the instructor's choice")
  func stubCanBeChosen() throws {
    var options = Assignment.Options()
    options.stub = ["pass"]
    options.keepsOutputs = false
    let text = String(
      decoding: try Assignment(Self.notebook(Self.double), options: options).student.source, as: UTF8.self)
    #expect(text.contains("def double(x):\n    pass\n```"))
    #expect(!text.contains("```output"))
  }

  @Test(
    "What is wrong with the notebook is named with its line",
    arguments: [
      ("", "line 1: the notebook has no exercises"),
      ("```python exercise=a\n### BEGIN SOLUTION\n```", "line 5: '### BEGIN SOLUTION' has no '### END SOLUTION'"),
      ("```python exercise=a\n### END SOLUTION\n```", "line 5: '### END SOLUTION' has no '### BEGIN SOLUTION'"),
      (
        "```python exercise=a\n### BEGIN SOLUTION\n### BEGIN HIDDEN TESTS\n```",
        "line 6: '### BEGIN HIDDEN TESTS' stands inside '### BEGIN SOLUTION'"
      ),
      ("```python exercise=a\nx = 1\n```", "line 4: exercise a has no solution"),
      ("```python exercise=a points=-1\n```", "line 4: points cannot be '-1'"),
      (
        "```python exercise=a after=b\n### BEGIN SOLUTION\n### END SOLUTION\n```",
        "after= names 'b', which is no exercise"
      ),
      ("```python tests=a\nx\n```", "line 4: tests= names 'a', which is no exercise"),
      ("```python\n### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS\n```", "there is none; say which with tests="),
      ("```python exercise=a\n### BEGIN SOLUTION\nx = = 1\n### END SOLUTION\n```", "cannot be compiled"),
      ("```python exercise=a\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n```", "nothing checks exercise a"),
      (
        "```python exercise=zero_pad ranges=\"stride: 1..2\"\ndef zero_pad(X, pad):\n### BEGIN SOLUTION\n"
          + "    return X\n### END SOLUTION\n```", "ranges cannot be 'stride': it is for zero_pad: images, height"
      ),
    ])
  func problemsNameTheLine(_ body: String, _ message: String) throws {
    let notebook = try Self.notebook(body)
    do throws(AssignmentError) {
      _ = try Assignment(notebook)
      Issue.record("accepted")
    } catch {
      #expect(error.message(file: "a.cnb").contains(message), "\(error.message(file: "a.cnb"))")
    }
  }

  private func flaw(_ body: String, stub: [String] = Assignment.Options().stub) throws -> String? {
    let notebook = try Self.notebook(body)
    var options = Assignment.Options()
    options.stub = stub
    var assignment = try Assignment(notebook, options: options)
    let makeRunner = { SessionRunner(SubmissionOptions(), stackBytes: Grader.testStack) }
    do throws(Assignment.Flaw) {
      try assignment.fillValues(from: notebook, makeRunner)
      try assignment.prove(notebook, seed: 1, stackBytes: Grader.testStack, makeRunner)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("A right assignment is proved")
  func rightAssignmentIsProved() throws { #expect(try flaw(Self.double) == nil) }

  @Test("An assignment whose own solution fails is refused")
  func wrongSolutionIsRefused() throws {
    let message = try flaw(Self.double.replacingAll("return 2 * x\n", "return 3 * x\n"))
    #expect(message?.contains("does not score everything: exercise double, check check: the test prints '9'") ?? false)
  }

  @Test("An assignment that pays for the stub is refused")
  func payingStubIsRefused() throws {
    let message = try flaw(
      """
      ```python cell=a exercise=a points=3
      ### BEGIN SOLUTION
      x = 1
      ### END SOLUTION
      ```

      ```python cell=t tests=a
      print("always")
      ```
      """, stub: ["pass"])
    #expect(message?.contains("the untouched student's notebook scores 3.0 points in exercise a") ?? false)
  }

  @Test("The values of expressions go into the key")
  func valuesAreFilledIn() throws {
    let body = """
      ```python cell=a exercise=a value="(x, y, z)"
      import numpy as np
      ### BEGIN SOLUTION
      x = {"a": [1, 2.5, None]}
      y = np.array([[1.5, np.inf], [np.nan, -0.0]])
      z = np.float32(0.1)
      ### END SOLUTION
      ```
      """
    let notebook = try Self.notebook("```python cell=s setup\nimport numpy as np\n```\n\n" + body)
    var assignment = try Assignment(notebook)
    let makeRunner = { SessionRunner(SubmissionOptions(), stackBytes: Grader.testStack) }
    try assignment.fillValues(from: notebook, makeRunner)
    try assignment.prove(notebook, seed: 1, stackBytes: Grader.testStack, makeRunner)
    #expect(try Key(reading: Array(assignment.key.text.utf8)) == assignment.key)
  }
}

extension String {
  fileprivate func replacingAll(_ old: String, _ new: String) -> String {
    guard let range = ranges(of: old).first else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
