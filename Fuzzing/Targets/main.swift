import Arrays
import CFuzzer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Fuzz TARGET [libFuzzer's options and corpora], or Fuzz --seeds FOLDER: see Fuzzing/run.
if CommandLine.arguments.dropFirst().first == "--seeds", let folder = CommandLine.arguments.dropFirst(2).first {
  try writeSeeds(to: folder)
  exit(0)
}
guard FuzzTarget.chosen != nil else {
  print(
    "usage: Fuzz TARGET [OPTION...] [CORPUS...], with a target of: "
      + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
  exit(2)
}
// What one thread does, it does again: findings can be repeated.
WorkerThreads.count = 1

// libFuzzer takes the program's name and its own options; the name of the target is not among them.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv + 1
arguments[0] = CommandLine.unsafeArgv[0]
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
    FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })
