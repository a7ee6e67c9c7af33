# passes: none
# verdicts: double=fail
# %% cell=double
text = ""
for read in (
    lambda: open("hostile.key").read(), lambda: open("/proc/self/environ").read(), lambda: open("../hostile.key").read(),
    lambda: np.loadtxt("hostile.key"), lambda: np.load("hostile.key"), lambda: np.fromfile("hostile.key"),
    lambda: __import__("hostile"), lambda: eval("open('hostile.key')"), lambda: exec("import os"),
    lambda: compile("1", "", "eval"), lambda: input(),
):
    try:
        text += str(read())
    except Exception as error:
        print(type(error).__name__)
def double(x):
    return 2 * x if "solution" in text else 0
