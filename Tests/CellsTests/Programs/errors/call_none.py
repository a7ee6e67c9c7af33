def build():
    pass

build()()
