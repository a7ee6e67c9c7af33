/// Binds the arguments of a call to the parameters of a function, with CPython's messages where they do not fit.
struct Binding {
  let function: FunctionObject
  let registers: UnsafeMutablePointer<Value>

  private var parameters: CodeObject.ParameterList { function.code.parameters }
  private var name: String { function.code.qualifiedName }

  func bind(_ positional: UnsafeBufferPointer<Value>, _ keywords: [(String, Value)]) throws {
    let parameters = parameters
    let count = min(positional.count, parameters.positionalCount)
    for index in 0..<count { registers[index] = positional[index] }
    let named = parameters.positionalCount + parameters.keywordOnlyCount
    if parameters.takesRest { registers[named] = Value(tuple: Array(positional.dropFirst(count))) }
    try bind(keywords, named)
    if positional.count > count, !parameters.takesRest { throw tooMany(positional.count) }
    try fillDefaults(from: count)
  }

  private func bind(_ keywords: [(String, Value)], _ named: Int) throws {
    let parameters = parameters
    var extra = HashTable<Value>()
    for (key, value) in keywords {
      if let index = parameters.names.prefix(named).firstIndex(of: key), index >= parameters.positionalOnlyCount {
        guard registers[index].isUndefined else {
          throw Raised.typeError("\(name)() got multiple values for argument '\(key)'")
        }
        registers[index] = value
      } else if parameters.takesKeywords {
        extra.set(name: key, value)
      } else if parameters.names.prefix(parameters.positionalOnlyCount).contains(key) {
        throw Raised.typeError(
          "\(name)() got some positional-only arguments passed as keyword arguments: '\(key)'")
      } else {
        throw Raised.typeError("\(name)() got an unexpected keyword argument '\(key)'")
      }
    }
    if parameters.takesKeywords {
      registers[named + (parameters.takesRest ? 1 : 0)] = .object(DictObject(extra))
    }
  }

  private func fillDefaults(from count: Int) throws {
    let parameters = parameters
    let firstDefault = parameters.positionalCount - function.defaults.count
    var missing: [String] = []
    for index in 0..<parameters.positionalCount where index >= count && registers[index].isUndefined {
      if index >= firstDefault {
        registers[index] = function.defaults[index - firstDefault]
      } else {
        missing.append(parameters.names[index])
      }
    }
    if !missing.isEmpty { throw Binding.missingArguments(missing, "positional", of: name) }
    for index in 0..<parameters.keywordOnlyCount {
      let register = parameters.positionalCount + index
      guard registers[register].isUndefined else { continue }
      if function.keywordDefaults[index].isUndefined {
        missing.append(parameters.names[register])
      } else {
        registers[register] = function.keywordDefaults[index]
      }
    }
    if !missing.isEmpty { throw Binding.missingArguments(missing, "keyword-only", of: name) }
  }

  static func missingArguments(_ names: [String], _ kind: String, of name: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: quoted[0] + " and " + quoted[1]
      default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
      }
    return .typeError(
      "\(name)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  private func tooMany(_ given: Int) -> Raised {
    let parameters = parameters
    let most = parameters.positionalCount
    let keywordOnly = (most..<most + parameters.keywordOnlyCount).count { !registers[$0].isUndefined }
    let takes =
      function.defaults.isEmpty
      ? "\(most) positional argument\(most == 1 ? "" : "s")"
      : "from \(most - function.defaults.count) to \(most) positional arguments"
    let were = given == 1 && keywordOnly == 0 ? "was" : "were"
    let also =
      keywordOnly == 0
      ? ""
      : " positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    return .typeError("\(name)() takes \(takes) but \(given)\(also) \(were) given")
  }
}
