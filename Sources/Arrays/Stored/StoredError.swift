/// What went wrong with a file of arrays, as facts.
public struct StoredError: Error, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    /// The system's error number for the file itself.
    case system(Int32)
    case wrongFormat
    /// The last part of a path names nothing.
    case missing(String)
    /// A part of a path before the last names nothing, or no group.
    case missingGroup(String)
    case notAGroup(String)
    case notADataset(String)
    case missingAttribute(String)
    case exists(String)
    case readOnly
    case closed
    /// A region beyond the dataset, values of another size: a mistake of the caller.
    case mismatch(String)
    /// The library's words for what it found, the innermost first.
    case damaged([String])
    case tooLarge(bytes: Int?, limit: Int)
    /// What no reader here understands.
    case unsupported(String)
    /// The host does not let this file be opened.
    case refused(String)
    /// What read the file crashed, hung or used up its memory: the file is damaged, or made to do harm.
    case readerEnded(String)
    /// Another program, or this one under another name, has the file open.
    case inUse
    /// Nobody wants the answer any more.
    case stopped
  }

  public let file: String
  /// The dataset or group.
  public let place: String?
  public let problem: Problem

  public init(_ problem: Problem, file: String, place: String? = nil) {
    self.problem = problem
    self.file = file
    self.place = place
  }
}

extension StoredError: CustomStringConvertible {
  /// What happened, where, and what to do about it.
  public var description: String { "\(file)\(place.map { ", \($0)" } ?? ""): \(message)" }

  private var message: String {
    switch problem {
    case .system(let number): "system error \(number)"
    case .wrongFormat: "is no HDF5 file, or its beginning is damaged"
    case .missing(let name): "there is no '\(name)'"
    case .missingGroup(let name): "there is no group '\(name)' on the way"
    case .notAGroup(let name): "'\(name)' is no group"
    case .notADataset(let name): "'\(name)' is no dataset"
    case .missingAttribute(let name): "there is no attribute '\(name)'"
    case .exists(let name): "there is a '\(name)' already"
    case .readOnly: "is open for reading only: open it with mode 'a' to change it"
    case .closed: "is closed"
    case .mismatch(let what): what
    case .damaged(let words):
      "the file is damaged: get it anew (HDF5 says: \(words.isEmpty ? "nothing" : words.joined(separator: "; ")))"
    case .tooLarge(let bytes?, let limit):
      "needs \(bytes) bytes at once, and \(limit) are allowed: read a smaller part, or the file is damaged"
    case .tooLarge(nil, let limit):
      "needs more bytes than can be counted, and \(limit) are allowed: the file is damaged"
    case .unsupported(let what): "\(what) cannot be read here"
    case .refused(let why): why
    case .readerEnded(let how): "reading it \(how): the file is damaged or made to do harm; get it anew"
    case .inUse: "is open already, here or in another program: close it there first"
    case .stopped: "was stopped"
    }
  }
}
