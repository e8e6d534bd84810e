"""What several test files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import samples
from browser import Page, browser
from pullquote import Document


@pytest.fixture
def document() -> Document:
    return Document.from_dict(samples.document())


@pytest.fixture(scope="session")
def shared_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture
def page(shared_page: Page) -> Page:
    """A page in a browser, as it is after its start."""
    shared_page.call("Emulation.clearDeviceMetricsOverride")
    shared_page.dark(False)
    return shared_page
