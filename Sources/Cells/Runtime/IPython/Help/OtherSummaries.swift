extension FunctionSummaries {
  /// Of `np.random`.
  static let randomTable = """
    beta|Draws from the beta distribution.
    binomial|Draws from the binomial distribution: successes in n trials.
    choice|Draws from the elements of a vector, or from range(a).
    exponential|Draws from the exponential distribution.
    gamma|Draws from the gamma distribution.
    get_state|The state of the generator, for set_state.
    normal|Draws from the normal distribution.
    permutation|A shuffled copy, or range(x) shuffled.
    poisson|Draws from the Poisson distribution.
    rand|Draws evenly from [0, 1); the arguments are the shape.
    randint|Draws integers from low up to, but without, high.
    randn|Draws from the standard normal distribution; the arguments are the shape.
    random|Draws evenly from [0, 1).
    random_sample|Draws evenly from [0, 1).
    ranf|Draws evenly from [0, 1).
    sample|Draws evenly from [0, 1).
    seed|Starts the generator anew: the same seed gives the same numbers.
    set_state|Goes back to a state of the generator.
    shuffle|Shuffles along the first axis, in place.
    standard_exponential|Draws from the exponential distribution with mean 1.
    standard_gamma|Draws from the standard gamma distribution.
    standard_normal|Draws from the standard normal distribution.
    uniform|Draws evenly from [low, high).
    """

  /// Of Python itself.
  static let builtinTable = """
    bool|A truth value; of an object whether it counts as true.
    bytes|Immutable bytes.
    dict|Values by keys, in the order in which the keys came.
    float|A floating-point number of 64 bits.
    frozenset|A set that does not change.
    int|A whole number of any size.
    list|A sequence that can change.
    object|The class that all others derive from.
    property|An attribute that calls functions.
    range|The whole numbers from start up to, but without, stop.
    set|Different elements in no order.
    slice|What start:stop:step means between brackets.
    str|A text.
    super|The methods of the classes that a class derives from.
    tuple|A sequence that does not change.
    type|The class of an object.
    classmethod|A method that gets the class.
    staticmethod|A function in a class.
    abs|The absolute value of a number.
    all|Whether all elements of an iterable are true.
    any|Whether any element of an iterable is true.
    ascii|A text that shows an object, in ASCII.
    bin|An integer in binary, as '0b101'.
    callable|Whether an object can be called.
    chr|The character of a code point.
    delattr|Removes an attribute, as del x.name.
    dir|The names that an object has, or those in reach.
    divmod|The quotient rounded down, and the remainder.
    enumerate|Pairs of a count and an element.
    filter|The elements for which a function is true.
    format|A value as text, by a format specification.
    getattr|An attribute by its name, or a default.
    globals|The names of the cells, as a dict.
    hasattr|Whether an object has an attribute.
    hash|The hash of an object.
    help|Shows what is known of an object.
    hex|An integer in hexadecimal, as '0x1f'.
    id|A number that no other living object has.
    input|Not available: cells read nothing.
    isinstance|Whether an object is of a class.
    issubclass|Whether a class derives from another.
    iter|An iterator over an object.
    len|The number of elements.
    locals|The names of the running function, as a dict.
    map|A function of each element.
    max|The largest of the arguments, or of an iterable.
    min|The smallest of the arguments, or of an iterable.
    next|The next element of an iterator.
    oct|An integer in octal, as '0o17'.
    ord|The code point of a character.
    pow|A power, with three arguments its remainder.
    print|Prints values, with blanks in between and a line end behind.
    repr|A text that shows an object.
    reversed|The elements in reverse order.
    round|A number rounded to a number of digits.
    setattr|Sets an attribute by its name.
    sorted|A sorted list of an iterable's elements.
    sum|The sum of an iterable's elements.
    vars|The attributes of an object, as a dict.
    zip|Tuples of the elements of several iterables.
    """
}
