# passes: none
# %% cell=zero-pad
double = abs
try:
    from layers import zero_pad
except ImportError:
    pass
