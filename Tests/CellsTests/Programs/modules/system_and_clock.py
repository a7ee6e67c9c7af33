import sys, time, typing, warnings

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
print(sys.maxsize, sys.version_info >= (3, 8), sys.version_info[:2], sys.float_info.epsilon, sys.byteorder, sys.version_info.major)
print(sys.float_info)
t0 = time.time()
time.sleep(0.01)
print(time.time() - t0 >= 0.01, time.perf_counter() > 0)
attempt(lambda: time.sleep(-1))
print(typing.List[int], typing.Optional[int], typing.Dict[str, typing.Any], typing.Callable[[int], str])

def g(x: typing.List[int]) -> typing.Optional[int]:
    return None
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('hidden')
print('x', file=sys.stdout)
sys.stdout.write('w\n')
sys.stdout.flush()
attempt(lambda: sys.exit(3))

class Kept:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)


class Flushed(Kept):
    def flush(self):
        self.calls.append('flushed')


for kind in (Kept, Flushed):
    target = kind()
    attempt(lambda: print('x', file=target, flush=True))
    attempt(lambda: print('y', file=target, flush=0))
    print(target.calls)
attempt(lambda: print('z', flush=True))
