"""A random sample of mutants: `make mutants SEED=1 N=200`."""

import argparse
import os
import queue
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tools import command
from tools.dev_services import dev_services
from tools.mutants import accepted, covering, mutations
from tools.mutants.covering import Measured
from tools.mutants.mutations import Mutant
from tools.mutants.pool import Fate, Result, Worker

ROOT = Path(__file__).parents[2]
GOAL = 0.9
_PROOF = 20


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="repeats the sample of a run")
    parser.add_argument("-n", type=int, default=200, help="how many mutants (200)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many at a time (a core each)")
    parser.add_argument("--var", type=Path, default=ROOT / "var" / "mutants", help="where measurements and reports go")
    parser.add_argument("only", nargs="*", help="mutate these files only")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    known = set(accepted.read(ROOT))
    sample = list(_sample(options.seed, options.n, options.only))
    left = [mutant for mutant in sample if mutant.key() not in known]
    measured = covering.measure(ROOT, options.var, options.workers)
    began = time.monotonic()
    results = list(_run(left, measured, options.workers))
    report = _report(options.seed, results, len(sample) - len(left), time.monotonic() - began)
    file = options.var / f"seed-{options.seed}.md"
    file.write_text(report)
    print(f"\n{report}\n{file}")
    return 0 if _score(results) >= GOAL else 1


def _sample(seed: int, count: int, only: Sequence[str]) -> Iterator[Mutant]:
    """A sample of `count` mutants that compile, always the same for the same seed and sources."""
    paths = mutations.paths(ROOT)
    if unknown := set(only) - set(paths):
        raise command.Problem(f"not among the files that are mutated: {', '.join(sorted(unknown))}")
    found = [mutant for path in only or paths for mutant in mutations.mutants(ROOT, path)]
    random.Random(seed).shuffle(found)  # noqa: S311
    for mutant in found:
        if count and mutant.compiles():
            count -= 1
            yield mutant


def _run(mutants: Sequence[Mutant], measured: Measured, workers: int) -> Iterator[Result]:
    """Run the mutants; yields results as they come in, and prints a line of progress for each."""
    memory = Path("/dev/shm")  # noqa: S108  a directory of our own is made in it
    with (
        tempfile.TemporaryDirectory(prefix="ihome-mutants-", dir=memory if memory.is_dir() else None) as directory,
        dev_services(Path(directory) / "var") as running,
        ThreadPoolExecutor(workers) as threads,
    ):
        servers = running.database_url, running.redis_url
        idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for number in range(workers):
            worker = Worker(ROOT, Path(directory), servers, number, workers)
            _prove(worker, measured)
            idle.put(worker)

        def run(mutant: Mutant) -> Result:
            worker = idle.get()
            try:
                return worker.run(mutant, measured)
            finally:
                idle.put(worker)

        began = time.monotonic()
        fates: Counter[bool] = Counter()
        for done in as_completed([threads.submit(run, mutant) for mutant in mutants]):
            result = done.result()
            fates[result.fate.noticed] += 1
            seconds = (time.monotonic() - began) / fates.total() * (len(mutants) - fates.total())
            print(
                f"{fates.total():4}/{len(mutants)}  killed {fates[True]}, survived {fates[False]}, "
                f"{seconds / 60:.0f} min to go  {result.fate.value} {_where(result.mutant)}",
                flush=True,
            )
            yield result


def _prove(worker: Worker, measured: Measured) -> None:
    """Raises Problem if tests fail on the copy without any mutant: every mutant would then seem to be killed."""
    quick = sorted(measured.seconds, key=lambda test: measured.seconds[test])[-20 * _PROOF :: _PROOF]
    fate, by = worker.tests(quick, measured)
    if fate is not Fate.SURVIVED:
        raise command.Problem(f"tests fail in a copy of the repository without any mutant, the first is {by}")


def _where(mutant: Mutant) -> str:
    return f"{mutant.place.path}:{mutant.place.line} {mutant.place.function}"


def _score(results: Sequence[Result]) -> float:
    return sum(result.fate.noticed for result in results) / len(results) if results else 1.0


def _report(seed: int, results: Sequence[Result], accepted_count: int, seconds: float) -> str:
    fates = Counter(result.fate for result in results)
    killed = sum(result.fate.noticed for result in results)
    lines = [
        f"# Mutants, seed {seed}",
        "",
        f"{len(results) + accepted_count} mutants in {seconds / 60:.1f} minutes.",
        f"Not counted: {accepted_count} that change nothing visible ({accepted.DOCUMENT}).",
        f"Killed: {killed} of {len(results)} ({fates[Fate.TIMED_OUT]} by a time-out), {_score(results):.1%}.",
        "",
        "Survivors:" if killed < len(results) else "No survivors.",
    ]
    for result in results:
        if not result.fate.noticed:
            lines += ["", _where(result.mutant), *(f"    {line}" for line in result.mutant.diff())]
            lines += [f"    {_tests(result.tests)}", f"    {accepted.entry(result.mutant.key())}"]
    return "\n".join(lines)


def _tests(tests: Iterable[str]) -> str:
    files = Counter(test.partition("::")[0] for test in tests)
    return "ran: " + (", ".join(f"{count} of {file}" for file, count in files.most_common()) or "no test covers it")


if __name__ == "__main__":
    sys.exit(command.run(main))
