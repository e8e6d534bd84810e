"""Long work: it is interrupted and goes on, memory stays flat, and progress is shown to those who watch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import COMMAND, DONE, INTERRUPTED, SOME_FAILED, WRONG_USAGE, run
from pullquote._cli.progress import _duration

LINE = "Mayor Ana Ruiz said on Monday: “We will reopen bridge {}.” Tom Okafor of Lisbon denied it."
FORMATS = {
    "jsonl": "out.jsonl",
    "json": "out.json",
    "csv": "csv",
    "parquet": "parquet",
    "conll": "out.conll",
    "brat": "brat",
}


def contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for number in range(1250):
            bad = number in (10, 700, 1200)
            file.write("{broken\n" if bad else json.dumps({"id": str(number), "text": LINE.format(number)}) + "\n")
    return path


# Stops the process at once, as a power cut would: when so many documents were written.
STOPPED = """
import os, sys
from pullquote._cli import {module} as module
class Stopping(module.{sink}):
    def write(self, document, number):
        if number == {at}:
            os._exit(9)
        super().write(document, number)
module.{sink} = Stopping
from pullquote.cli import main
sys.exit(main(sys.argv[1:]))
"""
SINKS = {"csv": ("sinks", "CsvSink"), "brat": ("sinks", "BratSink"), "parquet": ("parquet", "ParquetSink")}


@pytest.mark.parametrize("form", FORMATS)
def test_an_interrupted_run_goes_on(form: str, articles: Path, tmp_path: Path) -> None:
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    whole.mkdir()
    resumed.mkdir()
    once = run("extract", articles, "-f", form, "-o", whole / FORMATS[form])
    assert once.status == SOME_FAILED
    output = resumed / FORMATS[form]
    arguments = ["extract", str(articles), "-f", form, "-o", str(output)]
    reports = []
    for attempt, at in enumerate((620, 1111)):
        module, sink = SINKS.get(form, ("sinks", "TextSink"))
        program = STOPPED.format(module=module, sink=sink, at=at)
        more = ["--resume"] if attempt else []
        result = subprocess.run([sys.executable, "-c", program, *arguments, *more], capture_output=True, check=False)
        assert result.returncode == 9, result.stderr
        reports += result.stderr.decode().splitlines()
        assert Path(f"{output}.unfinished").exists()
    last = run(*arguments, "--resume")
    assert last.status == SOME_FAILED  # it knows of the bad lines of the runs before
    assert contents(output) == contents(whole / FORMATS[form])
    assert sorted(path.name for path in resumed.iterdir()) == sorted(path.name for path in whole.iterdir())
    assert set(reports + last.error_lines) == set(once.error_lines)
    again = run(*arguments)
    assert again.status == SOME_FAILED  # a finished run is begun anew


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_ctrl_c_says_how_to_go_on(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with open(articles, "rb") as file:
        lines = file.read()
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from pullquote.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", program, "extract", "-", "-i", "jsonl", "-f", "jsonl", "-o", str(output)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(lines)
        process.stdin.flush()
        journal = Path(f"{output}.unfinished")
        end = time.monotonic() + 60
        while not journal.exists() or json.loads(journal.read_text(encoding="utf-8"))["state"]["documents"] < 1000:
            assert time.monotonic() < end
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == INTERRUPTED
        last = process.stderr.read().decode().splitlines()[-1]
    assert last == "pullquote: interrupted; 1000 articles are safe, and the same command with --resume goes on"


def test_an_interruption_just_after_a_save_counts_it(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    program = """
import os, sys
replace = os.replace
def interrupted(*names):
    replace(*names)
    raise KeyboardInterrupt
os.replace = interrupted
from pullquote.cli import main
sys.exit(main(sys.argv[1:]))
"""
    arguments = ["extract", str(articles), "-f", "jsonl", "-o", str(output)]
    result = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False)
    assert result.returncode == INTERRUPTED
    last = result.stderr.decode().splitlines()[-1]
    assert last == "pullquote: interrupted; 500 articles are safe, and the same command with --resume goes on"


def test_what_cannot_be_gone_on_with(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    arguments = ["extract", str(articles), "-f", "jsonl", "-o", str(output)]
    program = STOPPED.format(module="sinks", sink="TextSink", at=600)
    subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False)
    unfinished = output.read_bytes()

    def refused(*others: str) -> str:
        result = run(*arguments, *others)
        assert result.status == WRONG_USAGE
        assert len(result.error_lines) == 1
        return result.errors

    assert "go on with --resume" in refused()
    assert "another choice of boilerplate" in refused("--resume", "--boilerplate")
    assert "another choice of format" in refused("--resume", "-f", "conll")
    assert output.read_bytes() == unfinished
    output.write_bytes(b"")
    assert "is shorter than the interrupted run left it" in refused("--resume")
    Path(f"{output}.unfinished").write_text("[]", encoding="utf-8")
    assert "cannot be read" in refused("--resume")


def test_resume_begins_where_nothing_was_begun(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ana Ruiz said no.", encoding="utf-8")
    assert run("extract", path, "-f", "jsonl", "-o", tmp_path / "o", "--resume").status == DONE
    assert (tmp_path / "o").read_text(encoding="utf-8").startswith('{"schema"')


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_memory_of_tables_is_flat(form: str, tmp_path: Path) -> None:
    line = json.dumps({"text": "Ana Ruiz said: “We will not sell.” " * 20}) + "\n"
    peaks = []
    for count in (1000, 3000):
        path = tmp_path / f"{count}.jsonl"
        path.write_text(line * count, encoding="utf-8")
        program = (
            "from pullquote.cli import main;"
            f"main(['extract', {str(path)!r}, '-f', {form!r}, '-o', {str(tmp_path / str(count))!r}, '--threads', '2']);"
            "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
        )
        peaks.append(int(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout))
    assert peaks[1] - peaks[0] < 24 * 1024  # KiB; the allocators of Arrow take some more, and 2,000 documents far more


# ---- progress -----------------------------------------------------------------------------------------------------


def watched(*arguments: str) -> str:
    """What the command says to a terminal on standard error."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    # Slow enough for progress to be worth it.
    program = (
        "import sys, time; from pullquote._cli import progress, sinks; progress._FIRST = 0\n"
        "from pullquote.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # Linux tells the end so
            break
        if not more:
            break
        said += more
    os.close(ours)
    process.wait()
    return said.decode()


def test_progress_is_shown_to_a_terminal(articles: Path, tmp_path: Path) -> None:
    arguments = ["extract", str(articles), "-f", "jsonl", "-o", str(tmp_path / "o")]
    said = watched(*arguments)
    assert "articles · " in said
    assert "% · " in said
    assert "left" in said
    assert said.endswith(("\r\x1b[K", "\r\n"))
    for line in (part for part in said.split("\r\n") if "not JSON" in part):
        assert line.rpartition("\x1b[K")[2].startswith("pullquote: ")  # never behind a piece of progress
    assert "articles · " not in watched(*arguments, "--quiet")
    result = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)
    assert "articles · " not in result.stderr


def test_durations() -> None:
    assert [_duration(seconds) for seconds in (0.4, 59, 61, 3600 * 30 + 120)] == [
        "0 s",
        "59 s",
        "1 min 01 s",
        "30 h 02 min",
    ]
