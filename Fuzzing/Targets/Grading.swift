import Cells

/// Reads a grader's key; what is written of it is the same key.
func fuzzKey(_ input: [UInt8]) {
  let key: Key
  do throws(KeyError) {
    key = try Key(reading: input)
  } catch {
    promise(!error.text.isEmpty, "an error says something")
    return
  }
  promise(
    promised("a key that was written can be read") { try Key(reading: Array(key.text.utf8)) } == key, "the same key")
}

/// Reads what a grader and a submission's process write to each other: a reply, which a stranger's process
/// gives, is written as it was read.
func fuzzWorker(_ input: [UInt8]) {
  if let request = try? WorkerRequest(input) {
    let again = promised("a request is read again") { try WorkerRequest(request.bytes) }
    promise(again.bytes == request.bytes, "a request is written again as it was read")
  }
  if let reply = try? WorkerReply(input, limits: PlainLimits(bytes: 1 << 24)) {
    promise(reply.bytes == input, "a reply is written as it was read")
  }
}
