"""Convolution and pooling, here and in the peers, workload by workload, round by round."""
import statistics, sys

from measuring import workloads
from measuring.servers import OURS, Server, start_peers

PEAK_OPERATIONS, READ_BYTES = 1e10, 2 ** 29


def say(text):
    print(text, file=sys.stderr, flush=True)


def start(runner, threads):
    server = Server(OURS, [runner, str(threads)], threads)
    if not server.is_ready():
        raise SystemExit(f"{runner}: {server.reason}")
    return server


def measure(results, quiet, options, groups):
    """`groups`: any of "kernels" (convolution), "pooling", "training"."""
    asked = {"kernels": workloads.convolutions, "pooling": workloads.poolings, "training": workloads.trainings}
    for threads in options.threads:
        ours = start(options.runner, threads)
        peers, missing = start_peers(options.venvs, threads)
        results.missing.update(missing)
        for server in peers:
            results.versions[server.name] = server.version
        results.versions[OURS] = f"this checkout; the loop for the peak uses {ours.version}"
        for name, reason in missing.items():
            say(f"{name} is missing: {reason}")
        measure_peak(results, quiet, options, ours, threads)
        for group in groups:
            for workload in asked[group]():
                measure_workload(results, quiet, options, [ours, *peers], group, workload, threads)
        measure_peak(results, quiet, options, ours, threads)
        for server in [ours, *peers]:
            server.close()


def measure_peak(results, quiet, options, server, threads):
    for operation, dtype, work in (("peak", "f64", PEAK_OPERATIONS), ("peak", "f32", PEAK_OPERATIONS),
                                   ("read", "f64", READ_BYTES)):
        answers = [quiet.ask(server, (operation, "-", dtype), max(0.3, options.seconds)) for _ in range(3)]
        if any(answer is None for answer, _ in answers):
            continue
        record(results, ("peak", operation, dtype, threads, OURS), answers, work)
        say(f"{operation} {dtype} {threads}: {work / results.rows[-1].value / 1e9:.1f} G/s")


def measure_workload(results, quiet, options, servers, group, workload, threads):
    request = workload.operation, workload.shape, workload.dtype
    answers = {server.name: [] for server in servers}
    able = list(servers)
    for _ in range(options.rounds):
        for server in list(able):
            answer, share = quiet.ask(server, request, options.seconds)
            if answer:
                answers[server.name].append((answer, share))
            else:
                able.remove(server)
    line = []
    for server in servers:
        if server.has_ended:
            fail(results, server)
        if answers[server.name]:
            key = group, workload.label, workload.dtype, threads, server.name
            record(results, key, answers[server.name], workload.work)
            line.append(f"{server.name} {results.rows[-1].value * 1e3:.4g}")
        elif server.name == OURS:
            say(f"{OURS}: {workload.label} {workload.dtype}: {server.reason}")
    say(f"{workload.label} {workload.dtype} {threads}: {', '.join(line)} ms")


def fail(results, server):
    """A program that ended is started again, a few times."""
    failure = f"{server.name} {server.reason}"
    if failure not in results.failures:
        results.failures.append(failure)
        say(failure)
    server.revive()


def record(results, key, answers, work):
    results.add(
        *key, "s", samples=[answer.median for answer, _ in answers],
        best=min(answer.fastest for answer, _ in answers), work=work,
        processors=statistics.median(answer.processors for answer, _ in answers),
        disturbance=max(share for _, share in answers))


def measure_batches(results, quiet, options):
    """How a convolution's time grows with the number of images."""
    threads = max(options.threads)
    server = start(options.runner, threads)
    for batch, workload in workloads.batches():
        request = workload.operation, workload.shape, workload.dtype
        answers = [quiet.ask(server, request, options.seconds) for _ in range(min(3, options.rounds))]
        if any(answer is None for answer, _ in answers):
            say(f"{OURS}: {workload.label} of {batch}: {server.reason}")
            if server.has_ended:
                fail(results, server)
            continue
        record(results, ("batches", f"{workload.label} of {batch}", workload.dtype, threads, OURS), answers, workload.work)
        say(f"{workload.label} of {batch} {workload.dtype}: {results.rows[-1].value / batch * 1e6:.1f} us an image")
    server.close()
