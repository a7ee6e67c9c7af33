/// One of NumPy's functions that other array types may answer themselves: `np.pad`, `np.dot`. Only its class tells.
package final class DispatchedFunction: NativeFunction, @unchecked Sendable {
  package override var type: TypeObject { DispatchedFunction.cls }

  private static let cls: TypeObject = TypeObject(
    "_ArrayFunctionDispatcher", module: "numpy", attributes: ObjectMethods.ofFunction)

  /// What `str` gives: that of the function behind it, which NumPy has in C or in Python.
  var textOfBuiltin: String? { DispatchedFunction.inC.contains(name) ? "<built-in function \(name)>" : nil }

  private static let inC: Set<String> = [
    "bincount", "can_cast", "concatenate", "copyto", "dot", "empty_like", "inner", "lexsort", "may_share_memory",
    "ravel_multi_index", "result_type", "shares_memory", "unravel_index", "vdot", "where",
  ]

  /// Functions of the modules `numpy` and `numpy.testing` that are written in Python and dispatch nothing.
  static let exceptions: Set<String> = [
    "broadcast_shapes", "diag_indices", "eye", "full", "get_printoptions", "geterr", "identity", "indices", "isscalar",
    "issubdtype", "iterable", "ones", "printoptions", "set_printoptions", "seterr", "tri", "tril_indices",
    "triu_indices",
  ]
}
