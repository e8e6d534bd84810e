"""The documentation: every code block runs, outputs are as they stand there, and tables say what the code says."""

from __future__ import annotations

import contextlib
import csv
import doctest
import importlib
import io
import json
import os
import pkgutil
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pullquote
import pytest
from pullquote import _core
from pullquote._cli.common import STATUSES
from pullquote._tables import COLUMNS

ROOT = Path(__file__).resolve().parents[2]
# Written for people who change the code: their commands build and train.
FOR_DEVELOPERS = {"architecture.md", "benchmarks.md", "models.md"}
PAGES = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.name not in FOR_DEVELOPERS)]
BLOCK = re.compile(
    r"(?:<!-- needs: (?P<needs>\w+) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)^```\n(?:\n+```text\n(?P<output>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)


class Block(NamedTuple):
    language: str
    code: str
    output: str | None
    needs: str | None


def blocks(page: Path) -> list[Block]:
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [Block(match["language"], match["code"], match["output"], match["needs"]) for match in found]


def test_every_block_is_known() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert text.count("```") % 2 == 0, page
        assert {block.language for block in blocks(page)} <= {"python", "sh", "json", "xml", ""}, page


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader would be: with some articles."""
    sys.path.insert(0, str(ROOT / "notebooks"))
    try:
        import norvik_news  # type: ignore[import-not-found]
    finally:
        del sys.path[0]
    articles = list(norvik_news.articles(8))
    (tmp_path / "article.txt").write_text(articles[0]["text"], encoding="utf-8")
    with open(tmp_path / "articles.jsonl", "w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(article) + "\n" for article in articles)
    for name, columns in (("articles.csv", ("id", "text", "published")), ("stories.csv", ("url", "body", "date"))):
        with open(tmp_path / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows((article["id"], article["text"], article["published"]) for article in articles)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_blocks_run(page: Path, folder: Path) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page):
        # What needs a cluster has tests of its own.
        if block.language != "python" or (block.needs and (block.needs == "cluster" or find_spec(block.needs) is None)):
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block.code, page.name, "exec"), names)
        if block.output is not None:
            assert printed.getvalue() == block.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_run(page: Path, folder: Path) -> None:
    # The command of the installed package, as a reader has it.
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for block in blocks(page):
        if block.language != "sh" or "pullquote " not in block.code or "pip install" in block.code:
            continue
        result = subprocess.run(
            ["sh", "-eu", "-c", block.code], capture_output=True, text=True, env=environment, check=False
        )
        assert (result.returncode, result.stderr) == (0, ""), block.code


def modules() -> list[str]:
    found = (each.name for each in pkgutil.walk_packages(pullquote.__path__, "pullquote."))
    return ["pullquote", *(name for name in found if "._" not in name and name != "pullquote.__main__")]


@pytest.mark.parametrize("name", modules())
def test_examples_of_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except pullquote.MissingExtraError as error:
        pytest.skip(f"{error}: ./dev extras")
    assert doctest.testmod(module).failed == 0


def test_the_columns_are_described() -> None:
    text = (ROOT / "docs/reference/schema.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        rows = "".join(f"| `{column.name}` | {column.type} | {column.meaning} |\n" for column in columns)
        assert f"### {table}\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}" in text


def test_the_sets_of_names_are_described() -> None:
    text = (ROOT / "docs/reference/schema.md").read_text(encoding="utf-8")
    for member, names in (
        ("section `kind`", _core.SECTION_KINDS),
        ("entity `label`", _core.LABELS),
        ("mention `kind`", _core.MENTION_KINDS),
        ("quote `kind`", _core.QUOTE_KINDS),
        ("quote `manner`", _core.MANNERS),
        ("quote `polarity`", _core.POLARITIES),
    ):
        row = re.search(rf"\| {member} \| (.*) \|", text)
        assert row
        assert tuple(re.sub(r" \(.*?\)", "", row[1]).split(", ")) == names


def test_the_labelling_interface_has_all_labels() -> None:
    (interface,) = (block.code for block in blocks(ROOT / "docs/how-to/train.md") if block.language == "xml")
    view = ElementTree.fromstring(interface)
    assert [label.get("value") for label in view.iter("Label")] == [*_core.LABELS, "Content", "Cue", "Source"]


def test_the_exit_statuses_are_described() -> None:
    text = (ROOT / "docs/reference/command.md").read_text(encoding="utf-8")
    for status, meaning in re.findall(r"^  (\d+) +(.*)$", STATUSES, re.MULTILINE):
        assert f"| {status} | {meaning} |" in text


def test_links_lead_somewhere() -> None:
    for page in [*PAGES, *(ROOT / "docs" / name for name in FOR_DEVELOPERS)]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.skipif(find_spec("mkdocs") is None, reason="needs mkdocs: ./dev docs")
def test_the_site_builds(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    reference = (tmp_path / "site/reference/python.html").read_text(encoding="utf-8")
    for words in ("The words of all spans of the content", "indent", "MissingExtraError", "distinct_quotes"):
        assert words in reference
    for page in (tmp_path / "site").rglob("*.html"):
        assert not re.search(r"(?:src|href)=\"https?://(?:fonts|cdn|unpkg)", page.read_text(encoding="utf-8"))
