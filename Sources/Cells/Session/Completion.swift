/// What may stand at the cursor of a cell that is being typed.
package struct Completion: Equatable, Sendable {
  /// UTF-8 offsets of the text that a candidate replaces: from the start of a word to the cursor.
  package var range: Range<Int>
  /// Sorted, keyword arguments first; each once.
  package var candidates: [String]
  /// The path in front of the cursor where a file's name may stand: the host adds the files, since cells see none.
  package var path: String?

  package init(range: Range<Int>, candidates: [String] = [], path: String? = nil) {
    self.range = range
    self.candidates = candidates
    self.path = path
  }

  /// What all candidates begin with.
  package var commonPrefix: String {
    guard var prefix = candidates.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for candidate in candidates.dropFirst() {
      let same = zip(prefix, candidate.unicodeScalars).prefix { $0 == $1 }.count
      prefix.removeLast(prefix.count - same)
    }
    return String(String.UnicodeScalarView(prefix))
  }
}

extension Session {
  /// Candidates for the text in front of the cursor.
  ///
  /// Looks at the values that the names have now. Nothing of the cells runs: no property, no `__getattr__`, no call.
  ///
  /// - Parameters:
  ///   - text: the whole cell.
  ///   - cursor: a UTF-8 offset in it.
  package func completion(of text: String, at cursor: Int) -> Completion {
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, cursor: max(0, min(cursor, bytes.count)))
    let range = place.start..<place.cursor
    switch place.kind {
    case .nothing:
      return Completion(range: range)
    case .path(let path):
      return Completion(range: range, path: path)
    case .command(let isCell):
      let names = isCell ? Magics.cellNames : MagicListing.lineNames
      return Completion(range: range, candidates: Self.matching(names.sorted(), place.prefix))
    case .key(let container, let quote):
      return Completion(range: range, candidates: keys(of: container, prefix: place.prefix, quote: quote))
    case .module:
      return Completion(range: range, candidates: Self.matching(BuiltinModules.names, place.prefix))
    case .imported(let module):
      let found = interpreter.modules[module] ?? BuiltinModules.make(module, interpreter)
      return Completion(range: range, candidates: attributes(of: found.map { .object($0) }, prefix: place.prefix))
    case .attribute(let owner):
      return Completion(range: range, candidates: attributes(of: peek(owner), prefix: place.prefix))
    case .name(let callee):
      let keywords = callee.flatMap(peek).map { Self.keywordArguments(of: $0) } ?? []
      var names = Set(interpreter.main.namespace.definedNames + interpreter.builtins.definedNames)
      names.formUnion(BuiltinFunctions.names)
      names.formUnion(KeywordTable.names)
      names.formUnion(place.wordsBefore)
      names.remove(place.prefix)
      if peek([.name(place.prefix)]) != nil { names.insert(place.prefix) }
      return Completion(
        range: range, candidates: Self.matching(keywords, place.prefix) + Self.matching(names.sorted(), place.prefix))
    }
  }

  /// Names with an underscore in front only where one was typed.
  private static func matching(_ names: [String], _ prefix: String) -> [String] {
    let hidden = prefix.hasPrefix("__") ? nil : prefix.hasPrefix("_") ? "__" : "_"
    return names.filter { name in name.hasPrefix(prefix) && !(hidden.map { name.hasPrefix($0) } ?? false) }
  }

  private func attributes(of value: Value?, prefix: String) -> [String] {
    value.map { Self.matching(interpreter.attributeNames(of: $0), prefix) } ?? []
  }

  /// The keys of a dict that begin like the typed one, as Python writes them.
  private func keys(of container: [CompletionPlace.Step], prefix: String, quote: Character?) -> [String] {
    guard let dict = peek(container)?.asDict else { return [] }
    var keys: [String] = []
    for key in dict.table.keys {
      switch (key, quote) {
      case (.int, nil), (.bool, nil), (.float, nil), (.npInt64, nil):
        if let text = try? interpreter.representation(key), text.hasPrefix(prefix) { keys.append(text) }
      default:
        guard let text = key.asString?.value else { continue }
        if let quote {
          let isPlain = !text.contains { $0 == quote || $0 == "\\" || $0.isNewline }
          if isPlain, text.hasPrefix(prefix) { keys.append(text + String(quote)) }
        } else if prefix.isEmpty, let text = try? interpreter.representation(key) {
          keys.append(text)
        }
      }
    }
    return keys
  }

  /// Parameters that can be given by name, `=` behind them.
  private static func keywordArguments(of callee: Value) -> [String] { parameters(of: callee).map { $0 + "=" } }

  private static func parameters(of callee: Value) -> [String] {
    var names: [String] = []
    if let function = callee.asFunction {
      let parameters = function.code.parameters
      let last = parameters.positionalCount + parameters.keywordOnlyCount
      names = Array(parameters.names.prefix(last).dropFirst(parameters.positionalOnlyCount))
    } else if let native = callee.asNative {
      names = Array(native.signature.names.dropFirst(native.signature.positionalOnlyCount))
    } else if let method = callee.asBoundMethod {
      // The receiver is no argument.
      names = parameters(of: method.function)
      if method.function.asFunction != nil { names = Array(names.dropFirst()) }
    } else if let cls = callee.asType {
      if let initialiser = cls.lookUp("__init__")?.asFunction {
        names = Array(parameters(of: .object(initialiser)).dropFirst())
      } else if let constructor = cls.constructor {
        names = parameters(of: .object(constructor))
      }
    }
    return names
  }
}
