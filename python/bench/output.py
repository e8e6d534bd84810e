"""What every benchmark does with its results: print the table, write JSON, and bring docs/benchmarks.md up to date."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/benchmarks.md"


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser of the options that all benchmarks have."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", help="write the results here (build/bench/NAME.json)")
    parser.add_argument("--docs", action="store_true", help="also put the table into docs/benchmarks.md")
    return parser


def machine() -> dict[str, Any]:
    """What the figures were measured on, and how busy it was then."""
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {"cpu": model or platform.processor(), "cores": cores, "python": platform.python_version(), "load": load}


def describe(where: dict[str, Any]) -> str:
    """The machine in a line."""
    load = "" if where["load"] is None else f"; load average at the end {where['load']:.1f}"
    return f"{where['cpu']}, {where['cores']} cores, Python {where['python']}{load}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def publish(name: str, results: Any, text: str, options: argparse.Namespace) -> None:
    """Prints the text, and writes the results and where they were measured as JSON; into the page too, if asked for."""
    where = machine()
    text = f"{text}\n\n{describe(where)}."
    print(text)
    path = Path(options.json) if options.json else ROOT / "build/bench" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": where, "results": results}, indent=2) + "\n", encoding="utf8")
    if options.docs:
        PAGE.write_text(replace(PAGE.read_text(encoding="utf8"), name, text), encoding="utf8")


def replace(page: str, name: str, text: str) -> str:
    """The page with another text between its marks of that name."""
    first, last = f"<!-- bench: {name} -->\n", "<!-- end -->\n"
    before, found, rest = page.partition(first)
    _, ended, after = rest.partition(last)
    if not found or not ended:
        raise ValueError(f"{PAGE.name} has no place for the benchmark {name!r}: {first.strip()} … {last.strip()}")
    return f"{before}{first}\n{text}\n\n{last}{after}"
