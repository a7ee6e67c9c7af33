divmod(5, 0)
