import Arrays
import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes the seeds that no file of the repository is: messages between processes, files of arrays, bytes for numbers.
func writeSeeds(to folder: String) throws {
  for target in [FuzzTarget.worker, .wire, .arrays, .printing] {
    _ = mkdir("\(folder)/\(target)", 0o777)
    for (index, bytes) in try seeds(for: target).enumerated() {
      guard let file = fopen("\(folder)/\(target)/own-\(index)", "wb") else { continue }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }
}

private func seeds(for target: FuzzTarget) throws -> [[UInt8]] {
  switch target {
  case .worker: workerSeeds
  case .wire: wireSeeds
  case .arrays: try arraySeeds
  case .printing:
    [1.0, -0.0, 1e16, .leastNonzeroMagnitude, .infinity, .nan, 0.1, 123456.789].map { value in
      [0, 0, 0, 0, 0, 0, 0, 2, 4, 2, 2, 3]
        + (0..<6).flatMap { _ in (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (56 - 8 * $0)) } }
    }
  default: []
  }
}

private var workerSeeds: [[UInt8]] {
  let array = PlainArray(.float64, shape: [2], bytes: [UInt8](repeating: 1, count: 16))
  let value = PlainValue.list([
    .none, .bool(true), .int(-1), .bigInt("-123456789012345678901234567890"), .float(0.5), .text("é"), .bytes([0]),
    .scalar(.float32(1)), .tuple([.opaque("C")]), .dict([.init(.text("a"), .int(1))]),
    array.map { .array($0) } ?? .none,
  ])
  let outputs: [CellOutput] = [
    .stdout("a"), .stderr("b"), .value("c"), .display("d"), .error(className: "E", message: "m", traceback: "t"),
    .figure(FigureRecord(width: 3, height: 4, digest: "d", axes: 2, contents: ["x"])),
  ]
  var options = SubmissionOptions()
  options.files = ["a.py": [1, 2]]
  let requests: [WorkerRequest] = [
    .start(options), .run(code: "x = 1", name: "a"), .value(expression: "x"),
    .call(function: "f", arguments: [value], keywords: [.init("b", .int(2))], seed: 7),
  ]
  let replies: [WorkerReply] = [
    .ready(fence: ["seccomp"]), .cell(CellOutcome(outputs: outputs, ending: .completed, operations: 5)),
    .cell(CellOutcome(ending: .raised(class: "E", message: "m", traceback: "t"))), .value(.value(value)),
    .value(.missing("x")), .value(.raised(class: "E", message: "m")), .value(.memory),
    .call(.value(CallResult(returned: value, argumentsAfter: [.int(1)], outputs: outputs, operations: 7))), .borrowed,
    .asks(function: "f", arguments: [.int(1)], keywords: [.init("b", .text("c"))]),
  ]
  return requests.map(\.bytes) + replies.map(\.bytes)
}

private var wireSeeds: [[UInt8]] {
  let type = StoredType(.float64)
  let texts = StoredType(.text(isUTF8: true), size: 16)
  let numbers = StoredValue.numbers(type, shape: [1], bytes: [UInt8](repeating: 0, count: 8))
  let region = StoredRegion([.run(start: 0, step: 2, count: 3), .places([1, 4])])
  var dataset = StoredDataset(shape: [4, 6], type: type)
  dataset.chunks = [2, 3]
  dataset.maxShape = [nil, 6]
  dataset.compression = "gzip"
  dataset.compressionLevel = 4
  let requests: [DataFileRequest] = [
    .open(path: "a.h5", .read, memoryLimit: 9), .object(path: "/a"), .members(path: "/"), .attributeNames(path: "/"),
    .attribute(name: "n", path: "/a"), .read(path: "/a", region, type), .createGroup(path: "g"),
    .createDataset(path: "d", dataset), .write(path: "d", numbers, region),
    .setAttribute(name: "n", path: "d", .texts(texts, shape: [1], [[97]])), .deleteAttribute(name: "n", path: "d"),
    .link(path: "a", target: "b"), .delete(path: "d"), .resize(path: "d", [1, 2]), .flush, .close,
  ]
  let replies: [DataFileReply] = [
    .done, .object(.group(members: 2)), .object(.dataset(dataset)), .names(["a", "b"]), .value(numbers),
    .value(.empty(type)), .failed(.damaged(["x"]), place: "/a"),
  ]
  return requests.map(\.bytes) + replies.map(\.bytes)
}

private var arraySeeds: [[UInt8]] {
  get throws {
    let files = try [
      ArrayFile(NDArray([1.0, 2, 3, 4, 5, 6], shape: [2, 3])).bytes(),
      ArrayFile(NDArray([Float(1), 2], shape: [2])).bytes(), ArrayFile(NDArray([true], shape: [])).bytes(),
    ]
    return files + [ZipArchive.bytes(of: [("a.npy", files[0]), ("b.npy", files[1])])]
  }
}
