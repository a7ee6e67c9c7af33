/// What calls of methods and functions do to the values that they are given, by their names alone.
enum MethodNames {
  /// Methods of the built-in types and of arrays that leave their object as it is. Any other method may change it.
  static let harmless: Set<String> = [
    // numbers, arrays
    "all", "any", "argmax", "argmin", "argpartition", "argsort", "as_integer_ratio", "astype", "bit_length", "byteswap",
    "choose", "clip", "compress", "conj", "conjugate", "copy", "cumprod", "cumsum", "diagonal", "dot", "flatten",
    "is_integer", "item", "max", "mean", "min", "nonzero", "prod", "ptp", "ravel", "repeat", "reshape", "round",
    "searchsorted", "squeeze", "std", "sum", "swapaxes", "take", "tobytes", "tolist", "tostring", "trace", "transpose",
    "var", "view",
    // texts
    "capitalize", "casefold", "center", "decode", "encode", "endswith", "expandtabs", "find", "format", "format_map",
    "hex", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
    "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "maketrans", "partition",
    "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split",
    "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill",
    // containers
    "count", "difference", "elements", "get", "index", "intersection", "isdisjoint", "issubset", "issuperset", "items",
    "keys", "most_common", "symmetric_difference", "union", "values",
  ]

  /// Functions that write into what they get first.
  static let changingFirstArgument: Set<String> = [
    "at", "copyto", "delattr", "fill_diagonal", "heapify", "heappop", "heappush", "insort", "next", "place", "put",
    "put_along_axis", "putmask", "setattr", "shuffle",
  ]

  static let printOptions: Set<String> = ["set_printoptions", "set_string_function", "seterr", "seterrcall"]

  /// Functions whose result is another one each time.
  static let clocks: Set<String> = [
    "clock", "ctime", "input", "localtime", "monotonic", "now", "open", "perf_counter", "perf_counter_ns",
    "process_time", "time", "time_ns", "today", "urandom", "uuid4",
  ]
}
