"""What each stage costs, in instructions and cache misses per word, counted by callgrind on a build of `stage_bench`.

    python stages.py BUILD [--count N] [--functions N] [--json FILE] [--docs]

Counts do not depend on what else the machine does: two runs of one program differ by hundredths of a per cent, so that a
small change shows.
Caches are simulated, 48 KB and 2 MB, for the same reason.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import articles
import output

MODEL = output.ROOT / "python/pullquote/models/en.pqm"
# One core's caches of a common server, on whatever machine this runs.
CACHES = ["--cache-sim=yes", "--D1=49152,12,64", "--LL=2097152,16,64"]
Counts = dict[str, int]  # by callgrind's names of events: Ir, D1mr, …


def write_articles(path: Path, count: int) -> None:
    """The made articles that are counted."""
    with path.open("w", encoding="utf8") as file:
        file.writelines(json.dumps({"text": article["text"]}) + "\n" for article in articles.generate(count))


def parse_dumps(lines: list[str]) -> dict[str, Counts]:
    """The counts of each stage, summed over callgrind's dumps with its name."""
    stages: dict[str, Counts] = {}
    events: list[str] = []
    stage = ""
    for line in lines:
        if line.startswith("events:"):
            events = line.split()[1:]
        elif line.startswith("desc: Trigger:"):
            found = re.fullmatch(r"desc: Trigger: Client Request: (\w+)", line)
            stage = found[1] if found else ""
        elif line.startswith("totals:") and stage:
            sums = stages.setdefault(stage, dict.fromkeys(events, 0))
            for event, number in zip(events, line.split()[1:], strict=False):
                sums[event] += int(number)
            stage = ""
    return stages


def count(program: Path, path: Path, *, model: Path = MODEL, caches: bool = True) -> dict[str, Any]:
    """The words, the checksum of the answers, and the counts of each stage on these articles."""
    with tempfile.TemporaryDirectory() as folder:
        dumps = Path(folder) / "dumps"
        command = ["valgrind", "--tool=callgrind", "--combine-dumps=yes", f"--callgrind-out-file={dumps}"]
        if caches:
            command += CACHES
        run = subprocess.run([*command, str(program), str(model), str(path)], capture_output=True, text=True)
        if run.returncode != 0:
            raise RuntimeError(f"{program} under callgrind: {run.stderr[-2000:]}")
        said = dict(line.split() for line in run.stdout.splitlines())
        stages = parse_dumps(dumps.read_text(encoding="utf8", errors="replace").splitlines())
    if not stages:
        raise RuntimeError(f"{program} was built without valgrind's headers, so that it marks no stages")
    return {"words": int(said["words"]), "answers": said["answers"], "stages": stages}


def misses(counts: Counts, level: int) -> int:
    """Misses of the first cache (of data) or of the second (of anything)."""
    events = ("D1mr", "D1mw") if level == 1 else ("ILmr", "DLmr", "DLmw")
    return sum(counts[event] for event in events)


def show(counted: dict[str, Any]) -> str:
    """The table: instructions, share and misses per word for each stage and for all."""
    words, stages = counted["words"], counted["stages"]
    total: Counts = {}
    for counts in stages.values():
        for event, number in counts.items():
            total[event] = total.get(event, 0) + number
    rows = []
    for name, counts in [*stages.items(), ("all", total)]:
        caches = [f"{misses(counts, level) / words:.1f}" for level in (1, 2)] if "D1mr" in counts else []
        rows.append([name, f"{counts['Ir'] / words:,.0f}", f"{counts['Ir'] / total['Ir']:.1%}", *caches])
    head = ["stage", "instructions per word", "share", "misses of 48 KB per word", "misses of 2 MB per word"]
    return output.table(head[: len(rows[0])], rows)


def main() -> int:
    """Counts and prints; returns the exit status."""
    parser = output.parser_of(__doc__)
    parser.add_argument("build", type=Path, help="a folder that CMake built stage_bench in")
    parser.add_argument("--count", type=int, default=20, help="how many articles to make (20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_articles(path, options.count)
        counted = count(options.build / "cpp/bench/stage_bench", path)
    text = f"{show(counted)}\n\n{options.count} made articles, {counted['words']:,} words."
    output.publish("stages", counted, text, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
