#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read once and saved now and then, while other programs may change it too.
package struct SavedFile {
  package let path: String
  /// What the file was when this program last read or wrote it; `nil` where there was none.
  private var fingerprint: FileFingerprint?

  package enum Change: Equatable {
    /// Touching a file, or putting the same bytes in its place, changes nothing.
    case unchanged
    /// By another program, at this time (seconds since 1970).
    case changed(at: Int)
    /// It was removed or renamed.
    case vanished
    /// It was not there before.
    case appeared
  }

  package enum Saving: Equatable {
    case saved
    /// Nothing was written.
    case changedMeanwhile(Change)
  }

  /// Reads the file.
  ///
  /// - Returns: its bytes; `nil` where there is none yet.
  package static func open(_ path: String) throws(CommandFailure) -> (file: SavedFile, bytes: [UInt8]?) {
    let found = try FileFingerprint.read(path)
    removeAbandonedTemporaryFiles(of: path)
    return (SavedFile(path: path, fingerprint: found?.fingerprint), found?.bytes)
  }

  /// Reads it once more, as it is now.
  package mutating func reload() throws(CommandFailure) -> [UInt8]? {
    let found = try FileFingerprint.read(path)
    fingerprint = found?.fingerprint
    return found?.bytes
  }

  /// Compares the file with what it was. Its bytes are only read where it looks different, so that this can be asked at
  /// each prompt.
  package mutating func change() throws(CommandFailure) -> Change {
    if let stamp = fingerprint?.stamp, FileFingerprint.Stamp(of: path) == stamp { return .unchanged }
    let now = try FileFingerprint.read(path)?.fingerprint
    let change = compare(with: now)
    if change == .unchanged { fingerprint = now }
    return change
  }

  private func compare(with now: FileFingerprint?) -> Change {
    switch (fingerprint, now) {
    case (nil, nil): .unchanged
    case (nil, .some): .appeared
    case (.some, nil): .vanished
    case (let old?, let new?): old.hasBytes(of: new) ? .unchanged : .changed(at: new.stamp?.modified.seconds ?? 0)
    }
  }

  /// Writes the file, unless another program has changed it. A failure leaves it as it is.
  ///
  /// - Parameter force: writes in any case.
  package mutating func save(_ bytes: [UInt8], force: Bool = false) throws(CommandFailure) -> Saving {
    let saved = FileFingerprint(bytes)
    if !force {
      // By the bytes: a program that writes at the moment at which this one did can leave the same stamp.
      let now = try FileFingerprint.read(path)?.fingerprint
      let change = compare(with: now)
      // Where the other program wrote what is to be written, nothing is lost.
      if change != .unchanged, !(now?.hasBytes(of: saved) ?? false) { return .changedMeanwhile(change) }
    }
    try writeFile(bytes, to: path)
    fingerprint = saved
    return .saved
  }
}

extension SavedFile.Change {
  /// A sentence without an end; `nil` where nothing changed.
  package func message(file: String) -> String? {
    switch self {
    case .unchanged: nil
    case .changed(let time): "\(file) was changed by another program\(clock(time).map { " at \($0)" } ?? "")"
    case .vanished: "\(file) was removed or renamed by another program"
    case .appeared: "\(file) was made by another program"
    }
  }

  private func clock(_ seconds: Int) -> String? {
    var (time, parts) = (time_t(seconds), tm())
    guard localtime_r(&time, &parts) != nil else { return nil }
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
