/// What stands in front of a cell's first line and of its others.
struct Prompt: Equatable {
  let first: StyledText
  let continuation: StyledText

  /// `In [3]: ` and `   ...: `, in IPython's colours.
  static func input(_ number: Int, isColoured: Bool) -> Prompt {
    let digits = String(number)
    let continuation = String(repeating: " ", count: digits.utf8.count + 2) + "...: "
    guard isColoured else {
      return Prompt(first: StyledText("In [\(digits)]: "), continuation: StyledText(continuation))
    }
    return Prompt(
      first: StyledText("In [", style: "32") + StyledText(digits, style: "1;92") + StyledText("]: ", style: "32"),
      continuation: StyledText(continuation, style: "32"))
  }

  /// `Out[3]: `
  static func output(_ number: Int, isColoured: Bool) -> StyledText {
    guard isColoured else { return StyledText("Out[\(number)]: ") }
    return StyledText("Out[", style: "31") + StyledText(String(number), style: "1;91") + StyledText("]: ", style: "31")
  }
}
