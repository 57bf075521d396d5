from pathlib import Path

import pytest

from tests.content.mini_library import MiniLibrary, build


@pytest.fixture
def mini(tmp_path: Path) -> MiniLibrary:
    return build(tmp_path)
