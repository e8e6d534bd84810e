"""The command: articles in, documents out, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pullquote
import pytest
import samples
from command import CLOSED_PIPE, DONE, INTERRUPTED, SOME_FAILED, WRONG_USAGE, run, write_jsonl
from pullquote import Document
from pullquote._cli.page import page
from pullquote.cli import COMMANDS
from pullquote.extractor import SHIPPED_MODEL


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(samples.TEXT.encode())
    return path


def expected(**others: Any) -> dict[str, Any]:
    return pullquote.extract(samples.TEXT, **others).to_dict()


# ---- one article --------------------------------------------------------------------------------------------------


def test_a_file_as_jsonl(article: Path) -> None:
    result = run("extract", article, "--format", "jsonl")
    assert (result.status, result.errors) == (DONE, "")
    assert result.lines == [expected(id=str(article))]


def test_a_file_as_json(article: Path) -> None:
    result = run("extract", article, "--format", "json", "--published", "2024-03-14")
    assert json.loads(result.output) == expected(id=str(article), published="2024-03-14")
    assert result.output.startswith('{\n  "schema": 1,')


def test_standard_input() -> None:
    result = run("extract", "-", "--format", "jsonl", stdin=samples.TEXT.encode())
    assert result.lines == [expected()]
    line = json.dumps({"id": "a", "text": samples.TEXT}).encode()
    assert run("extract", "-", "-f", "jsonl", "--input", "jsonl", stdin=line).lines == [expected(id="a")]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "dos.txt"
    path.write_bytes(samples.TEXT.replace("\n", "\r\n").encode())
    (document,) = run("extract", path, "-f", "jsonl").lines
    assert document["text"] == samples.TEXT.replace("\n", "\r\n")


def test_boilerplate_is_asked_for(tmp_path: Path) -> None:
    text = samples.TEXT + "\nRead more: Ana Ruiz meets Boris Petrov in Lisbon\n"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert "Boris Petrov" not in run("extract", path).output
    assert "Boris Petrov" in run("extract", path, "--boilerplate").output


def test_a_model_of_ones_own(article: Path, tmp_path: Path) -> None:
    model = tmp_path / "own.pqm"
    model.write_bytes(Path(SHIPPED_MODEL).read_bytes())
    assert run("extract", article, "-f", "jsonl", "--model", model).lines == [expected(id=str(article))]
    result = run("extract", article, "--model", article)
    assert result.status == WRONG_USAGE
    assert result.errors.startswith("pullquote: ")
    assert len(result.error_lines) == 1


# ---- text for people ----------------------------------------------------------------------------------------------


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in line)


def test_text_shows_who_said_what(article: Path) -> None:
    result = run("extract", article, "--published", "2024-03-14")
    assert result.status == DONE
    lines = result.output.splitlines()
    assert "2024-03-14" in lines[0]
    entities, quotes = lines.index("ENTITIES"), lines.index("QUOTES")
    assert any("PERSON" in line and "Ana Ruiz" in line for line in lines[entities:quotes])
    for quote in pullquote.extract(samples.TEXT).quotes:
        assert any(quote.kind in line for line in lines[quotes:])
        assert any(quote.text[:20] in line for line in lines[quotes:])


def test_text_fits_80_columns() -> None:
    text = "Ana 王小明 " + "好" * 200 + " 🌉" * 100 + "e\u0301" * 200 + " x" + "y" * 300 + " and so on, and so on" * 20
    source = samples.document() | {"text": text, "sections": []}
    whole = {"start": 0, "end": len(text), "text": text}
    mention = whole | {"kind": "name", "confidence": 1}
    source["entities"] = [samples.entity(0, "PERSON", text, [mention] * 12, role=text)]
    quote = source["quotes"][0] | {"speaker": 0, "cue": [whole], "source": [whole]}
    starts = [*range(0, len(text), 25), len(text) - 2]
    source["quotes"] = [
        quote | {"id": i, "content": [whole | {"start": s, "text": text[s:]}]} for i, s in enumerate(starts)
    ]
    lines = page(Document.from_dict(source)).splitlines()
    assert len(lines) > 3 * len(starts)
    assert all(columns(line) <= 80 for line in lines)
    assert sum(columns(line) > 70 for line in lines) > len(starts)  # and the width is used


def test_text_cannot_command_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Mayor Ana\x1b[31m Ruiz\u202e said: “No\x1b]0;title\x07\x9b31m way”.\n" * 3, encoding="utf-8")
    output = run("extract", path).output
    assert all(character.isprintable() or character == "\n" for character in output)


def test_an_empty_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("extract", "empty.txt", cwd=tmp_path)
    assert result.output == "empty.txt\n\nENTITIES\n  none found\n\nQUOTES\n  none found\n"


# ---- many articles ------------------------------------------------------------------------------------------------


def test_jsonl_in_jsonl_out_in_order(tmp_path: Path) -> None:
    articles = [
        {"id": str(number), "text": f"Mayor Ana Number{number} said no.", "published": "2024-03-14"}
        for number in range(100)
    ]
    path = write_jsonl(tmp_path / "a.jsonl", articles)
    for threads in ("1", "3"):
        result = run("extract", path, "--format", "jsonl", "--threads", threads)
        assert (result.status, result.errors) == (DONE, "")
        documents = pullquote.pipe(articles)
        assert result.lines == [document.to_dict() for document in documents]


def test_members_of_a_line(tmp_path: Path) -> None:
    path = write_jsonl(
        tmp_path / "a.jsonl",
        [
            {"text": "a"},
            {"text": "b", "id": 12, "published": None},
            {"text": "c", "published": "2023-01-01", "title": "C"},
        ],
    )
    documents = run("extract", path, "-f", "jsonl", "--published", "2024-03-14").lines
    assert [document["id"] for document in documents] == [None, "12", None]
    assert [document["published"] for document in documents] == ["2024-03-14", "2024-03-14", "2023-01-01"]


def test_bad_lines_are_reported_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines: list[tuple[bytes, str]] = [
        (b'\xef\xbb\xbf{"id": "good 1", "text": "a"}', ""),  # a byte order mark
        (b"{", "not JSON"),
        (b"", ""),
        (b"   \r", ""),
        (b"[1]", "expected an object"),
        (b"null", "expected an object"),
        (b'{"id": "x"}', '"text" is missing'),
        (b'{"text": 3}', "expected str or bytes, found int"),
        (b'{"text": "a", "id": [1]}', "expected str or None, found list"),
        (b'{"text": "a", "id": true}', "expected str or None, found bool"),
        (b'{"text": "a", "published": "soon"}', "not a day of the calendar"),
        (b'{"text": "a", "published": 2024}', "expected datetime.date"),
        (b"[" * 200_000, "not JSON"),
        (b'{"text": "a", "n": ' + b"9" * 10_000 + b"x}", "not JSON"),
        (b'{"text": "a\xff"}', ""),
        (b'{"text": "\\ud83d alone"}', ""),
        (b'{"id": "good 2", "text": "\\ud83d\\ude00"}\r', ""),
        (b'{"id": "last", "text": "without a line end"}', ""),
    ]
    path.write_bytes(b"\n".join(line for line, _ in lines))
    result = run("extract", "a.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert result.status == SOME_FAILED
    assert [document["id"] for document in result.lines] == ["good 1", None, None, "good 2", "last"]
    assert [document["text"] for document in result.lines][1:4] == ["a\ufffd", "\ud83d alone", "😀"]
    bad = [(number, message) for number, (_, message) in enumerate(lines, 1) if message]
    assert len(result.error_lines) == len(bad)
    for line, (number, message) in zip(result.error_lines, bad, strict=True):
        assert line.startswith(f"pullquote: a.jsonl:{number}: ")
        assert message in line


def test_several_files_and_forms(tmp_path: Path, article: Path) -> None:
    lines = write_jsonl(tmp_path / "b.ndjson", [{"id": "x", "text": "a"}, {"id": "y", "text": "b"}])
    result = run("extract", article, lines, article, "--format", "json")
    assert [document["id"] for document in json.loads(result.output)] == [str(article), "x", "y", str(article)]
    empty = write_jsonl(tmp_path / "c.jsonl", [])
    assert json.loads(run("extract", empty, "--format", "json").output) == []
    (one,) = json.loads(run("extract", write_jsonl(tmp_path / "d.jsonl", [{"text": "a"}]), "--format", "json").output)
    assert one["text"] == "a"


def test_files_that_cannot_be_read(tmp_path: Path, article: Path) -> None:
    result = run("extract", "none.txt", ".", article, "b\x1b.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert result.status == SOME_FAILED
    assert [document["id"] for document in result.lines] == [str(article)]
    assert result.error_lines == [
        "pullquote: none.txt: No such file or directory",
        "pullquote: .: Is a directory",
        r"pullquote: b\x1b.jsonl: No such file or directory",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the name")
def test_a_file_whose_name_is_not_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_bytes(b"Mayor Ana Ruiz said no.")
    for form in ("text", "json", "jsonl"):
        result = run("extract", name, "--format", form, cwd=tmp_path)
        assert (result.status, result.errors) == (DONE, "")
    assert json.loads(run("extract", name, "--format", "json", cwd=tmp_path).output)["id"] == name


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_is_flat(tmp_path: Path) -> None:
    line = json.dumps({"text": "Ana Ruiz said: “We will not sell.” " * 40}) + "\n"
    peaks = []
    for count in (500, 4000):
        path = tmp_path / f"{count}.jsonl"
        path.write_text(line * count, encoding="utf-8")
        program = (
            "from pullquote.cli import main;"
            f"main(['extract', {str(path)!r}, '-f', 'jsonl', '-o', {os.devnull!r}, '--threads', '2']);"
            "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
        )
        peaks.append(int(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout))
    assert peaks[1] - peaks[0] < 4096  # KiB; the file grew by 5 MB, and the answers by far more


# ---- output -------------------------------------------------------------------------------------------------------


def test_output_to_a_file(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("extract", article, "-f", "jsonl", "-o", target)
    assert (result.status, result.output, result.errors) == (DONE, "", "")
    assert json.loads(target.read_text(encoding="utf-8")) == expected(id=str(article))


def test_output_never_replaces_an_input(article: Path) -> None:
    result = run("extract", article, "-o", article)
    assert result.status == WRONG_USAGE
    assert "is one of the files to read" in result.errors
    assert article.read_bytes() == samples.TEXT.encode()


def test_output_that_cannot_be_opened(article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "-o", tmp_path / "none" / "out.jsonl")
    assert result.status == WRONG_USAGE
    assert result.error_lines == [f"pullquote: {tmp_path}/none/out.jsonl: No such file or directory"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_output_that_is_full(article: Path) -> None:
    result = run("extract", article, "-o", "/dev/full")
    assert result.status == WRONG_USAGE
    assert result.error_lines == ["pullquote: /dev/full: No space left on device"]


# ---- usage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["unknown"],
        ["extract", "-", "--format", "xml"],
        ["extract", "-", "--threads", "0"],
        ["extract", "-", "--threads", "many"],
        ["extract", "-", "--published", "soon"],
        ["extract", "-", "--input", "pdf"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.status == WRONG_USAGE
    assert result.output == ""
    assert "Traceback" not in result.errors
    assert "usage: pullquote" in result.errors


def test_help_and_version() -> None:
    assert run("--version").output == f"pullquote {pullquote.__version__}\n"
    for arguments in (["--help"], ["extract", "--help"], ["show", "--help"]):
        result = run(*arguments)
        assert result.status == DONE
        assert "exit status" in result.output
        assert all(str(status) in result.output for status in (SOME_FAILED, WRONG_USAGE, INTERRUPTED, CLOSED_PIPE))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")  # in a terminal that knows ASCII only
    assert result.status == DONE
    assert f"usage: pullquote {command}" in result.output
    assert command in run("--help").output


def test_the_command_is_installed() -> None:
    from importlib.metadata import entry_points

    (command,) = (point for point in entry_points(group="console_scripts") if point.name == "pullquote")
    from pullquote.cli import main

    assert command.load() is main


# ---- ends ---------------------------------------------------------------------------------------------------------


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    # A program started in the background may have SIGINT ignored, and its children with it.
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from pullquote.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGPIPE")
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", [{"text": samples.TEXT}] * 2000)
    with start("extract", path, "-f", "jsonl", "--threads", "2") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == CLOSED_PIPE


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
@pytest.mark.parametrize("threads", ["1", "3"])
def test_ctrl_c_ends_quietly(threads: str) -> None:
    with start("extract", "-", "--input", "jsonl", "-f", "jsonl", "--threads", threads) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # Enough to see it write, and then it waits for more.
        process.stdin.write((json.dumps({"text": samples.TEXT}) + "\n").encode() * 200)
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == INTERRUPTED
        assert process.stderr.read() == b""
