/// IPython's commands that cells do not have, and what to do instead.
enum RefusedMagics {
  static let lineNames: Set<String> = Set(
    words(
      """
      alias alias_magic autoawait autocall automagic autosave bookmark cat cd clear code_wrap colors conda connect_info \
      cp debug dhist dirs doctest_mode ed edit env gui hist history killbgscripts ldir less lf lk ll load loadpy logoff \
      logon logstart logstate logstop ls lx macro mamba man micromamba mkdir more mv notebook page \
      pastebin pdb pfile pip popd pprint prun pushd pwd pycat pylab qtconsole recall rehashx rep rerun \
      reset_selective rm rmdir save sc set_env subshell sx system tb unalias xdel xmode
      """))

  static let cellNames: Set<String> = Set(
    words(
      "! SVG bash code_wrap debug file javascript js perl prun pypy python python2 python3 ruby script sh svg sx system "
        + "writefile"))

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private static let installers = words("pip conda mamba micromamba")
  private static let files = words(
    "cat cd cp dhist dirs ldir less lf lk ll load loadpy ls lx man mkdir more mv page popd pushd pwd pycat rm rmdir save"
  )
  private static let shells = words("alias rehashx sc subshell sx system unalias")
  private static let environment = words("env set_env")

  static func refusal(ofLine name: String, _ line: String) -> Raised {
    let reason =
      if installers.contains(name) {
        "packages cannot be installed, and cells have numpy and parts of Python's library already: remove the line"
      } else if files.contains(name) {
        "cells see no folders, and of the files only the modules beside the notebook: remove the line, or import the "
          + "file"
      } else if shells.contains(name) {
        "cells cannot start other programs: remove the line"
      } else if environment.contains(name) {
        "cells have no environment variables: remove the line"
      } else if name == "pylab" {
        "write import numpy as np and import matplotlib.pyplot as plt instead"
      } else if name == "prun" {
        "use %time or %timeit instead"
      } else if name == "debug" || name == "pdb" {
        "there is no debugger: print the values instead"
      } else if name == "hist" || name == "history" || name == "recall" || name == "rep" || name == "rerun" {
        "look at In instead"
      } else if name == "xdel" || name == "reset_selective" {
        "write del and the names instead"
      } else {
        "remove the line"
      }
    return .unsupported("%\(name) is not supported: \(reason)")
  }

  static func refusal(ofCell name: String) -> Raised {
    let reason =
      switch name {
      case "writefile", "file": "cells write no files: keep the code in a cell, or the file beside the notebook"
      case "javascript", "js": "cells have no browser: remove the cell"
      case "svg", "SVG": "pictures cannot be shown: remove the cell"
      case "python", "python2", "python3", "pypy": "remove the line %%\(name), so that the cell runs here"
      case "prun": "use %%time or %%timeit instead"
      case "debug": "there is no debugger: print the values instead"
      case "code_wrap": "write the code into the cells"
      default: "cells cannot start other programs: remove the cell"
      }
    return .unsupported("%%\(name) is not supported: \(reason)")
  }

  /// `!command`, and `get_ipython().system("command")`.
  static func refusal(ofShell command: String) -> Raised {
    let name = command.prefix { !$0.isWhitespace }
    let isInstaller = installers.contains(String(name)) || command.contains("pip install")
    let reason =
      isInstaller
      ? "packages cannot be installed, and cells have numpy and parts of Python's library already: remove the line"
      : "cells cannot start other programs: remove the line, or write Python instead"
    return .unsupported("!\(name) is not supported: \(reason)")
  }
}
