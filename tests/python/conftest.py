"""What several test files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Page, browser


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
