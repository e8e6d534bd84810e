"""The stubs say what the package does."""

from __future__ import annotations

import subprocess
import sys
import typing
from importlib.util import find_spec
from pathlib import Path

import pullquote
import pytest
from pullquote import _core, types

HERE = Path(__file__).resolve().parent
needs_mypy = pytest.mark.skipif(find_spec("mypy") is None, reason="needs mypy")


def run(*arguments: str, cwd: Path) -> None:
    result = subprocess.run([sys.executable, "-m", *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@needs_mypy
def test_stubs_agree_with_the_module(tmp_path: Path) -> None:
    run("mypy.stubtest", "pullquote._core", "pullquote._train", cwd=tmp_path)


@needs_mypy
def test_the_installed_package_is_typed(tmp_path: Path) -> None:
    # From elsewhere and without the project's settings: as a user's mypy finds the package.
    example = tmp_path / "example.py"
    example.write_text((HERE / "typing_examples.py").read_text(encoding="utf-8"), encoding="utf-8")
    run("mypy", "--strict", "--config-file=", "--cache-dir", str(tmp_path / "cache"), str(example), cwd=tmp_path)


@pytest.mark.parametrize(
    ("alias", "names"),
    [
        (types.Label, _core.LABELS),
        (types.MentionKind, _core.MENTION_KINDS),
        (types.SectionKind, _core.SECTION_KINDS),
        (types.QuoteKind, _core.QUOTE_KINDS),
        (types.Manner, _core.MANNERS),
        (types.Polarity, _core.POLARITIES),
        (types.DateType, _core.DATE_TYPES),
        (types.PlaceType, _core.PLACE_TYPES),
    ],
)
def test_literals_are_the_names_of_the_core(alias: object, names: tuple[str, ...]) -> None:
    assert typing.get_args(alias) == names


def test_everything_public_is_documented() -> None:
    for name in pullquote.__all__:
        value = getattr(pullquote, name)
        if name == "__version__":
            continue
        assert value.__doc__, name
        if isinstance(value, type):
            members = [member for member in vars(value) if not member.startswith("_")]
            assert all(getattr(value, member).__doc__ for member in members), name
