# What NumPy says of texts and None where numbers should be, with the functions that say the same.
import collections
import numpy as np
names="absolute negative positive exp sqrt sign square isnan isfinite isinf floor ceil trunc rint invert logical_not reciprocal fabs log log2 log10 log1p expm1 sin cos tan arcsin arctan sinh cosh tanh arcsinh arccosh arctanh arccos deg2rad rad2deg radians degrees signbit cbrt exp2".split()
for arg in ['abc', None]:
    d=collections.defaultdict(list)
    for n in names:
        try: r=repr(getattr(np,n)(arg))
        except Exception as e: r=type(e).__name__+' '+str(e)
        d[r.replace("'%s'"%n,"'X'").replace('callable '+n,'callable X')].append(n)
    for k,v in d.items(): print(repr(arg),k,v)
names="add subtract multiply divide maximum minimum fmax fmin power float_power floor_divide remainder fmod less less_equal greater greater_equal equal not_equal logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift arctan2 hypot copysign heaviside logaddexp".split()
for x,y in [('a',1),(1,'a'),('a','b'),(None,1),(1,None),(1.5,None),([1, 2], 'a'), (None, [1.5]), ('a',None)]:
    d=collections.defaultdict(list)
    for n in names:
        try: r=repr(getattr(np,n)(x,y))
        except Exception as e: r=type(e).__name__+' '+str(e)
        d[r.replace("'%s'"%n,"'X'").replace('callable '+n,'callable X')].append(n)
    for k,v in d.items(): print(repr((x,y)),k,v)
