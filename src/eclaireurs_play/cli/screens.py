"""Whether windows can be opened, without loading what opens them."""

import os
import sys
from collections.abc import Mapping

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
"""The variables that tell of a screen where the system has several."""


def has_a_screen(
    environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform
) -> bool:
    """Tell whether windows can be opened."""
    return platform.startswith(("win", "darwin")) or any(map(environment.get, SCREENS))


def in_person() -> bool:
    """Tell whether someone is at a terminal that has a screen."""
    typed = all(one is not None and one.isatty() for one in (sys.stdin, sys.stdout))
    return typed and has_a_screen()
