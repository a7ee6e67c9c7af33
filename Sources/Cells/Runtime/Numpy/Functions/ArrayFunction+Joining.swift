import Arrays

/// Arrays put together and taken apart.
extension ArrayFunction {
  static let joining: [ArrayFunction] = [
    ArrayFunction("concatenate", "arrays, axis=, out=, *, dtype=, casting=") { a in
      if a[0].scalar != nil {
        throw Raised.typeError("dispatcher for __array_function__ did not return an iterable")
      }
      return try a.result(
        NDArray.concatenate(a.arrays(0), axis: a.axis(1, default: 0), dtype: a.dtype(3)), out: 2)
    },
    ArrayFunction("stack", "arrays, axis=, out=, *, dtype=, casting=") { a in
      try a.result(NDArray.stack(a.arrays(0), axis: a.int(1, default: 0), dtype: a.dtype(3)), out: 2)
    },
    ArrayFunction("hstack", "tup, *, dtype=, casting=") { a in
      Value(try NDArray.hstack(a.arrays(0), dtype: a.dtype(1)))
    },
    ArrayFunction("vstack", "tup, *, dtype=, casting=") { a in
      Value(try NDArray.vstack(a.arrays(0), dtype: a.dtype(1)))
    },
    ArrayFunction("dstack", "tup") { a in Value(try NDArray.dstack(a.arrays(0))) },
    ArrayFunction("column_stack", "tup") { a in Value(try NDArray.columnStack(a.arrays(0))) },
    ArrayFunction("split", "ary, indices_or_sections, axis=") { a in
      Value(list: a.views(try a.array(0).split(a.splitPoints(1), axis: a.int(2, default: 0))))
    },
    ArrayFunction("array_split", "ary, indices_or_sections, axis=") { a in
      Value(list: a.views(try a.array(0).arraySplit(a.splitPoints(1), axis: a.int(2, default: 0))))
    },
    ArrayFunction("hsplit", "ary, indices_or_sections") { a in
      Value(list: a.views(try a.array(0).hsplit(a.splitPoints(1))))
    },
    ArrayFunction("vsplit", "ary, indices_or_sections") { a in
      Value(list: a.views(try a.array(0).vsplit(a.splitPoints(1))))
    },
    ArrayFunction("dsplit", "ary, indices_or_sections") { a in
      Value(list: a.views(try a.array(0).dsplit(a.splitPoints(1))))
    },
    ArrayFunction("append", "arr, values, axis=") { a in
      Value(try a.array(0).append(a.array(1), axis: a.axis(2)))
    },
    ArrayFunction("insert", "arr, obj, values, axis=") { a in
      Value(try a.array(0).insert(a.array(1), a.array(2), axis: a.axis(3)))
    },
    ArrayFunction("delete", "arr, obj, axis=") { a in
      if let slice = a[1].asSlice {
        return Value(
          try a.array(0).delete(
            start: a.interpreter.sliceBound(of: slice.start), stop: a.interpreter.sliceBound(of: slice.stop),
            step: a.interpreter.sliceBound(of: slice.step), axis: a.axis(2)))
      }
      return Value(try a.array(0).delete(a.indices(1), axis: a.axis(2)))
    },
    ArrayFunction("repeat", "a, repeats, axis=", .both) { a in
      Value(try a.array(0).repeated(a.indices(1), axis: a.axis(2)))
    },
    ArrayFunction("tile", "A, reps") { a in Value(try a.array(0).tile(a.interpreter.lengths(a[1]))) },
    ArrayFunction("resize", "a, new_shape") { a in Value(try a.array(0).resize(a.shape(1))) },
  ]
}

extension Arguments {
  /// Indices or counts; an empty list has none of them.
  func indices(_ index: Int) throws -> NDArray {
    let array = try array(index)
    return self[index].asArray == nil && array.count == 0 ? try array.copy(as: .int64) : array
  }

  fileprivate func splitPoints(_ index: Int) throws -> SplitPoints {
    if self[index].elements != nil || (self[index].asArray?.array.rank ?? 0) > 0 || self[index].asRange != nil {
      return .indices(try interpreter.lengths(self[index]))
    }
    return .sections(try int(index))
  }
}
