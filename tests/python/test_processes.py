"""Other processes, other interpreters, and an interpreter without a GIL."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import sysconfig

import pullquote
import pytest
import samples


def names_and_quotes(text: str) -> tuple[list[str], list[str]]:
    document = pullquote.extract(text)
    return [entity.name for entity in document.entities], [quote.text for quote in document.quotes]


def extract_with(extractor: pullquote.Extractor) -> str:
    return extractor.extract(samples.TEXT).to_json()


@pytest.mark.parametrize(
    "method", [m for m in ("fork", "spawn", "forkserver") if m in multiprocessing.get_all_start_methods()]
)
def test_pools_of_processes_find_the_same(method: str) -> None:
    texts = [samples.TEXT.replace("Ruiz", name) for name in ("Ruiz", "Petrov", "Ng", "Sá")]
    # The model is loaded here, so that a forked process has it from its parent.
    expected = [names_and_quotes(text) for text in texts]
    extractor = pullquote.Extractor(gazetteer={"Tom Okafor": {"label": "PERSON", "id": "Q1"}})
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(names_and_quotes, texts) == expected
        assert pool.map(extract_with, [extractor] * 3) == [extract_with(extractor)] * 3


def test_a_fork_while_threads_extract_works() -> None:
    # The child has none of the parent's threads: it must not wait for a lock that one of them held.
    program = """
import os, threading, time
import pullquote
text = "Mayor Ana Ruiz said: “No.” " * 200
expected = pullquote.extract(text)
stop = threading.Event()
def work():
    while not stop.is_set():
        pullquote.extract(text)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
good = True
for _ in range(10):
    time.sleep(0.01)
    child = os.fork()
    if child == 0:
        os._exit(0 if pullquote.extract(text) == expected else 1)
    deadline = time.monotonic() + 60
    while not (done := os.waitpid(child, os.WNOHANG))[0] and time.monotonic() < deadline:
        time.sleep(0.01)
    if not done[0]:
        os.kill(child, 9)
        os.waitpid(child, 0)
    good = good and bool(done[0]) and os.waitstatus_to_exitcode(done[1]) == 0
stop.set()
for thread in threads: thread.join()
print(good)
"""
    if not hasattr(multiprocessing.get_context(), "Process") or sys.platform == "win32":
        pytest.skip("forks")
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=False, timeout=600
    )
    assert (result.stdout.strip(), result.returncode) == ("True", 0), result.stderr


@pytest.mark.skipif(sys.version_info < (3, 13), reason="isolated interpreters are to be had from Python 3.13 on")
def test_other_interpreters_have_their_own() -> None:
    program = """
import _interpreters
import pullquote
code = "import pullquote; assert pullquote.extract('Mayor Ana Ruiz said: “No.”').entities"
for _ in range(3):
    other = _interpreters.create()
    failure = _interpreters.run_string(other, code)
    assert failure is None, failure
    _interpreters.destroy(other)
    assert pullquote.extract("Mayor Ana Ruiz said: “No.”").entities
print("done")
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.returncode) == ("done", 0), result.stderr


@pytest.mark.skipif(not sysconfig.get_config_var("Py_GIL_DISABLED"), reason="this Python has a GIL")
def test_the_module_leaves_the_gil_off() -> None:
    program = """
import sys, threading
import pullquote
assert not sys._is_gil_enabled(), "importing the module switched the GIL on"
texts = ["Mayor %s Ruiz said: “No.” She denied it." % name for name in ("Ana", "Eva", "Ida", "Una")] * 50
expected = [pullquote.extract(text) for text in texts]
shared = pullquote.extract("Mayor Ana Ruiz said: “No.” " * 20)
failures = []
def work():
    try:
        assert [pullquote.extract(text) for text in texts] == expected
        assert list(pullquote.pipe(texts, threads=2)) == expected
        # One document that several threads read at once: what it makes on demand it makes for all.
        for _ in range(50):
            assert shared.to_json() == whole
            assert [q.speaker.name for q in shared.quotes if q.speaker] == speakers
    except BaseException as error:
        failures.append(repr(error))
whole = shared.to_json()
speakers = [q.speaker.name for q in shared.quotes if q.speaker]
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not failures, failures
assert not sys._is_gil_enabled()
print("done")
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.returncode) == ("done", 0), result.stderr
