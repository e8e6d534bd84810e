"""Whether a build needs more instructions than an older one did: the gate of a change that should cost nothing.

    python gate.py OLD NEW [--count N] [--tolerance PERCENT] [--json FILE]

OLD and NEW are folders that CMake built stage_bench in. Both read the same made articles under callgrind, each with the
model of its own checkout. Fails where all stages together, or a stage that is a hundredth of it or more, need
more instructions per word than OLD by more than the tolerance. Where code and model are
the same, counts differ by hundredths of a per cent.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import output
from stages import MODEL, count, write_articles


def judge(old: dict[str, Any], new: dict[str, Any], tolerance: float) -> tuple[list[list[str]], list[str]]:
    """The rows of the table, and the stages that became too dear."""
    costs = [
        {name: counts["Ir"] / counted["words"] for name, counts in counted["stages"].items()} for counted in (old, new)
    ]
    for cost in costs:
        cost["all"] = sum(cost.values())
    before, after = costs
    rows, dear = [], []
    for name, now in after.items():
        was = before.get(name)
        if was is None:
            rows.append([name, "", f"{now:,.0f}", "new"])
            continue
        change = now / was - 1
        rows.append([name, f"{was:,.0f}", f"{now:,.0f}", f"{change:+.2%}"])
        if change > tolerance and now >= 0.01 * after["all"]:
            dear.append(name)
    return rows, dear


def model_of(build: Path) -> Path:
    """The shipped model of the checkout that a folder was built from."""
    cache = build / "CMakeCache.txt"
    if cache.exists():
        for line in cache.read_text(encoding="utf8").splitlines():
            if line.startswith("CMAKE_HOME_DIRECTORY:"):
                return Path(line.split("=", 1)[1]) / MODEL.relative_to(output.ROOT)
    return MODEL


def main() -> int:
    """Counts both and compares; returns 1 where something became dearer."""
    parser = output.parser_of(__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--count", type=int, default=10, help="how many articles to make (10)")
    parser.add_argument("--tolerance", type=float, default=2, help="percent that a stage may become dearer (2)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_articles(path, options.count)
        old, new = (
            count(build / "cpp/bench/stage_bench", path, model=model_of(build), caches=False)
            for build in (options.old, options.new)
        )
    rows, dear = judge(old, new, options.tolerance / 100)
    text = output.table(["stage", "instructions per word, old", "new", "change"], rows)
    if old["answers"] != new["answers"]:
        text += "\n\nThe two give different answers: part of the change may be what they find."
    output.publish("gate", {"old": old, "new": new, "dearer": dear}, text, options)
    if dear:
        print(f"gate: dearer by more than {options.tolerance:g} %: {', '.join(dear)}", file=sys.stderr)
    return 1 if dear else 0


if __name__ == "__main__":
    sys.exit(main())
