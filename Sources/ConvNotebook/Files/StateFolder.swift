#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where things are kept from one session to the next (XDG Base Directory Specification).
package enum StateFolder {
  /// `$XDG_STATE_HOME/cnb`; `nil` where there is no home.
  package static var path: String? {
    if let folder = Terminal.environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return "\(folder)/cnb" }
    return Terminal.environment("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.local/state/cnb" }
  }

  /// Makes the folders that a file stands in, for its owner only.
  static func makeFolders(for path: String) {
    let parent = folder(of: path)
    if access(parent, F_OK) == 0 || parent == path { return }
    makeFolders(for: parent)
    mkdir(parent, 0o700)
  }
}
