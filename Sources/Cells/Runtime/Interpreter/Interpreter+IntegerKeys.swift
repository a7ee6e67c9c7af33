/// Plain dicts and integer keys, whose hashing and comparing runs no code of the cell's. Each says whether it did
/// anything.
extension Interpreter {
  /// `R[a] = R[b][R[c]]`
  func loadInteger(
    _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ c: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard c.tag == ValueLayout.int, DictObject.isPlain(b) else { return false }
    let found = b.rawObject.borrow(as: DictObject.self) { dict -> Value? in
      guard let place = dict.table.place(ofInteger: c.rawInt), place >= 0 else { return nil }
      return dict.table[place: place]
    }
    guard let found else { return false }
    a.pointee = found
    return true
  }

  /// `R[a][R[b]] = R[c]`, where the key is there already.
  func storeInteger(
    _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>, _ c: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard b.tag == ValueLayout.int, DictObject.isPlain(a) else { return false }
    return a.rawObject.borrow(as: DictObject.self) { dict in
      guard let place = dict.table.place(ofInteger: b.rawInt), place >= 0 else { return false }
      dict.table[place: place] = c.pointee
      return true
    }
  }

  /// `dict.get(key, default)`
  static let quickGet: NativeFunction.Quick = { _, base, count, result in
    guard count == 2 || count == 3, base[1].isInteger, DictObject.isPlain(base) else { return false }
    let place = base.rawObject.borrow(as: DictObject.self) { $0.table.place(ofInteger: (base + 1).rawInt) }
    guard let place else { return false }
    if place >= 0 {
      result.pointee = base.rawObject.borrow(as: DictObject.self) { $0.table[place: place] } ?? .none
    } else {
      result.pointee = count == 3 ? base[2] : .none
    }
    return true
  }
}

extension Value {
  fileprivate var isInteger: Bool { if case .int = self { true } else { false } }
}
