"""What the first answer costs, as far as it is not a matter of time: what is imported, and how the model is in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from pullquote.extractor import SHIPPED_MODEL

HEAVY = {"typing", "re", "json", "datetime", "argparse", "asyncio", "concurrent.futures", "logging", "inspect", "tqdm"}


def run(program: str) -> str:
    command = [sys.executable, "-I", "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_import_is_light() -> None:
    found = run("import sys; before = set(sys.modules); import pullquote; print(*set(sys.modules) - before)").split()
    assert HEAVY.isdisjoint(found)
    # What is ours is what `pullquote` gives out at once, and no more.
    assert sorted(name for name in found if name.startswith("pullquote")) == [
        "pullquote",
        "pullquote._core",
        "pullquote._deferred",
        "pullquote.errors",
        "pullquote.extractor",
    ]


def test_the_first_extraction_imports_nothing_heavy() -> None:
    program = """
import sys, pullquote
before = set(sys.modules)
pullquote.extract("Mayor Ana Ruiz said: “No.”")
print(*set(sys.modules) - before)
"""
    assert (HEAVY - {"datetime"}).isdisjoint(run(program).split())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_model_is_mapped_and_shared() -> None:
    # Mapped from the file and never written to: the kernel has its pages once for all processes, and may drop them.
    program = f"""
import json, pullquote
one, two = pullquote.Extractor(), pullquote.Extractor()
one.extract("Mayor Ana Ruiz said: “No.”")
found = []
with open("/proc/self/smaps") as file:
    for line in file:
        name, _, rest = line.partition(":")
        if "-" in name.split(" ")[0]:
            of_model = line.rstrip().endswith({SHIPPED_MODEL!r})
            if of_model:
                found.append({{"rights": line.split()[1]}})
        elif of_model and rest.endswith("kB\\n"):
            found[-1][name] = int(rest.split()[0])
print(json.dumps(found))
"""
    mappings = json.loads(run(program))
    assert len(mappings) == 2  # one for each extractor
    for mapping in mappings:
        assert mapping["rights"] == "r--p"
        assert mapping["Size"] * 1024 >= os.path.getsize(SHIPPED_MODEL)
        assert mapping["Anonymous"] == 0  # pages of its own


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_extractor_has_little_memory_of_its_own() -> None:
    # What is not the mapped file is its own in each process: it must stay small beside the model.
    program = """
import pullquote
def anonymous():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("RssAnon"))
pullquote.Extractor()
before = anonymous()
kept = [pullquote.Extractor() for _ in range(10)]
print((anonymous() - before) // 10)
"""
    assert int(run(program)) < 1024  # KB
