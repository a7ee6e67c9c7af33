import Cells
import Isolation
import Testing

/// A worker that was taken over may answer anything, or nothing: the grader says what happened and goes on.
@Suite struct ImpostorTests {
  @Test(
    "a process that does not speak as a worker does is named for what it did",
    arguments: [
      ("mute", Cells.Outcome<PlainValue>.timeOut), ("deaf", .timeOut), ("exit", .died(.exit(7))),
      ("crash", .died(.signal(11))), ("garbage", .tampered("an answer that has the unknown mark 255")),
      ("length", .tampered("an answer of 4294967295 bytes")), ("half", .died(.exit(0))),
      ("twice", .tampered("an answer that goes on for 1 bytes behind its end")),
      ("early", .tampered("an answer that was not asked for")), ("other", .tampered("an answer to another question")),
      ("asks", .tampered("a question that it may not ask")), ("large", .tampered("an answer that is too large")),
      ("unknown", .died(.exit(64))),
    ])
  func outcomes(_ behaviour: String, _ expected: Cells.Outcome<PlainValue>) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let isSilent = expected == .timeOut
    let impostor = try impostor(behaviour, time: isSilent ? .milliseconds(300) : .seconds(20))
    #expect(!impostor.hasEnded)
    #expect(impostor.value(of: "x") == expected)
    #expect(impostor.hasEnded)
    // Also to what is asked next, at once.
    #expect(impostor.value(of: "x") == expected)
    if isSilent { #expect(clock.now - start < .seconds(15)) }
  }

  @Test("a program that is not there is a death with its reason")
  func notStarted() throws {
    let worker = WorkerProcess(SubmissionOptions(), program: WorkerProgram(path: "/nowhere/cnb", arguments: []))
    #expect(worker.hasEnded)
    #expect(
      worker.run(cell: "1", name: "cell").ending
        == .died(.notStarted("/nowhere/cnb: No such file or directory")))
  }

  @Test("a request that nobody reads ends at its time, however large it is")
  func unread() throws {
    let impostor = try impostor("deaf", time: .milliseconds(300))
    let argument = PlainValue.bytes([UInt8](repeating: 1, count: 1 << 23))
    #expect(impostor.call("f", arguments: [argument], keywords: [], seed: nil) == .timeOut)
  }
}
