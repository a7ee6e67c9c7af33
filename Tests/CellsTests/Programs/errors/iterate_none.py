[x for x in None]
