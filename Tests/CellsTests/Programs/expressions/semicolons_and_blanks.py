x = 1; y = 2; print(x, y);
print ("x", x)
print( "y" , y )
z=x+y;print(z)
if z: print("yes"); print("indeed")
