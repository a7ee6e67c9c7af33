#!/usr/bin/env python3
"""How long it takes until a prompt accepts input: cnb and IPython in turn, each on a pseudo-terminal of its own.

A turn types `1+1` and Enter as soon as the process is started, and ends when `Out[1]: 2` shows. Pairs of programs take
turns, so that what else the machine does meets both alike.
"""
import argparse, fcntl, os, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]")


def turn(command, home, limit=60):
    """Seconds from the start of the process to the answer."""
    terminal, child_end = pty.openpty()
    fcntl.ioctl(child_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {
        "HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
        "IPYTHONDIR": os.path.join(home, "ipython"), "XDG_STATE_HOME": os.path.join(home, "state"),
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=child_end, stdout=child_end, stderr=child_end, env=environment, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0), cwd=home)
    os.close(child_end)
    seen, asked = b"", False
    try:
        while time.perf_counter() - start < limit:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            seen += data
            # Programs may ask where the cursor is, and wait for the answer.
            for _ in range(data.count(b"\x1b[6n")):
                os.write(terminal, b"\x1b[1;1R")
            text = ESCAPES.sub(b"", seen)
            # What is typed before a program has set its terminal up may be thrown away: so at the prompt.
            if not asked and b"In [1]:" in text:
                asked = True
                os.write(terminal, b"1+1\r")
            if re.search(rb"Out\[1\]: ?2", text):
                return time.perf_counter() - start
        raise SystemExit(f"{command[0]}: no answer; it showed {ESCAPES.sub(b'', seen)[-500:]!r}")
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        os.close(terminal)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cnb", default=os.path.join(ROOT, ".build/release/cnb"), help="the program")
    parser.add_argument("--ipython", default="ipython", help="IPython, as a command or a path")
    parser.add_argument("--turns", type=int, default=20)
    arguments = parser.parse_args()

    programs, missing = [], []
    for name, path in [("cnb", arguments.cnb), ("IPython", arguments.ipython)]:
        found = shutil.which(path)
        if found:
            programs.append((name, os.path.abspath(found)))
        else:
            missing.append((name, path))
    for name, path in missing:
        print(f"{name} is missing: there is no {path}", file=sys.stderr)
    if not programs:
        sys.exit(1)

    times = {name: [] for name, _ in programs}
    with tempfile.TemporaryDirectory() as home:
        for name, path in programs:
            turn([path], home)  # the first one makes folders, and brings files into memory
        for _ in range(arguments.turns):
            for name, path in programs:
                times[name].append(turn([path], home))

    print(f"{'prompt ready':14}{'median':>12}{'fastest':>12}{'slowest':>12}   {arguments.turns} turns each")
    for name, _ in programs:
        values = times[name]
        cells = "".join(f"{value * 1000:9.1f} ms" for value in (statistics.median(values), min(values), max(values)))
        print(f"{name:14}{cells}")
    if len(programs) == 2:
        share = statistics.median(times["cnb"]) / statistics.median(times["IPython"])
        print(f"cnb takes {share:.3f} of IPython's time")


main()
