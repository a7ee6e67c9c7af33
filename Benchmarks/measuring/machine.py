"""Where and when it was measured."""
import datetime, os, platform, subprocess


def output(*command, folder=None):
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def field(path, name):
    try:
        with open(path) as file:
            for line in file:
                if line.startswith(name):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return ""


def describe(root):
    """Pairs of a name and a text."""
    processor = field("/proc/cpuinfo", "model name") or output("sysctl", "-n", "machdep.cpu.brand_string")
    family, model = field("/proc/cpuinfo", "cpu family"), field("/proc/cpuinfo", "model\t")
    kind = f", family {family}, model {model}" if family else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    commit = output("git", "rev-parse", "--short", "HEAD", folder=root)
    if commit and output("git", "status", "--porcelain", "--untracked-files=no", folder=root):
        commit += ", with changes"
    yield "date", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    yield "processor", f"{processor or platform.machine()}{kind}, {os.cpu_count()} processors"
    yield "memory", f"{memory:.0f} GiB"
    yield "system", f"{platform.system()} {platform.release()}"
    yield "compiler", output("swift", "--version").split("\n")[0]
    yield "commit", commit or "unknown"
    if hasattr(os, "getloadavg"):
        yield "load before it began", f"{os.getloadavg()[0]:.2f}"
