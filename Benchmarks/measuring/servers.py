"""Programs that answer requests: the kernels of this project and its peers, each a process on processors of its own."""
import os, select, subprocess, tempfile, time
from typing import NamedTuple

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OURS = "ConvNotebook"

# Name, virtual environment, script, further arguments.
PEERS = [
    ("PyTorch", "torch", "pytorch_layers.py", ["channels-first"]),
    ("PyTorch, channels last", "torch", "pytorch_layers.py", ["channels-last"]),
    ("TensorFlow", "tf", "tensorflow_layers.py", []),
    ("JAX", "jax", "jax_layers.py", []),
    ("ONNX Runtime", "jax", "onnx_layers.py", []),
    ("NumPy im2col", "numpy", "numpy_im2col.py", []),
    ("NumPy im2col, AVX-512", "numpy", "numpy_im2col.py", []),
    ("NumPy loops", "numpy", "numpy_loops.py", []),
]
PYTORCH = ("PyTorch", "PyTorch, channels last")


class Answer(NamedTuple):
    median: float
    fastest: float
    processors: float


class Server:
    """A process that may run on `threads` processors, and is told to use as many."""

    def __init__(self, name, command, threads, **variables):
        self.name, self.version, self.reason, self.restarts = name, "", None, 3
        self._command, self._threads = command, threads
        self._environment = {**os.environ, **variables}
        self._start()

    def _start(self):
        def pin():
            if hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-self._threads:])

        self._buffer, self._errors = b"", tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, bufsize=0,
            env=self._environment, preexec_fn=pin)

    def revive(self):
        """Starts it again if it has ended, a few times."""
        if self.has_ended and self.restarts > 0:
            self.restarts -= 1
            self._start()
            self.is_ready()

    def is_ready(self):
        """Waits until it is, or says why it never will be."""
        words = self._line(120).split(None, 1)
        if words[:1] == ["ready"]:
            self.version = words[1] if len(words) > 1 else ""
            return True
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        self.reason = lines[-1] if lines else "it does not start"
        self.close()
        return False

    def ask(self, operation, shape, dtype, seconds, patience=300):
        """An Answer, or None and `reason` says why."""
        try:
            self.process.stdin.write(f"{operation} {shape} {dtype} {seconds}\n".encode())
        except OSError:  # it has ended
            return None
        words = self._line(patience).split()
        if len(words) == 3 and words[0] != "none":
            return Answer(*map(float, words))
        if words:
            self.reason = " ".join(words[1:])
            return None
        try:
            self.process.wait(1)
            what = "ended"
        except subprocess.TimeoutExpired:
            what = f"gave no answer within {patience} s"
            self.close()
        self.reason = f"{what} at {operation} {shape} {dtype}"
        return None

    def _line(self, patience):
        """The next line, or nothing if none comes in time."""
        end = time.monotonic() + patience
        while b"\n" not in self._buffer:
            if not select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                return ""
            read = os.read(self.process.stdout.fileno(), 65536)
            if not read:
                return ""
            self._buffer += read
        line, self._buffer = self._buffer.split(b"\n", 1)
        return line.decode()

    @property
    def has_ended(self):
        return self.process.poll() is not None

    def close(self):
        self.process.kill()
        self.process.wait()


def start_peers(venvs, threads):
    """The servers that are ready, and why others are not: {name: reason}."""
    servers, missing = [], {}
    for name, environment, script, arguments in PEERS:
        python = os.path.join(venvs, environment, "bin", "python") if venvs else None
        variables = {}
        if name.endswith("AVX-512"):
            variables["OPENBLAS_CORETYPE"] = "SKYLAKEX"
            if not has_avx512():
                missing[name] = "this processor has no AVX-512"
                continue
        if not python or not os.path.exists(python):
            missing[name] = f"no {environment}/bin/python" if python else "--venvs does not say where it is"
            continue
        command = [python, os.path.join(HERE, "peers", script), str(threads), *arguments]
        servers.append(Server(name, command, threads, **variables))
    ready = [server for server in servers if server.is_ready()]
    missing.update({server.name: server.reason for server in servers if server not in ready})
    return ready, missing


def has_avx512():
    try:
        with open("/proc/cpuinfo") as file:
            return "avx512f" in file.read()
    except OSError:
        return False
