import Arrays
import CPeak
import Layers

// kernel-runner THREADS: answers requests, one a line, as the peers do.
//
//     OPERATION SHAPE DTYPE SECONDS   ->   MEDIAN FASTEST PROCESSORS, or: none REASON
//
// kernel-runner memory THREADS OPERATION SHAPE DTYPE: the bytes that one call needs beyond its operands and results.

/// Prints a line that is read at once.
func say(_ line: some CustomStringConvertible) {
  print(line)
  fflush(nil)
}

let arguments = CommandLine.arguments.dropFirst()

if arguments.count == 5, arguments.first == "memory", let threads = Int(arguments[2]) {
  let request = Request(
    operation: arguments[3], shape: arguments[4], dtype: arguments[5], threads: threads)
  say(try request.bytesBeyondResults())
} else if arguments.count == 1, let threads = Int(arguments[1]) {
  say("ready \(String(cString: peak_instructions()))")
  var last: (request: Request, workload: Workload)?
  while let line = readLine() {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 4, let seconds = Double(words[3]) else {
      say("none a request is OPERATION SHAPE DTYPE SECONDS")
      continue
    }
    let request = Request(operation: words[0], shape: words[1], dtype: words[2], threads: threads)
    do {
      // The rounds of one workload follow each other.
      if last?.request != request { last = (request, try request.workload()) }
      if let workload = last?.workload { say(try Timing(seconds: seconds, of: workload)) }
    } catch {
      say("none \(error)")
    }
  }
} else {
  say("usage: kernel-runner THREADS | kernel-runner memory THREADS OPERATION SHAPE DTYPE")
  exit(64)
}
