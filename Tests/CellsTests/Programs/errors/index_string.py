"abc"[3]
