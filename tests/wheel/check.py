"""What must hold of a wheel before anybody gets it: its size, what it carries and says it carries, and what it shows to others.

Usage: check.py WHEEL (needs pyelftools, which auditwheel brings)
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

LARGEST = 15_000_000
# The C library, which every Linux with Python has.
ALLOWED = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


def look_into(name: str, content: bytes) -> None:
    """An extension module needs the C library alone and shows what Python asks for alone."""
    needed, shown = set(), set()
    for section in ELFFile(io.BytesIO(content)).iter_sections():
        if isinstance(section, DynamicSection):
            needed |= {tag.needed for tag in section.iter_tags() if tag.entry.d_tag == "DT_NEEDED"}
            assert not [t for t in section.iter_tags() if t.entry.d_tag in ("DT_RPATH", "DT_RUNPATH", "DT_TEXTREL")]
        if isinstance(section, SymbolTableSection) and section.name == ".dynsym":
            shown |= {s.name for s in section.iter_symbols() if s.name and s.entry.st_shndx != "SHN_UNDEF"}
    assert needed <= ALLOWED, needed
    assert shown == {"PyInit_" + name.rpartition("/")[2].partition(".")[0]}, shown


def main(name: str) -> None:
    """Ends with a message where something does not hold."""
    path = Path(name)
    size = path.stat().st_size
    assert size < LARGEST, f"{size} bytes"
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        parts = {entry.rpartition("/")[2] for entry in names}
        assert {"LICENSE", "icu", "re2", "pybind11", "en.pqm", "schema.json", "py.typed", "_core.pyi"} <= parts, parts
        assert not [entry for entry in names if entry.endswith((".cpp", ".h", ".a", ".o", ".pc"))]
        (bill,) = [entry for entry in names if entry.endswith(".cdx.json") and "/sboms/pullquote" in entry]
        content = json.loads(wheel.read(bill))
        assert content["bomFormat"] == "CycloneDX"
        components = {each["name"]: each["version"] for each in content["components"]}
        assert {"icu", "re2", "pybind11", "libstdc++"} <= set(components)
        assert all(components.values()), components
        modules = [entry for entry in names if entry.endswith(".so")]
        assert modules
        for module in modules:
            look_into(module, wheel.read(module))
    carried = ", ".join(f"{name} {version}" for name, version in components.items())
    print(f"{path.name}: {size} bytes; carries {carried}, out of sight")


if __name__ == "__main__":
    main(sys.argv[1])
