# passes: none
# verdicts: double=missing zero_pad=fail
# %% cell=double
class layers:
    zero_pad = staticmethod(lambda X, pad: X)
    double = staticmethod(lambda x: x)
compare = lambda *arguments: None
def zero_pad(X, pad):
    return layers.zero_pad(X, pad)
