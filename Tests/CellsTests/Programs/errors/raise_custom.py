class GradingError(Exception):
    pass

def grade(points):
    if points > 10:
        raise GradingError(f"{points} of 10")

grade(11)
