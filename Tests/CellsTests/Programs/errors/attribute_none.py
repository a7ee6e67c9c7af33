def find():
    return None

find().shape
