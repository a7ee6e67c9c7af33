for text in ["12", "x", None, [1]]:
    try:
        print(int(text))
    except ValueError as e:
        print("ValueError:", e)
    except (TypeError, KeyError) as e:
        print(type(e).__name__ + ":", e)
