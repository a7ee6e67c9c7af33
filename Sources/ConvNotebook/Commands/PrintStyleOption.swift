import ArgumentParser
import Cells

/// Of `--print-style`.
let printStyleHelp = ArgumentHelp(
  "\(PrintStyleChoice.names) (as the recorded outputs are); otherwise the notebook's own.", valueName: "style")

extension PrintStyleChoice: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }

  package static var allValueStrings: [String] { allCases.map(\.name) }
}
