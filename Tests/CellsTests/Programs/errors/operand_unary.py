print(-[1])
