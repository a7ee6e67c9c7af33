"""Loops over Python's own numbers and lists, timed. CPython runs this text, and so does cnb.

Prints a line for each function: its name, the median of its times in seconds, and its answer, which has to be the same.
"""
import time


def empty_loop(n):
    for i in range(n):
        pass
    return n


def sum_of_floats(n):
    total = 0.0
    for i in range(n):
        total = total + i * 2.0
    return total


def sum_of_integers(n):
    total = 0
    for i in range(n):
        for j in range(n):
            total += i * j % 7
    return total


def longest_collatz(n):
    longest = 0
    for start in range(1, n):
        number = start
        steps = 0
        while number != 1:
            if number % 2 == 0:
                number = number // 2
            else:
                number = 3 * number + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def primes_below(n):
    prime = [True] * n
    count = 0
    for i in range(2, n):
        if prime[i]:
            count += 1
            for multiple in range(i * i, n, i):
                prime[multiple] = False
    return count


def mandelbrot(n):
    total = 0
    for row in range(n):
        for column in range(n):
            re = column / n * 3 - 2
            im = row / n * 2 - 1
            x = 0.0
            y = 0.0
            steps = 0
            while x * x + y * y < 4 and steps < 50:
                x, y = x * x - y * y + re, 2 * x * y + im
                steps += 1
            total += steps
    return total


def product_of_lists(n):
    a = [[float(i * j % 7) for j in range(n)] for i in range(n)]
    c = [[0.0] * n for i in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * a[k][j]
            c[i][j] = total
    return c[1][2]


def sorted_by_insertion(n):
    numbers = [i * 7919 % 1009 for i in range(n)]
    for i in range(1, n):
        number = numbers[i]
        j = i
        while j > 0 and numbers[j - 1] > number:
            numbers[j] = numbers[j - 1]
            j -= 1
        numbers[j] = number
    return numbers[n // 2]


def report(name, work):
    answer = work()
    times = []
    for turn in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(name, sorted(times)[2], repr(answer), sep="\t", flush=True)


report("empty loop", lambda: empty_loop(300000))
report("sum of floats", lambda: sum_of_floats(200000))
report("sum of integers", lambda: sum_of_integers(400))
report("Collatz", lambda: longest_collatz(5000))
report("Fibonacci, recursive", lambda: fibonacci(22))
report("sieve of primes", lambda: primes_below(200000))
report("Mandelbrot", lambda: mandelbrot(60))
report("product of lists", lambda: product_of_lists(60))
report("insertion sort", lambda: sorted_by_insertion(600))
