"""The configuration of cibuildwheel: what it says is valid, and builds for every Python, system and processor that is promised."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parent.parent.parent
PYTHONS = {"cp310", "cp311", "cp312", "cp313", "cp314", "cp314t"}
PLATFORMS = {
    "linux": {"manylinux_x86_64", "manylinux_aarch64"},
    "macos": {"macosx_x86_64", "macosx_arm64"},
    "windows": {"win_amd64", "win_arm64"},
}

cibuildwheel = pytest.importorskip("cibuildwheel", reason="cibuildwheel needs a later Python")


@pytest.fixture(scope="module")
def settings() -> Any:
    tomllib = pytest.importorskip("tomllib", reason="tomllib came with Python 3.11")
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["cibuildwheel"]


def test_settings_are_valid(settings: Any) -> None:
    schema = Path(cibuildwheel.__file__).parent / "resources" / "cibuildwheel.schema.json"
    jsonschema.validate(settings, json.loads(schema.read_text(encoding="utf-8")))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_promised_wheel_is_built_and_no_other(platform: str) -> None:
    command = [sys.executable, "-m", "cibuildwheel", "--print-build-identifiers", "--platform", platform]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert sorted(printed) == sorted(f"{python}-{kind}" for python in PYTHONS for kind in PLATFORMS[platform])


def test_pythons_are_those_that_the_package_names() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = {f"cp3{minor}" for minor in re.findall(r'"Programming Language :: Python :: 3\.(\d+)"', text)}
    assert named == {python for python in PYTHONS if not python.endswith("t")}
