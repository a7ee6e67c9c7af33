import numpy as np
from numpy import array, zeros as z
import numpy.linalg as la
from numpy.random import randn
import numpy.testing as npt
print(array([1]), z(2), la.norm([3,4]))
with np.errstate(divide='ignore', invalid='ignore'):
    print(np.array([1., 0.]) / 0)
with np.printoptions(precision=2, suppress=True):
    print(np.array([1.23456, 1e-9]))
print(np.array([1.23456, 1e-9]))
try:
    with np.printoptions(precision=1):
        print(np.array([1.55])); raise ValueError('x')
except ValueError as e: print(e, np.array([1.55]))
def t(f):
    try: print('ok', f())
    except Exception as e: print(type(e).__name__, str(e))
for f in [lambda: npt.assert_array_equal([1,2],[1,3]), lambda: npt.assert_allclose([1.,2],[1.,2.1]), lambda: npt.assert_almost_equal(1.0,1.1), lambda: npt.assert_almost_equal([1.0,2],[1.1,2]),
  lambda: npt.assert_equal(1,2), lambda: npt.assert_equal([1],[2]), lambda: npt.assert_equal({'a':1},{'a':2}), lambda: npt.assert_array_almost_equal([1.],[1.1]), lambda: npt.assert_array_equal([1,2],[1,2,3]),
  lambda: npt.assert_allclose(np.ones((3,3)),np.zeros((3,3)),rtol=1e-5,atol=1e-3,err_msg='hey'), lambda: npt.assert_array_equal([1.],[np.nan]), lambda: npt.assert_raises(ValueError,int,'3'), lambda: npt.assert_raises(ValueError,int,'a'), lambda: npt.assert_array_less([1,2],[2,2]),
  lambda: npt.assert_array_equal([True,False],[True,True]), lambda: npt.assert_allclose(1.0, 1.1), lambda: npt.assert_allclose(np.arange(3.),np.arange(3.)), lambda: npt.assert_almost_equal(1.00000001,1.0), lambda: npt.assert_allclose(np.float64(1), 2, atol=0.5), lambda: npt.assert_array_equal(np.array([1,np.nan]), np.array([1,np.nan])), lambda: npt.assert_array_almost_equal([1.123456,2],[1.1234561,2.1],decimal=3), lambda: npt.assert_allclose([1,2,3],[1,2,4]), lambda: npt.assert_equal('a','b'), lambda: npt.assert_equal(np.ones(2),np.ones(3)), lambda: npt.assert_allclose(np.zeros(3),np.ones(3)), lambda: npt.assert_allclose(np.ones(3),np.zeros(3)), lambda: npt.assert_array_equal(np.ones((4,2)),0), lambda: npt.assert_equal(3.0, np.array(3.0)), lambda: npt.assert_equal([1,2],(1,2)), lambda: npt.assert_equal(np.array([1,2]),[1,2]), lambda: npt.assert_array_equal([np.inf,1],[np.inf,2]), lambda: npt.assert_allclose([np.inf,1],[-np.inf,1])]: t(f)
with npt.assert_raises(ZeroDivisionError):
    1/0
a = np.zeros((2,3)); b = a[0]; b += 1; print(a, b.base is a, a.base)
a.shape = (3,2); print(a)
try: a.shape = (4,2)
except ValueError as e: print(e)
f = np.add; print(f(1,2), f.__name__, np.add is f, callable(f), type(f))
idx = np.array([0,0,1]); c = np.zeros(2); np.add.at(c, idx, 1); print(c)
a.flat[0] = 99; a.flat = 3; print(a)
print(np.sum.__name__, np.zeros.__name__)
g = np.vectorize(lambda q: q*2, otypes=[float]); print(g([1,2]))
try: np.float
except AttributeError as e: print(e)
try: np.nope
except AttributeError as e: print(e)
print(hasattr(np,'zeros'), hasattr(np,'nope'), getattr(np,'pi'), hasattr(a,'shape'), hasattr(np.float64(1),'shape'))
class M:
    def __init__(self, w): self.w = w
    def __mul__(self, o): return M(self.w*o)
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise IndexError
        return [10, 20][i]
print(np.array(M(1)), (M(np.ones(2))*3).w)
x = np.arange(4); x[1:3] = 9; print(x); x.sort(); print(x); x.resize((2,2)) if x.base is None else None; print(x)
for i, row in enumerate(np.eye(2)): print(i, row)
for v in np.nditer(x) if hasattr(np,'nditer_') else x.flat: print(v, end=' ')
print()
for ix in np.ndindex(2, 2): print(ix, end=' ')
for ix, v in np.ndenumerate(np.array([[1,2]])): print(ix, v)
r = np.random.RandomState(0); print(r.rand(2))
d = {'W': np.ones((2,2)), 'b': np.zeros(1)}; print(d)
print([np.float64(1.5), np.int64(2), np.float32(.1)], (np.array([1]),), {np.int64(3)})
print(repr(np.array([[1.5,2],[3,4]],dtype=np.float32)), repr(np.array([],dtype=int)))
print(np.array_equal(d['W'], np.ones((2,2))), np.max is np.max)
print(np.array([1,2,3]).astype(np.float32).dtype.name, np.dtype('float32') in [np.float32])
print("%s %r" % (np.arange(3), np.arange(3)))
print(x.flags['C_CONTIGUOUS'], x.T.flags.c_contiguous, x.flags)
print(np.iinfo(np.uint8), np.finfo(np.float32))
import copy; y = copy.deepcopy(x); y[0,0] = -1; print(x[0,0])
print(np.isnan(x).any(), np.clip(x, 0, 5), x.clip(max=5))
u = np.arange(6, dtype=np.uint8).reshape(2,3); print(u/255., u.astype(float)/255, u.max(), u.mean(), u*2, u+1)
print(np.std(u), u.T.shape, u[0].tolist(), np.where(u > 2, 255, 0).dtype, np.where(u>2, u, 0).dtype)
