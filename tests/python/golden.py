"""The golden articles: what they are, what is extracted from them, and how that is written down.

Run as a program (`./dev golden`) it writes the expected answers anew. Read the difference before committing it:
a snapshot blesses whatever it is shown, and only the hand-written facts know what is right.
"""

from __future__ import annotations

import difflib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pullquote

FOLDER = Path(__file__).resolve().parent.parent / "golden"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
WIDTH = 110


def text(name: str) -> str:
    """The article as scraped, line ends included."""
    return (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")


@cache
def document(name: str) -> dict[str, Any]:
    """What is extracted from the article, in the published schema."""
    meta = FOLDER / f"{name}.meta.json"
    options = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else {}
    answer: dict[str, Any] = pullquote.extract(text(name), **options).to_dict()
    return answer


def facts(name: str) -> list[dict[str, Any]]:
    """What must hold for the article, written by hand."""
    known: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.facts.json").read_text(encoding="utf-8"))
    return known


def expected_path(name: str) -> Path:
    return FOLDER / f"{name}.expected.json"


def render(value: Any, indent: int = 0) -> str:
    """JSON that breaks only what does not fit on a line, so that a difference reads as one changed quote or mention."""
    if isinstance(value, float):
        return json.dumps(round(value, 3))  # what differs behind that differs between compilers
    brackets = "{}" if isinstance(value, dict) else "[]" if isinstance(value, list) else ""
    if not brackets:
        return json.dumps(value, ensure_ascii=False)
    items = (
        [f"{json.dumps(key)}: {render(item, indent + 1)}" for key, item in value.items()]
        if isinstance(value, dict)
        else [render(item, indent + 1) for item in value]
    )
    line = brackets[0] + ", ".join(items) + brackets[1]
    if "\n" not in line and len(line) + indent <= WIDTH:
        return line
    margin = "\n" + " " * (indent + 1)
    return brackets[0] + margin + ("," + margin).join(items) + "\n" + " " * indent + brackets[1]


def difference(name: str) -> str:
    """A unified diff from the expected answer to the actual one; empty where they are equal."""
    expected = expected_path(name).read_text(encoding="utf-8").splitlines()
    actual = render(document(name)).splitlines()
    return "\n".join(difflib.unified_diff(expected, actual, f"expected {name}", f"actual {name}", lineterm="", n=4))


def main() -> None:
    for name in NAMES:
        answer = render(document(name)) + "\n"
        path = expected_path(name)
        changed = not path.exists() or path.read_text(encoding="utf-8") != answer
        path.write_text(answer, encoding="utf-8", newline="\n")
        print(f"{name}: {'written anew' if changed else 'unchanged'}")


if __name__ == "__main__":
    main()
