count: int = 3
name: str
rate: float = 0.5

def scale(x: float, by: float = 2.0) -> float:
    return x * by

print(count, rate, scale(4), scale(4, by=rate))
