"""Reads a journal as docs/nothing-lost.md describes it, apart from the program that wrote it."""
import hashlib
import struct

HEADER = 33


class Journal:
    def __init__(self, data):
        self.path = None
        self.base = None
        self.text = b""
        self.drafts = {}
        self.labels = []
        self.whole = True
        if len(data) < HEADER:
            self.whole = False
            return
        assert data.startswith(b"cnb journal 1\nprocess "), data[:40]
        position, check = HEADER, bytes(16)
        while position < len(data):
            (count,) = struct.unpack_from("<q", data, position) if position + 8 <= len(data) else (-1,)
            contents = data[position + 24:position + 24 + count]
            check = hashlib.sha256(check + contents).digest()[:16]
            if count < 0 or len(contents) < count or data[position + 8:position + 24] != check:
                self.whole = False
                return
            self._add(contents)
            position += 24 + count

    def _add(self, contents):
        position = 0

        def number():
            nonlocal position
            position += 8
            return struct.unpack_from("<q", contents, position - 8)[0]

        def text():
            nonlocal position
            count = number()
            position += count
            return contents[position - count:position]

        def splice(old):
            kept, removed = number(), number()
            return old[:kept] + text() + old[kept + removed:]

        while position < len(contents):
            kind = contents[position]
            position += 1
            if kind == 1:
                self.path = text().decode()
            elif kind == 2:
                self.text = splice(self.text)
                self.labels.append(text().decode())
                number(), number()
            elif kind == 3:
                self.base = self.text
            elif kind == 4:
                cell = text().decode()
                self.drafts[cell] = splice(self.drafts.get(cell, b""))
                number()
            elif kind == 5:
                self.drafts.pop(text().decode(), None)
            else:
                raise ValueError(f"record {kind}")

    @property
    def is_unsaved(self):
        return self.text != (self.base or b"") or bool(self.drafts)
