# What one element takes: arrays of one element, and what bool, int and float take.
import numpy as np
a=np.zeros((5,1),dtype=bool)
print(repr(np.False_*[2]), repr([2]*np.False_), repr(np.True_*[2,3]), repr(np.True_*(2,3)))
for v in ([2],[0],[True],(1,),[2,3],[],[[2]],np.array([2]),np.array([[2.5]]),2.5, [2.5],'a', None, {}):
    for d in (bool,int,float,np.uint8,np.float32):
        b=np.zeros((5,1),dtype=d)
        try: b[0,0]=v; print(d.__name__,repr(v),b[0,0])
        except Exception as e: print(d.__name__,repr(v),type(e).__name__,e)
        c=np.ones(3,dtype=d)
        try: c[1]*=v; print(d.__name__,'*=',repr(v),c)
        except Exception as e: print(d.__name__,'*=',repr(v),type(e).__name__,e)
        try: c[1]+=v; print(d.__name__,'+=',repr(v),c)
        except Exception as e: print(d.__name__,'+=',repr(v),type(e).__name__,e)
