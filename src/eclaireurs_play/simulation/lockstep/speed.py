"""When numba compiles what is played: if the extra `speed` is installed, and once it is worth it.

Results are the same to the bit, so that it may begin at any moment. `ECLAIREURS_COMPILED` in the
environment settles it: 0 does without numba, 1 begins at once.
"""

import os
from functools import cache
from importlib import import_module

from eclaireurs_play.errors import EclaireursError

SWITCH = "ECLAIREURS_COMPILED"

WORTH_IT = 2_000_000
"""Proposals weighed before loading numba is repaid: some 20,000 sessions."""

_weighed = [0]


@cache
def installed() -> bool:
    """Tell whether numba is there, and suits the NumPy that is there; this loads it."""
    try:
        import_module("numba")
    except ImportError:
        return False
    return True


def compiled(*, asked: bool | None = None) -> bool:
    """Tell whether to compile; EclaireursError when it is asked for and numba is missing."""
    if asked and not installed():
        raise EclaireursError("numba n'est pas installé : « pip install eclaireurs-play[speed] ».")
    return os.environ.get(SWITCH) != "0" and installed() if asked is None else asked


def worth_it(proposals: int) -> bool:
    """Tell whether to weigh so many more proposals with compiled code."""
    _weighed[0] += proposals
    return (_weighed[0] > WORTH_IT or os.environ.get(SWITCH) == "1") and compiled()
