# The classes of NumPy's functions, and what their misuse says.
import numpy as np
import numpy.testing as testing

functions = [
    np.Inf, np.Infinity, np.NAN, np.NINF, np.NZERO, np.NaN, np.PINF, np.PZERO, np.abs, np.absolute, np.add, np.all,
    np.allclose, np.alltrue, np.amax, np.amin, np.any, np.append, np.apply_along_axis, np.arange, np.arccos,
    np.arccosh, np.arcsin, np.arcsinh, np.arctan, np.arctan2, np.arctanh, np.argmax, np.argmin, np.argsort,
    np.argwhere, np.around, np.array, np.array2string, np.array_equal, np.array_equiv, np.array_repr, np.array_split,
    np.array_str, np.asanyarray, np.asarray, np.ascontiguousarray, np.asfortranarray, np.atleast_1d, np.atleast_2d,
    np.atleast_3d, np.average, np.bincount, np.bitwise_and, np.bitwise_not, np.bitwise_or, np.bitwise_xor, np.bool8,
    np.bool_, np.broadcast_arrays, np.broadcast_shapes, np.broadcast_to, np.can_cast, np.cbrt, np.ceil, np.clip,
    np.column_stack, np.compress, np.concatenate, np.conj, np.conjugate, np.convolve, np.copy, np.copysign,
    np.copyto, np.correlate, np.cos, np.cosh, np.count_nonzero, np.cross, np.cumprod, np.cumproduct, np.cumsum,
    np.deg2rad, np.degrees, np.delete, np.diag, np.diag_indices, np.diagflat, np.diagonal, np.diff, np.digitize,
    np.divide, np.divmod, np.dot, np.double, np.dsplit, np.dstack, np.e, np.ediff1d, np.einsum, np.empty,
    np.empty_like, np.equal, np.euler_gamma, np.exp, np.exp2, np.expand_dims, np.expm1, np.extract, np.eye, np.fabs,
    np.fill_diagonal, np.finfo, np.fix, np.flatnonzero, np.flip, np.fliplr, np.flipud, np.float32, np.float64,
    np.float_, np.float_power, np.floating, np.floor, np.floor_divide, np.fmax, np.fmin, np.fmod, np.fromiter,
    np.full, np.full_like, np.gcd, np.generic, np.geomspace, np.get_printoptions, np.geterr, np.gradient, np.greater,
    np.greater_equal, np.heaviside, np.histogram, np.hsplit, np.hstack, np.hypot, np.identity, np.iinfo, np.in1d,
    np.indices, np.inexact, np.inf, np.infty, np.inner, np.insert, np.int64, np.int_, np.integer, np.interp,
    np.intersect1d, np.intp, np.invert, np.isclose, np.iscomplexobj, np.isfinite, np.isin, np.isinf, np.isnan,
    np.isneginf, np.isposinf, np.isreal, np.isrealobj, np.isscalar, np.issubdtype, np.iterable, np.ix_, np.kron,
    np.lcm, np.left_shift, np.less, np.less_equal, np.lexsort, np.linspace, np.little_endian, np.log, np.log10,
    np.log1p, np.log2, np.logaddexp, np.logical_and, np.logical_not, np.logical_or, np.logical_xor, np.logspace,
    np.longlong, np.matmul, np.max, np.maximum, np.may_share_memory, np.mean, np.median, np.meshgrid, np.min,
    np.minimum, np.mod, np.modf, np.moveaxis, np.multiply, np.nan, np.nan_to_num, np.nanargmax, np.nanargmin,
    np.nancumsum, np.nanmax, np.nanmean, np.nanmin, np.nanprod, np.nanstd, np.nansum, np.nanvar, np.ndarray, np.ndim,
    np.negative, np.newaxis, np.nonzero, np.not_equal, np.number, np.ones, np.ones_like, np.outer, np.pad,
    np.percentile, np.pi, np.place, np.positive, np.power, np.printoptions, np.prod, np.product, np.promote_types,
    np.ptp, np.put, np.put_along_axis, np.quantile, np.rad2deg, np.radians, np.ravel, np.ravel_multi_index, np.real,
    np.reciprocal, np.remainder, np.repeat, np.reshape, np.resize, np.result_type, np.right_shift, np.rint, np.roll,
    np.rollaxis, np.rot90, np.round, np.round_, np.row_stack, np.searchsorted, np.select, np.set_printoptions,
    np.setdiff1d, np.seterr, np.setxor1d, np.shape, np.shares_memory, np.sign, np.signbit, np.sin, np.single,
    np.sinh, np.size, np.sometrue, np.sort, np.split, np.sqrt, np.square, np.squeeze, np.stack, np.std, np.subtract,
    np.sum, np.swapaxes, np.take, np.take_along_axis, np.tan, np.tanh, np.tensordot, np.tile, np.trace, np.transpose,
    np.trapz, np.tri, np.tril, np.tril_indices, np.triu, np.triu_indices, np.true_divide, np.trunc, np.ubyte,
    np.uint8, np.union1d, np.unique, np.unravel_index, np.vander, np.var, np.vdot, np.vsplit, np.vstack, np.where,
    np.zeros, np.zeros_like, np.linalg.LinAlgError, np.linalg.matrix_power, np.linalg.multi_dot, np.linalg.norm,
    testing.assert_, testing.assert_allclose, testing.assert_almost_equal, testing.assert_array_almost_equal,
    testing.assert_array_equal, testing.assert_array_less, testing.assert_equal, testing.assert_raises,
]
for function in functions:
    if callable(function) and not isinstance(function, type):
        print(function.__name__, type(function), str(function).split(" at ")[0], repr(function).split(" at ")[0])
for thing in [np.s_, np.index_exp, np.r_, np.c_, np.mgrid, np.ogrid]:
    print(type(thing))
for misuse in [
    lambda: np.zeros[3], lambda: np.ones[3], lambda: np.pad[1, 2], lambda: np.dot[0], lambda: np.sum + 1, lambda: np.add[0],
    lambda: len(np.mean), lambda: np.max < np.min, lambda: [*np.where], lambda: np.random.randn[2], lambda: -np.reshape,
    lambda: np.r_ + 1, lambda: np.mgrid < np.ogrid, lambda: np.linalg.norm[0], lambda: np.maximum.shape,
    lambda: np.zeros.shape, lambda: np.sum.shape, lambda: np.ones.shape,
]:
    try:
        print(misuse())
    except Exception as error:
        print(type(error).__name__, error)
