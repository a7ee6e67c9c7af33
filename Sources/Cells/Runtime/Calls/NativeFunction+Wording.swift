/// Arguments that do not fit, in the words that CPython has for functions written in Python.
extension NativeFunction {
  /// "zeros() takes from 1 to 3 positional arguments but 4 were given"
  func wrongCount(_ count: Int) -> Raised {
    let hidden = isMethod ? 1 : 0
    let (least, most, given) = (signature.requiredCount - hidden, signature.positionalCount - hidden, count - hidden)
    let takes = least == most ? "\(most) positional argument" : "from \(least) to \(most) positional argument"
    let isOne = least == most && most == 1
    // NumPy's own words for its functions in C never say "was".
    let were = given == 1 && wording == .python ? "was" : "were"
    return .typeError("\(name)() takes \(takes)\(isOne ? "" : "s") but \(given) \(were) given")
  }

  /// "full() missing 1 required positional argument: 'fill_value'"
  ///
  /// Arguments are given from the front: everything required behind the first missing one is missing too, unless it
  /// was named, which such a call rarely does.
  func missingArguments(from index: Int) -> Raised {
    let missing = signature.names.indices.dropFirst(index).filter { signature.isRequired[$0] }
      .map { "'\(signature.names[$0])'" }
    let list =
      missing.count < 3
      ? missing.joined(separator: " and ")
      : missing.dropLast().joined(separator: ", ") + ", and " + (missing.last ?? "")
    return .typeError(
      "\(name)() missing \(missing.count) required positional argument\(missing.count == 1 ? "" : "s"): \(list)")
  }
}
