try:
    print("body")
finally:
    print("cleanup")
    undefined_name_here
