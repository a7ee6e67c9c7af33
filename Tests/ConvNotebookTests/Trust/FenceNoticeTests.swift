import Isolation
import Testing

@Suite struct FenceNoticeTests {
  @Test func aWholeFenceIsNotMentioned() {
    #expect(Fence.notice(standing: ["landlock", "rlimits", "seccomp"]) == nil)
  }

  @Test(
    "a missing part is named, and what is left",
    arguments: [
      (["rlimits", "seccomp"], "this system has no landlock: ", "by rlimits and seccomp and the language alone"),
      (["rlimits"], "this system has no landlock and no seccomp: ", "by rlimits and the language alone"),
      ([], "this system has no landlock and no seccomp and no rlimits: ", "by the language alone"),
    ])
  func missingParts(_ parts: [String], _ start: String, _ rest: String) throws {
    let notice = try #require(Fence.notice(standing: parts))
    #expect(notice.hasPrefix(start))
    #expect(notice.contains(rest))
  }
}
