"""A program at a pseudo-terminal: types, and keeps what was printed."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_=>]|[\r\x00\x07]")


class Terminal:
    def __init__(self, arguments, folder, environment, columns=100, rows=40):
        self.output = ""
        self._bytes = b""
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.is_over = False

    def type(self, text):
        data = text.encode()
        while data:
            try:
                data = data[os.write(self._descriptor, data):]
            except OSError:
                self.is_over = True
                return

    def read(self, seconds):
        """Takes in what is printed within a time, at least once."""
        deadline = time.monotonic() + seconds
        while not self.is_over:
            ready, _, _ = select.select([self._descriptor], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return
            try:
                data = os.read(self._descriptor, 65536)
            except OSError:
                data = b""
            if not data:
                self.is_over = True
                return
            self._bytes += data
            self.output = ESCAPES.sub("", self._bytes.decode("utf-8", "replace"))

    def wait(self, text, seconds=30, start=0):
        """Waits until a text (or one of several) is printed; gives its place."""
        texts = [text] if isinstance(text, str) else text
        deadline = time.monotonic() + seconds
        while True:
            for text in texts:
                if text in self.output[start:]:
                    return self.output.index(text, start)
            if self.is_over or time.monotonic() > deadline:
                raise AssertionError(f"waited for {texts}, saw:\n{self.output[-2000:]}")
            self.read(0.05)

    def kill(self):
        os.kill(self.process, signal.SIGKILL)
        # What it printed before that is still there.
        self.read(0.2)
        self.end()

    def end(self):
        os.close(self._descriptor)
        self.is_over = True
        return os.waitpid(self.process, 0)[1]
