def text():
    print("built")
    return "message"

assert True, text()
try:
    assert 1 > 2, text()
except AssertionError as e:
    print(e)
