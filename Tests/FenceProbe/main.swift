import CForbidden
import Cells
import Isolation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Stands in for the process of a submission that was taken over: it does what its argument says, where an honest worker
// would answer.

func frame(_ payload: [UInt8], length: Int? = nil) -> [UInt8] {
  withUnsafeBytes(of: UInt32(length ?? payload.count).littleEndian) { [UInt8]($0) } + payload
}

func send(_ payload: [UInt8], length: Int? = nil) { sendBytes(frame(payload, length: length)) }

func sendBytes(_ bytes: [UInt8]) {
  var sent = 0
  while sent < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { write(Worker.channel, $0 + sent, bytes.count - sent) } ?? 0
    }
    if count <= 0 { exit(1) }
    sent += count
  }
}

/// Without looking at it.
func receive() {
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  _ = read(Worker.channel, &bytes, bytes.count)
}

/// What the fence lets through and what not, in one value: a dict from names to error numbers.
func probe() {
  var fence = Fence()
  fence.raise(memory: 1 << 30, seconds: 10)
  fence.close(channel: Worker.channel, gauge: nil)
  send(WorkerReply.ready(fence: fence.parts).bytes)
  receive()
  let results = (0..<cnb_forbidden_count()).map { index in
    PlainValue.Pair(.text(String(cString: cnb_forbidden_name(index))), .int(Int(cnb_forbidden_try(index))))
  }
  send(WorkerReply.value(.value(.dict(results))).bytes)
  receive()
}

let ready = WorkerReply.ready(fence: []).bytes
receive()
switch CommandLine.arguments.dropFirst().first {
case "probe": probe()
case "mute": while true { sleep(1) }
case "deaf":
  send(ready)
  while true { sleep(1) }
case "exit": exit(7)
case "crash":
  send(ready)
  receive()
  kill(getpid(), SIGSEGV)
case "garbage": send([UInt8](repeating: 0xFF, count: 100))
case "length": send([], length: Int(UInt32.max))
case "half":
  send(ready)
  receive()
  send([1, 2, 3], length: 100)
case "twice": send(ready + WireWriter().bytes + [0])
case "early":
  sendBytes(frame(ready) + frame(WorkerReply.value(.value(.int(1))).bytes))
  while true { sleep(1) }
case "asks":
  send(ready)
  receive()
  send(WorkerReply.asks(function: "solution", arguments: [], keywords: []).bytes)
case "other":
  send(ready)
  receive()
  send(WorkerReply.cell(CellOutcome(ending: .completed)).bytes)
case "large":
  send(ready)
  receive()
  send(WorkerReply.value(.value(.bytes([UInt8](repeating: 0, count: 1 << 21)))).bytes)
default: exit(64)
}
