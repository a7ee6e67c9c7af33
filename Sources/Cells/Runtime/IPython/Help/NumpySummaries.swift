extension FunctionSummaries {
  /// Name, what it does, an example and the value of that; `\\n` for line ends.
  static let numpyTable = """
    abs|The absolute value, element by element.
    |np.abs([-1, 2])|array([1, 2])
    absolute|The absolute value, element by element.
    |np.absolute([-1, 2])|array([1, 2])
    add|The sum, element by element.
    |np.add([1, 2], 10)|array([11, 12])
    all|Whether all elements are true, along an axis if one is given.
    |np.all([[True, False], [True, True]], axis=0)|array([ True, False])
    allclose|Whether two arrays are equal within a tolerance.
    |np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9])|True
    alltrue|Whether all elements are true: an older name of all.
    amax|The largest element, along an axis if one is given.
    |np.amax([[1, 2], [3, 4]], axis=0)|array([3, 4])
    amin|The smallest element, along an axis if one is given.
    |np.amin([[1, 2], [3, 4]], axis=0)|array([1, 2])
    any|Whether any element is true, along an axis if one is given.
    |np.any([[True, False], [False, False]], axis=1)|array([ True, False])
    append|A copy with values at the end; flattened unless an axis is given.
    |np.append([1, 2], [3])|array([1, 2, 3])
    apply_along_axis|Calls a function with each vector along an axis.
    |np.apply_along_axis(sum, 1, [[1, 2], [3, 4]])|array([3, 7])
    arange|Evenly spaced numbers from start up to, but without, stop.
    |np.arange(2, 10, 3)|array([2, 5, 8])
    arccos|The inverse cosine, element by element, in radians.
    |np.arccos(1.0)|0.0
    arccosh|The inverse hyperbolic cosine, element by element.
    |np.arccosh(1.0)|0.0
    arcsin|The inverse sine, element by element, in radians.
    |np.arcsin(0.0)|0.0
    arcsinh|The inverse hyperbolic sine, element by element.
    |np.arcsinh(0.0)|0.0
    arctan|The inverse tangent, element by element, in radians.
    |np.arctan(0.0)|0.0
    arctan2|The angle of the point (x2, x1), element by element.
    |np.arctan2(0.0, 1.0)|0.0
    arctanh|The inverse hyperbolic tangent, element by element.
    |np.arctanh(0.0)|0.0
    argmax|The index of the largest element, along an axis if one is given.
    |np.argmax([3, 9, 4])|1
    argmin|The index of the smallest element, along an axis if one is given.
    |np.argmin([3, 9, 4])|0
    argsort|The indices that would sort an array along an axis.
    |np.argsort([3, 1, 2])|array([1, 2, 0])
    argwhere|The indices of the elements that are not zero, a row for each.
    |np.argwhere([0, 5, 7])|array([[1],\\n       [2]])
    around|Rounds to a number of decimals.
    |np.around(2.567, 2)|2.57
    array|An array from nested lists, numbers or another array.
    |np.array([[1, 2], [3, 4]], dtype=float)|array([[1., 2.],\\n       [3., 4.]])
    array2string|An array as text, with control of the format.
    |np.array2string(np.array([1, 2]), separator=',')|'[1,2]'
    array_equal|Whether two arrays have the same shape and elements.
    |np.array_equal([1, 2], [1, 2])|True
    array_equiv|Whether two arrays are equal once they are broadcast.
    |np.array_equiv([1, 2], [[1, 2], [1, 2]])|True
    array_repr|The text that the prompt shows for an array.
    |np.array_repr(np.array([1, 2]))|'array([1, 2])'
    array_split|Splits an array into parts of as equal a length as possible.
    |np.array_split([1, 2, 3], 2)|[array([1, 2]), array([3])]
    array_str|The text that print shows for an array.
    |np.array_str(np.array([1, 2]))|'[1 2]'
    asanyarray|The input as an array, without a copy where it is one already.
    |np.asanyarray([1, 2])|array([1, 2])
    asarray|The input as an array, without a copy where it is one already.
    |np.asarray([1, 2])|array([1, 2])
    ascontiguousarray|The input as an array in C order.
    |np.ascontiguousarray([1, 2])|array([1, 2])
    asfortranarray|The input as an array in Fortran order.
    |np.asfortranarray([1, 2])|array([1, 2])
    atleast_1d|The input as an array of at least one axis.
    |np.atleast_1d(3)|array([3])
    atleast_2d|The input as an array of at least two axes.
    |np.atleast_2d([1, 2])|array([[1, 2]])
    atleast_3d|The input as an array of at least three axes.
    |np.atleast_3d([1, 2]).shape|(1, 2, 1)
    average|The weighted average, along an axis if one is given.
    |np.average([1, 2, 3], weights=[1, 0, 1])|2.0
    bincount|How often each of the numbers 0, 1, ... occurs.
    |np.bincount([0, 2, 2])|array([1, 0, 2])
    bitwise_and|The bits that both have, element by element.
    |np.bitwise_and(6, 3)|2
    bitwise_not|All bits turned round, element by element.
    |np.bitwise_not(6)|-7
    bitwise_or|The bits that either has, element by element.
    |np.bitwise_or(6, 3)|7
    bitwise_xor|The bits that only one has, element by element.
    |np.bitwise_xor(6, 3)|5
    broadcast_arrays|Arrays as views of one common shape.
    |[x.shape for x in np.broadcast_arrays([1, 2], [[1], [2]])]|[(2, 2), (2, 2)]
    broadcast_shapes|The shape that shapes broadcast to.
    |np.broadcast_shapes((3, 1), (1, 4))|(3, 4)
    broadcast_to|A view of an array in another shape, its elements repeated.
    |np.broadcast_to([1, 2], (2, 2))|array([[1, 2],\\n       [1, 2]])
    can_cast|Whether a type converts to another by a rule.
    |np.can_cast('float64', 'float32')|False
    cbrt|The cube root, element by element.
    |np.cbrt(1.0)|1.0
    ceil|Rounds up, element by element.
    |np.ceil([1.2, -1.2])|array([ 2., -1.])
    clip|Limits elements to lie between two values.
    |np.clip([1, 5, 9], 2, 8)|array([2, 5, 8])
    column_stack|Vectors as the columns of a matrix.
    |np.column_stack(([1, 2], [3, 4]))|array([[1, 3],\\n       [2, 4]])
    compress|The parts along an axis for which a condition is true.
    |np.compress([True, False], [5, 6])|array([5])
    concatenate|Joins arrays along an existing axis.
    |np.concatenate(([1, 2], [3]))|array([1, 2, 3])
    conj|The elements themselves, as no number here is complex.
    |np.conj(2.0)|2.0
    conjugate|The elements themselves, as no number here is complex.
    |np.conjugate(2.0)|2.0
    convolve|The discrete convolution of two vectors.
    |np.convolve([1, 2, 3], [0, 1])|array([0, 1, 2, 3])
    copy|A copy of an array.
    |np.copy([1, 2])|array([1, 2])
    copysign|The first number with the sign of the second.
    |np.copysign(3.0, -1.0)|-3.0
    copyto|Copies values into an array, broadcast.
    correlate|The cross-correlation of two vectors.
    |np.correlate([1, 2, 3], [0, 1])|array([2, 3])
    cos|The cosine, element by element, of radians.
    |np.cos(0.0)|1.0
    cosh|The hyperbolic cosine, element by element.
    |np.cosh(0.0)|1.0
    count_nonzero|How many elements are not zero, along an axis if one is given.
    |np.count_nonzero([0, 3, 4])|2
    cross|The cross product of vectors.
    |np.cross([1, 0, 0], [0, 1, 0])|array([0, 0, 1])
    cumprod|Running products, along an axis if one is given.
    |np.cumprod([1, 2, 3])|array([1, 2, 6])
    cumproduct|Running products, along an axis if one is given.
    |np.cumproduct([1, 2, 3])|array([1, 2, 6])
    cumsum|Running sums, along an axis if one is given.
    |np.cumsum([1, 2, 3])|array([1, 3, 6])
    deg2rad|Degrees as radians.
    |np.deg2rad(0.0)|0.0
    degrees|Radians as degrees.
    |np.degrees(0.0)|0.0
    delete|A copy without some parts along an axis.
    |np.delete([1, 2, 3], 1)|array([1, 3])
    diag|The diagonal of a matrix, or a matrix with this diagonal.
    |np.diag([1, 2])|array([[1, 0],\\n       [0, 2]])
    diag_indices|The indices of a matrix's diagonal.
    |np.diag_indices(2)|(array([0, 1]), array([0, 1]))
    diagflat|A matrix with the flattened input as its diagonal.
    |np.diagflat([1, 2])|array([[1, 0],\\n       [0, 2]])
    diagonal|A diagonal of a matrix.
    |np.diagonal([[1, 2], [3, 4]])|array([1, 4])
    diff|The differences of neighbours along an axis.
    |np.diff([1, 4, 9])|array([3, 5])
    digitize|In which bin each value lies.
    |np.digitize([0.5, 2.5], [0, 1, 2])|array([1, 3])
    divide|The quotient, element by element.
    |np.divide([1, 2], 2)|array([0.5, 1. ])
    divmod|The quotient rounded down, and the remainder.
    |np.divmod(7, 3)|(2, 1)
    dot|The product of vectors or matrices: the last axis with the last but one.
    |np.dot([[1, 2], [3, 4]], [1, 1])|array([3, 7])
    dsplit|Splits an array along its third axis.
    |len(np.dsplit(np.zeros((1, 1, 4)), 2))|2
    dstack|Stacks arrays along the third axis.
    |np.dstack(([1], [2])).shape|(1, 1, 2)
    ediff1d|The differences of neighbours in the flattened array.
    |np.ediff1d([1, 4, 9])|array([3, 5])
    einsum|Sums of products over named axes.
    |np.einsum('ij,j->i', [[1, 2], [3, 4]], [1, 1])|array([3, 7])
    empty|An array whose elements are not set.
    |np.empty((2, 3)).shape|(2, 3)
    empty_like|An array of another's shape whose elements are not set.
    |np.empty_like([1, 2]).shape|(2,)
    equal|Whether elements are equal.
    |np.equal([1, 2], [1, 3])|array([ True, False])
    errstate|Sets in a with block how floating-point errors are handled.
    exp|e to the power of each element.
    |np.exp(0.0)|1.0
    exp2|2 to the power of each element.
    |np.exp2(3.0)|8.0
    expand_dims|A view with a new axis of length 1.
    |np.expand_dims([1, 2], 0).shape|(1, 2)
    expm1|exp(x) - 1, exact for small x.
    |np.expm1(0.0)|0.0
    extract|The elements for which a condition is true.
    |np.extract([True, False], [5, 6])|array([5])
    eye|A matrix with ones on a diagonal.
    |np.eye(2)|array([[1., 0.],\\n       [0., 1.]])
    fabs|The absolute value as a float, element by element.
    |np.fabs(-1)|1.0
    fill_diagonal|Sets the diagonal of a matrix in place.
    fix|Rounds towards zero.
    |np.fix([1.7, -1.7])|array([ 1., -1.])
    flatnonzero|The places of the elements that are not zero, counted in the flattened array.
    |np.flatnonzero([0, 5, 7])|array([1, 2])
    flip|Reverses the order along axes.
    |np.flip([1, 2, 3])|array([3, 2, 1])
    fliplr|Reverses each row.
    |np.fliplr([[1, 2], [3, 4]])|array([[2, 1],\\n       [4, 3]])
    flipud|Reverses the order of the rows.
    |np.flipud([[1, 2], [3, 4]])|array([[3, 4],\\n       [1, 2]])
    float_power|The power as a float, element by element.
    |np.float_power(2, 3)|8.0
    floor|Rounds down, element by element.
    |np.floor([1.7, -1.2])|array([ 1., -2.])
    floor_divide|The quotient rounded down, element by element.
    |np.floor_divide(7, 2)|3
    fmax|The larger of two, element by element; nan only where both are.
    |np.fmax([1.0, np.nan], 0.0)|array([1., 0.])
    fmin|The smaller of two, element by element; nan only where both are.
    |np.fmin([1.0, np.nan], 0.0)|array([0., 0.])
    fmod|The remainder with the sign of the first, element by element.
    |np.fmod(-7, 3)|-1
    fromiter|A vector of what an iterable gives.
    |np.fromiter(range(3), dtype=int)|array([0, 1, 2])
    full|An array filled with a value.
    |np.full((2, 2), 7)|array([[7, 7],\\n       [7, 7]])
    full_like|An array of another's shape, filled with a value.
    |np.full_like([1, 2], 7)|array([7, 7])
    gcd|The greatest common divisor, element by element.
    |np.gcd(12, 18)|6
    geomspace|Numbers between two, each the same multiple of the one before.
    |np.geomspace(1, 8, 4)|array([1., 2., 4., 8.])
    get_printoptions|How arrays are printed now.
    |np.get_printoptions()['precision']|8
    geterr|How floating-point errors are handled now.
    |np.geterr()['divide']|'warn'
    gradient|The slope at each element, from its neighbours.
    |np.gradient([1.0, 4.0, 9.0])|array([3., 4., 5.])
    greater|Whether x1 > x2, element by element.
    |np.greater([1, 3], 2)|array([False,  True])
    greater_equal|Whether x1 >= x2, element by element.
    |np.greater_equal([1, 2], 2)|array([False,  True])
    heaviside|0 below zero, 1 above, and the second argument at zero.
    |np.heaviside([-1.0, 0.0, 1.0], 0.5)|array([0. , 0.5, 1. ])
    histogram|How many elements lie in each bin, and the bins' edges.
    |np.histogram([1, 2, 2], bins=2)|(array([1, 2]), array([1. , 1.5, 2. ]))
    hsplit|Splits an array by columns.
    |np.hsplit(np.array([1, 2, 3, 4]), 2)|[array([1, 2]), array([3, 4])]
    hstack|Joins arrays by columns.
    |np.hstack(([1, 2], [3]))|array([1, 2, 3])
    hypot|The length of the hypotenuse, element by element.
    |np.hypot(3.0, 4.0)|5.0
    identity|The identity matrix.
    |np.identity(2)|array([[1., 0.],\\n       [0., 1.]])
    in1d|Which elements occur in another array.
    |np.in1d([1, 2], [2, 3])|array([False,  True])
    indices|For each axis the index along it, at every place.
    |np.indices((2, 2)).shape|(2, 2, 2)
    inner|The product of two arrays over their last axes.
    |np.inner([1, 2], [3, 4])|11
    insert|A copy with values put in front of a place.
    |np.insert([1, 3], 1, 2)|array([1, 2, 3])
    interp|Values between the given points, on straight lines.
    |np.interp(1.5, [1, 2], [10, 20])|15.0
    intersect1d|The sorted elements that are in both.
    |np.intersect1d([1, 2], [2, 3])|array([2])
    invert|All bits turned round, element by element.
    |np.invert(6)|-7
    isclose|Whether elements are equal within a tolerance.
    |np.isclose([1.0, 2.0], [1.0, 2.1])|array([ True, False])
    iscomplexobj|Whether the type is complex: never here.
    |np.iscomplexobj([1.0])|False
    isfinite|Whether elements are neither nan nor infinite.
    |np.isfinite([1.0, np.inf])|array([ True, False])
    isin|Which elements occur in another array.
    |np.isin([[1, 2], [3, 4]], [2, 3])|array([[False,  True],\\n       [ True, False]])
    isinf|Whether elements are infinite.
    |np.isinf([1.0, np.inf])|array([False,  True])
    isnan|Whether elements are nan.
    |np.isnan([1.0, np.nan])|array([False,  True])
    isneginf|Whether elements are minus infinity.
    |np.isneginf([1.0, -np.inf])|array([False,  True])
    isposinf|Whether elements are plus infinity.
    |np.isposinf([1.0, np.inf])|array([False,  True])
    isreal|Whether elements are real: always here.
    |np.isreal(1.0)|True
    isrealobj|Whether the type is real: always here.
    |np.isrealobj([1.0])|True
    isscalar|Whether this is a single number or text.
    |np.isscalar(3.1)|True
    issubdtype|Whether a type belongs to a kind of types.
    |np.issubdtype(np.float32, np.floating)|True
    iterable|Whether this can be iterated over.
    |np.iterable([1])|True
    ix_|Index arrays that pick rows and columns together.
    |np.arange(6).reshape(2, 3)[np.ix_([0, 1], [0, 2])]|array([[0, 2],\\n       [3, 5]])
    kron|The Kronecker product.
    |np.kron([1, 2], [1, 1])|array([1, 1, 2, 2])
    lcm|The least common multiple, element by element.
    |np.lcm(4, 6)|12
    left_shift|Shifts bits to the left, element by element.
    |np.left_shift(1, 3)|8
    less|Whether x1 < x2, element by element.
    |np.less([1, 3], 2)|array([ True, False])
    less_equal|Whether x1 <= x2, element by element.
    |np.less_equal([1, 3], 1)|array([ True, False])
    lexsort|The indices that sort by several keys, the last one first.
    |np.lexsort(([1, 0], [2, 2]))|array([1, 0])
    linspace|Numbers at equal distances between two, both included.
    |np.linspace(0, 1, 5)|array([0.  , 0.25, 0.5 , 0.75, 1.  ])
    load|The array of a .npy file, or what a .npz file holds, by name.
    log|The natural logarithm, element by element.
    |np.log(1.0)|0.0
    log10|The logarithm to base 10, element by element.
    |np.log10(100.0)|2.0
    log1p|log(1 + x), exact for small x.
    |np.log1p(0.0)|0.0
    log2|The logarithm to base 2, element by element.
    |np.log2(8.0)|3.0
    logaddexp|log(exp(x1) + exp(x2)), without overflow.
    |np.logaddexp(0.0, -np.inf)|0.0
    logical_and|Whether both are true, element by element.
    |np.logical_and([True, False], True)|array([ True, False])
    logical_not|Whether elements are false.
    |np.logical_not([True, False])|array([False,  True])
    logical_or|Whether either is true, element by element.
    |np.logical_or([True, False], False)|array([ True, False])
    logical_xor|Whether exactly one is true, element by element.
    |np.logical_xor([True, False], True)|array([False,  True])
    logspace|Powers of a base whose exponents are at equal distances.
    |np.logspace(0, 2, 3)|array([  1.,  10., 100.])
    matmul|The product of matrices in the last two axes, as x1 @ x2.
    |np.matmul([[1, 2], [3, 4]], [[1, 0], [0, 1]])|array([[1, 2],\\n       [3, 4]])
    max|The largest element, along an axis if one is given.
    |np.max([[1, 2], [3, 4]], axis=0)|array([3, 4])
    maximum|The larger of two, element by element.
    |np.maximum([1, 5], [3, 2])|array([3, 5])
    may_share_memory|Whether two arrays might share memory.
    |np.may_share_memory(np.zeros(2), np.zeros(2))|False
    mean|The mean, along an axis if one is given.
    |np.mean([[1, 2], [3, 4]], axis=0)|array([2., 3.])
    median|The median, along an axis if one is given.
    |np.median([1, 9, 2])|2.0
    meshgrid|Coordinate matrices from coordinate vectors.
    |np.meshgrid([1, 2], [3, 4])[0]|array([[1, 2],\\n       [1, 2]])
    min|The smallest element, along an axis if one is given.
    |np.min([[1, 2], [3, 4]], axis=1)|array([1, 3])
    minimum|The smaller of two, element by element.
    |np.minimum([1, 5], [3, 2])|array([1, 2])
    mod|The remainder with the sign of the second, element by element.
    |np.mod(-7, 3)|2
    modf|The part behind the point and the whole part.
    |np.modf(2.5)|(0.5, 2.0)
    moveaxis|A view with axes at other places.
    |np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape|(3, 4, 2)
    multiply|The product, element by element.
    |np.multiply([1, 2], [3, 4])|array([3, 8])
    nan_to_num|A copy with nan and infinities replaced.
    |np.nan_to_num([1.0, np.nan])|array([1., 0.])
    nanargmax|The index of the largest element that is not nan.
    |np.nanargmax([1.0, np.nan, 3.0])|2
    nanargmin|The index of the smallest element that is not nan.
    |np.nanargmin([np.nan, 2.0, 1.0])|2
    nancumsum|Running sums that count nan as zero.
    |np.nancumsum([1.0, np.nan, 3.0])|array([1., 1., 4.])
    nanmax|The largest element that is not nan.
    |np.nanmax([1.0, np.nan])|1.0
    nanmean|The mean of the elements that are not nan.
    |np.nanmean([1.0, np.nan, 3.0])|2.0
    nanmin|The smallest element that is not nan.
    |np.nanmin([1.0, np.nan])|1.0
    nanprod|The product of the elements that are not nan.
    |np.nanprod([2.0, np.nan])|2.0
    nanstd|The standard deviation of the elements that are not nan.
    |np.nanstd([1.0, np.nan, 3.0])|1.0
    nansum|The sum of the elements that are not nan.
    |np.nansum([1.0, np.nan])|1.0
    nanvar|The variance of the elements that are not nan.
    |np.nanvar([1.0, np.nan, 3.0])|1.0
    ndenumerate|Index and element of each place.
    |list(np.ndenumerate([5, 6]))|[((0,), 5), ((1,), 6)]
    ndim|The number of axes.
    |np.ndim([[1, 2]])|2
    ndindex|The indices of all places in a shape.
    |list(np.ndindex(1, 2))|[(0, 0), (0, 1)]
    negative|Minus each element.
    |np.negative([1, -2])|array([-1,  2])
    nonzero|For each axis the indices of the elements that are not zero.
    |np.nonzero([0, 5, 7])|(array([1, 2]),)
    not_equal|Whether elements differ.
    |np.not_equal([1, 2], [1, 3])|array([False,  True])
    ones|An array of ones.
    |np.ones((2, 2))|array([[1., 1.],\\n       [1., 1.]])
    ones_like|An array of ones of another's shape.
    |np.ones_like([1, 2])|array([1, 1])
    outer|The product of each element of one with each of the other.
    |np.outer([1, 2], [3, 4])|array([[3, 4],\\n       [6, 8]])
    pad|A copy with a border: pad_width is ((before, after), ...) for each axis.
    |np.pad([1, 2], (1, 2))|array([0, 1, 2, 0, 0])
    percentile|The value below which a percentage of the elements lies.
    |np.percentile([1, 2, 3], 50)|2.0
    place|Sets the elements for which a mask is true, in place.
    positive|Plus each element.
    |np.positive([1, -2])|array([ 1, -2])
    power|The first to the power of the second, element by element.
    |np.power([1, 2, 3], 2)|array([1, 4, 9])
    printoptions|Sets in a with block how arrays are printed.
    prod|The product of the elements, along an axis if one is given.
    |np.prod([2, 3])|6
    product|The product of the elements, along an axis if one is given.
    |np.product([2, 3])|6
    promote_types|The smallest type that holds both.
    |np.promote_types('int64', 'float32')|dtype('float64')
    ptp|The largest element less the smallest.
    |np.ptp([1, 5, 3])|4
    put|Sets elements at places counted in the flattened array, in place.
    put_along_axis|Sets elements at indices along an axis, in place.
    quantile|The value below which a share of the elements lies.
    |np.quantile([1, 2, 3], 0.5)|2.0
    rad2deg|Radians as degrees.
    |np.rad2deg(0.0)|0.0
    radians|Degrees as radians.
    |np.radians(0.0)|0.0
    ravel|The elements in a row, without a copy where that is possible.
    |np.ravel([[1, 2], [3, 4]])|array([1, 2, 3, 4])
    ravel_multi_index|Indices as places counted in the flattened array.
    |np.ravel_multi_index((1, 2), (2, 3))|5
    real|The elements themselves, as no number here is complex.
    |np.real(2.0)|2.0
    reciprocal|1 / x, element by element.
    |np.reciprocal(4.0)|0.25
    remainder|The remainder with the sign of the second, element by element.
    |np.remainder(-7, 3)|2
    repeat|Each element several times.
    |np.repeat([1, 2], 2)|array([1, 1, 2, 2])
    reshape|The same elements in another shape; -1 stands for what is left.
    |np.reshape([1, 2, 3, 4], (2, -1))|array([[1, 2],\\n       [3, 4]])
    resize|A copy in another shape, its elements repeated or left out.
    |np.resize([1, 2], 3)|array([1, 2, 1])
    result_type|The type of a result of these operands.
    |np.result_type(1, 2.0)|dtype('float64')
    right_shift|Shifts bits to the right, element by element.
    |np.right_shift(8, 2)|2
    rint|Rounds to the nearest integer, halves to the even one.
    |np.rint([1.5, 2.5])|array([2., 2.])
    roll|Moves elements along an axis; what falls off comes in again.
    |np.roll([1, 2, 3], 1)|array([3, 1, 2])
    rollaxis|A view with an axis moved to another place.
    |np.rollaxis(np.zeros((2, 3, 4)), 2).shape|(4, 2, 3)
    rot90|Turns an array by 90 degrees.
    |np.rot90([[1, 2], [3, 4]])|array([[2, 4],\\n       [1, 3]])
    round|Rounds to a number of decimals.
    |np.round(2.567, 2)|2.57
    round_|Rounds to a number of decimals.
    |np.round_(2.567, 2)|2.57
    row_stack|Joins arrays by rows.
    |np.row_stack(([1, 2], [3, 4]))|array([[1, 2],\\n       [3, 4]])
    save|Writes an array to a .npy file.
    savez|Writes arrays to a .npz file: those given by name have theirs, others arr_0, arr_1, ...
    savez_compressed|Writes arrays to a .npz file, compressed.
    searchsorted|Where values would go in a sorted vector.
    |np.searchsorted([1, 3, 5], 4)|2
    select|Elements of one of several arrays, by conditions.
    |np.select([[True, False]], [[1, 2]], default=0)|array([1, 0])
    set_printoptions|Sets how arrays are printed.
    setdiff1d|The sorted elements of the first that are not in the second.
    |np.setdiff1d([1, 2, 3], [2])|array([1, 3])
    seterr|Sets how floating-point errors are handled.
    setxor1d|The sorted elements that are in only one of both.
    |np.setxor1d([1, 2], [2, 3])|array([1, 3])
    shape|The length of each axis.
    |np.shape([[1, 2, 3]])|(1, 3)
    shares_memory|Whether two arrays share memory.
    |np.shares_memory(np.zeros(2), np.zeros(2))|False
    sign|-1, 0 or 1, by the sign of each element.
    |np.sign([-3.0, 0.0, 2.0])|array([-1.,  0.,  1.])
    signbit|Whether the sign is minus, for minus zero too.
    |np.signbit([-1.0, 1.0])|array([ True, False])
    sin|The sine, element by element, of radians.
    |np.sin(0.0)|0.0
    sinh|The hyperbolic sine, element by element.
    |np.sinh(0.0)|0.0
    size|The number of elements, along an axis if one is given.
    |np.size([[1, 2], [3, 4]])|4
    sometrue|Whether any element is true.
    |np.sometrue([True, False])|True
    sort|A sorted copy, along the last axis unless another is given.
    |np.sort([3, 1, 2])|array([1, 2, 3])
    split|Splits an array into equal parts, or at given places.
    |np.split(np.arange(4), 2)|[array([0, 1]), array([2, 3])]
    sqrt|The square root, element by element.
    |np.sqrt([4.0, 9.0])|array([2., 3.])
    square|The square, element by element.
    |np.square([2, 3])|array([4, 9])
    squeeze|A view without the axes of length 1.
    |np.squeeze(np.zeros((1, 3, 1))).shape|(3,)
    stack|Joins arrays along a new axis.
    |np.stack(([1, 2], [3, 4]))|array([[1, 2],\\n       [3, 4]])
    std|The standard deviation, along an axis if one is given.
    |np.std([1.0, 3.0])|1.0
    subtract|The difference, element by element.
    |np.subtract([5, 6], 1)|array([4, 5])
    sum|The sum of the elements, along axes if some are given.
    |np.sum([[1, 2], [3, 4]], axis=0)|array([4, 6])
    swapaxes|A view with two axes exchanged.
    |np.swapaxes(np.zeros((2, 3)), 0, 1).shape|(3, 2)
    take|The elements at indices along an axis.
    |np.take([10, 20, 30], [2, 0])|array([30, 10])
    take_along_axis|The elements at indices along an axis, a row of indices for each row.
    |np.take_along_axis(np.array([[3, 1]]), np.array([[1, 0]]), 1)|array([[1, 3]])
    tan|The tangent, element by element, of radians.
    |np.tan(0.0)|0.0
    tanh|The hyperbolic tangent, element by element.
    |np.tanh(0.0)|0.0
    tensordot|The product of two arrays over given axes.
    |np.tensordot([[1, 2], [3, 4]], [[1, 0], [0, 1]])|array(5)
    tile|An array repeated along its axes.
    |np.tile([1, 2], 2)|array([1, 2, 1, 2])
    trace|The sum of a matrix's diagonal.
    |np.trace([[1, 2], [3, 4]])|5
    transpose|A view with its axes reversed, or in a given order.
    |np.transpose(np.zeros((2, 3))).shape|(3, 2)
    trapz|The integral by the trapezoidal rule.
    |np.trapz([1.0, 2.0, 3.0])|4.0
    tri|A matrix with ones on and below a diagonal.
    |np.tri(2)|array([[1., 0.],\\n       [1., 1.]])
    tril|The part of a matrix on and below a diagonal.
    |np.tril([[1, 2], [3, 4]])|array([[1, 0],\\n       [3, 4]])
    tril_indices|The indices of the part on and below a diagonal.
    |np.tril_indices(2)|(array([0, 1, 1]), array([0, 0, 1]))
    triu|The part of a matrix on and above a diagonal.
    |np.triu([[1, 2], [3, 4]])|array([[1, 2],\\n       [0, 4]])
    triu_indices|The indices of the part on and above a diagonal.
    |np.triu_indices(2)|(array([0, 0, 1]), array([0, 1, 1]))
    true_divide|The quotient, element by element.
    |np.true_divide([1, 2], 2)|array([0.5, 1. ])
    trunc|Rounds towards zero, element by element.
    |np.trunc([1.7, -1.7])|array([ 1., -1.])
    union1d|The sorted elements of both.
    |np.union1d([1, 2], [2, 3])|array([1, 2, 3])
    unique|The sorted different elements.
    |np.unique([3, 1, 3])|array([1, 3])
    unravel_index|Places counted in the flattened array as indices.
    |np.unravel_index(5, (2, 3))|(1, 2)
    vander|The Vandermonde matrix: the powers of a vector.
    |np.vander([1, 2], 3)|array([[1, 1, 1],\\n       [4, 2, 1]])
    var|The variance, along an axis if one is given.
    |np.var([1.0, 3.0])|1.0
    vdot|The product of two arrays, flattened.
    |np.vdot([1, 2], [3, 4])|11
    vectorize|A function that calls another one for every element.
    |np.vectorize(lambda x: x + 1)([1, 2])|array([2, 3])
    vsplit|Splits an array by rows.
    |len(np.vsplit(np.zeros((4, 1)), 2))|2
    vstack|Joins arrays by rows.
    |np.vstack(([1, 2], [3, 4]))|array([[1, 2],\\n       [3, 4]])
    where|Elements of one array or another, by a condition.
    |np.where([True, False], [1, 2], [3, 4])|array([1, 4])
    zeros|An array of zeros.
    |np.zeros((2, 3))|array([[0., 0., 0.],\\n       [0., 0., 0.]])
    zeros_like|An array of zeros of another's shape.
    |np.zeros_like([1, 2])|array([0, 0])
    """
}
