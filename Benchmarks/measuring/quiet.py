"""Whether anything else ran while something was measured."""
import os, time

MOST = 0.08  # of one processor
TICK = os.sysconf("SC_CLK_TCK")


def busy(process=None):
    """Seconds that all processors were busy, the machine's host included, or that a process was; None if unknown."""
    try:
        if process is None:
            with open("/proc/stat") as file:
                user, nice, system, _, _, interrupt, soft, steal = map(int, file.readline().split()[1:9])
            return (user + nice + system + interrupt + soft + steal) / TICK
        with open(f"/proc/{process}/stat") as file:
            values = file.read().rsplit(")", 1)[1].split()
        return (int(values[11]) + int(values[12])) / TICK
    except OSError:
        return None


class Quiet:
    """Measures again what was disturbed: three times at most, and no longer than `patience` seconds in a run."""

    def __init__(self, patience):
        self.patience, self.repeated, self.disturbed = patience, 0, 0

    def ask(self, server, request, seconds):
        """The answer that was disturbed least, and by how much of one processor."""
        best, least = None, None
        for attempt in range(4):
            begin, all_before, own_before = time.monotonic(), busy(), busy(server.process.pid)
            answer = server.ask(*request, seconds)
            if answer is None:
                return None, 0.0
            taken = time.monotonic() - begin
            share = 0.0
            if all_before is not None and own_before is not None:
                others = (busy() - all_before) - (busy(server.process.pid) - own_before)
                # Clocks tick a hundred times a second.
                share = max(0.0, others - 2 / TICK) / taken
            if least is None or share < least:
                best, least = answer, share
            if share <= MOST or self.patience <= 0 or attempt == 3:
                break
            self.repeated += 1
            self.patience -= taken + 0.5
            time.sleep(0.5)
        self.disturbed += least > MOST
        return best, least
