"""What it takes until the first answer: `import pullquote`, the first extraction, the model, and whose its pages are.

    python startup.py [--rounds N] [--json FILE] [--docs]

Each figure is the median of fresh processes, in milliseconds of CPU time, which a busy machine changes least.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

import output
from systems import SAMPLE

PROGRAM = """
import time
start = time.process_time()
import pullquote
imported = time.process_time()
first = pullquote.extract({sample!r})
extracted = time.process_time()
pullquote.extract({sample!r})
again = time.process_time()
pullquote.Extractor()
loaded = time.process_time()
assert first.quotes and first.entities
import json, sys
print(json.dumps({{
    "python until the first line": start,
    "import pullquote": imported - start,
    "first extraction, the model's loading included": extracted - imported,
    "the same extraction again": again - extracted,
    "loading the model once more": loaded - again,
}}))
"""
LIMITS = {
    "import pullquote": 30.0,
    "first extraction, the model's loading included": 50.0,
    "loading the model once more": 50.0,
}

WAITING = """
import sys
import pullquote
pullquote.extract({sample!r})
print("ready", flush=True)
sys.stdin.read()
"""


def measure(rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each step in each round; the first round, which brings files into memory, is not among them."""
    found: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        program = PROGRAM.format(sample=SAMPLE)
        answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
        for step, seconds in json.loads(answer).items():
            if number > 0:
                found.setdefault(step, []).append(seconds * 1000)
    return found


def model_pages(pid: int) -> dict[str, float]:
    """The kilobytes of the mapped model that a process shares and has to itself; nothing where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps").read_text(encoding="utf8").splitlines()
    except OSError:
        return {}
    # A file that was just installed is dirty until it is on the disk, although nobody writes to the mapping.
    parts = ("Shared_Clean", "Shared_Dirty", "Private_Clean", "Private_Dirty")
    found = dict.fromkeys(("Rss", *parts), 0.0)
    of_model = False
    for line in lines:
        name, _, rest = line.partition(":")
        if "-" in name.split(" ")[0]:
            of_model = line.endswith("en.pqm")
        elif of_model and name in found:
            found[name] += int(rest.split()[0])
    return found


def shared_pages() -> dict[str, float]:
    """The pages of the model in one of two processes that both have it loaded."""
    command = [sys.executable, "-c", WAITING.format(sample=SAMPLE)]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for process in processes:
            assert process.stdout is not None
            process.stdout.readline()
        return model_pages(processes[0].pid)
    finally:
        for process in processes:
            process.communicate()


def main() -> int:
    """Measures; returns 1 where a step takes longer than it may."""
    parser = output.parser_of(__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="fresh processes (20)")
    options = parser.parse_args()
    found = measure(options.rounds)
    rows = []
    for step, times in found.items():
        limit = f"{LIMITS[step]:.0f} ms" if step in LIMITS else ""
        rows.append([step, f"{statistics.median(times):.1f} ms", f"{min(times):.1f} to {max(times):.1f}", limit])
    text = output.table(["step", "CPU time, median", "lowest to highest", "at most"], rows)
    pages = shared_pages()
    if pages:
        shared = pages["Shared_Clean"] + pages["Shared_Dirty"]
        private = pages["Private_Clean"] + pages["Private_Dirty"]
        text += (
            f"\n\nOf the model's {pages['Rss']:,.0f} KB in memory, two processes share {shared:,.0f} KB "
            f"and each has {private:,.0f} KB to itself."
        )
    output.publish("startup", {"ms": found, "model_kb": pages}, text, options)
    return int(any(statistics.median(found[step]) > limit for step, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
