"""Nothing is sent anywhere, and no file is written that was not asked for: the kernel would end the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sandbox

pytestmark = pytest.mark.skipif(not sandbox.POSSIBLE, reason="needs seccomp on x86-64 or arm64")

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "golden" / "harbour.txt"
BEGIN = f"""
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, {str(HERE)!r})
import sandbox
sandbox.enter()
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Where Python itself would write beside its sources is none of the package's doing.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code, *arguments], capture_output=True, text=True, check=False, env=environment
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "open('/tmp/pullquote-forbidden', 'w')",
        "open('/dev/null', 'ab')",
        "import os; os.mkdir('/tmp/pullquote-forbidden')",
        "import os; os.rename('/tmp/pullquote-a', '/tmp/pullquote-b')",
        "import os; os.unlink('/tmp/pullquote-forbidden')",
        "import ctypes; ctypes.CDLL(None).open(b'/tmp/pullquote-forbidden', 0o102, 0o600)",
        "import threading, socket; t = threading.Thread(target=socket.socket); t.start(); t.join()",
    ],
)
def test_the_sandbox_is_one(code: str) -> None:
    assert run(code).returncode == -signal.SIGSYS


LIBRARY = """
import pickle, pullquote
from pullquote.corpus import Corpus
text = open(sys.argv[1], encoding="utf-8").read()
extractor = pullquote.Extractor(gazetteer=[{"name": "Baltic Rescue Service", "label": "ORG"}])
document = extractor.extract(text, published="2024-02-29")
documents = list(pullquote.pipe([text] * 20, threads=4))
corpus = Corpus()
for each in documents:
    corpus.add(each)
corpus.profiles(), corpus.copies(), corpus.repeated_quotes()
pullquote.to_frames(documents)
pickle.loads(pickle.dumps(document)).to_html(page=True)
document._repr_html_(), document.to_json(), repr(document)
try:
    pullquote.extract(17)
except pullquote.PullquoteError as error:
    str(error)
try:
    pullquote.Extractor(model=sys.argv[1])
except pullquote.ModelError as error:
    str(error)
print(len(document.quotes))
"""

COMMAND = """
from pullquote.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_library_stays_inside() -> None:
    done = run(LIBRARY, str(ARTICLE))
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "conll", "labelstudio"])
def test_the_command_stays_inside(form: str) -> None:
    done = run(COMMAND, "extract", str(ARTICLE), "--format", form, "--threads", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_command_writes_where_it_is_told_to_and_nowhere_else(tmp_path: Path) -> None:
    assert run(COMMAND, "extract", str(ARTICLE), "-o", str(tmp_path / "out.json")).returncode == -signal.SIGSYS
    subprocess.run(
        [sys.executable, "-m", "pullquote", "extract", str(ARTICLE), "--format", "json", "-o", "out.json"],
        check=True,
        cwd=tmp_path,
        env=os.environ | {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
    )
    assert os.listdir(tmp_path) == ["out.json"]
