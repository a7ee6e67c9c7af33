import Cells
import Testing

@Suite("Solutions of the shipped assignment")
struct SolutionTests {
  @Test("A right solution gets all points, whatever its style", arguments: FunctionFixture.all("right"))
  func rightSolutionsGetAllPoints(_ fixture: FunctionFixture) throws {
    let key = try LayersAssignment.assignment().key
    let submission = LayersAssignment.submission(key, replacing: [fixture.exercise: fixture.code])
    let grade = try Grader(key).grade(submission)
    #expect(grade.exercises.filter { !$0.isPassed } == [])
    #expect(grade.points == 100)
  }

  @Test("One mistake costs exactly its exercise's points", arguments: FunctionFixture.all("wrong"))
  func oneMistakeCostsItsExercise(_ fixture: FunctionFixture) throws {
    let key = try LayersAssignment.assignment().key
    let submission = LayersAssignment.submission(key, replacing: [fixture.exercise: fixture.code])
    let grade = try Grader(key).grade(submission)
    #expect(grade.exercises.filter { !$0.isPassed }.map(\.id) == [fixture.exercise])
    #expect(grade.points == 100 - (key[fixture.exercise]?.points ?? 0))
  }

  @Test("At least 90 % of the mistakes are told by name")
  func mistakesAreDiagnosed() throws {
    let key = try LayersAssignment.assignment().key
    let fixtures = FunctionFixture.all("wrong")
    #expect(fixtures.count >= 40)
    #expect(FunctionFixture.all("right").count >= 40)
    let grader = Grader(key)
    var undiagnosed: [String] = []
    for fixture in fixtures {
      let submission = LayersAssignment.submission(key, replacing: [fixture.exercise: fixture.code])
      let grade = try grader.grade(submission)
      let found = grade.exercises.first { $0.id == fixture.exercise }?.checks.flatMap(\.diagnoses).map(\.id) ?? []
      if found.first != fixture.diagnosis { undiagnosed.append("\(fixture.name): \(found)") }
    }
    #expect(undiagnosed.count * 10 <= fixtures.count, "\(undiagnosed)")
  }

  @Test("The key that ships is the one of the notebook that ships")
  func shippedKeyIsCurrent() throws {
    let key = try Key(reading: LayersAssignment.file("notebooks/build-your-own-layers.key"))
    #expect(try key == LayersAssignment.assignment().key)
  }

  @Test("The instructor's notebook scores everything, the student's nothing", arguments: [1, 2, 3] as [UInt32])
  func assignmentIsFair(seed: UInt32) throws {
    let assignment = try LayersAssignment.assignment()
    let instructor = try Submission(fileName: "a.cnb", LayersAssignment.notebook().source)
    let student = try Submission(fileName: "a.cnb", assignment.student.source)
    let grader = Grader(assignment.key, seed: seed)
    let full = try grader.grade(instructor)
    #expect(full.exercises.filter { !$0.isPassed } == [])
    #expect(full.points == 100)
    let empty = try grader.grade(student)
    #expect(empty.points == 0)
    #expect(empty.exercises.flatMap(\.checks).allSatisfy { $0.verdict == .missing })
  }
}
