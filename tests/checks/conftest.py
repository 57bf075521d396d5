from pathlib import Path

import pytest

from tests.content.mini_library import MiniLibrary, build


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own: what one found to fit is unknown to the next."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def mini(tmp_path: Path) -> MiniLibrary:
    return build(tmp_path)
