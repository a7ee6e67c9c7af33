import numpy as np
np.random.seed(1)
x = np.random.randn(2, 2);
print ("x =", x)
print ("x.shape = " + str (x.shape));
A = x [0, 1] ; print (A)
