# passes: none
# verdicts: double=error
# %% cell=double
class Script(Exception):
    pass
Script.__name__ = "</td><script>alert(1)</script>"
def double(x):
    raise Script("<img src=x onerror=alert(1)>\x1b]0;owned\x07\x00]]>&quot;")
