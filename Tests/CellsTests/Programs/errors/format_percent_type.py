print("%d" % "three")
