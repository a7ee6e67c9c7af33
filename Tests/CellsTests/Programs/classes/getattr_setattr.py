class Config:
    pad = 0

c = Config()
for k, v in {"pad": 2, "f": 3}.items():
    setattr(c, k, v)
print(c.pad, c.f, getattr(c, "f"), getattr(c, "nope", "default"), Config.pad)
delattr(c, "pad")
print(c.pad, hasattr(c, "nope"))

class Lazy:
    def __getattr__(self, name):
        return "made " + name

print(Lazy().anything)
