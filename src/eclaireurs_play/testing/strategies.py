"""Hypothesis strategies over sessions; Hypothesis is imported only when one is asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing.playouts import playout

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def seeds() -> "SearchStrategy[int]":
    """Draw the seeds of sessions."""
    drawn: SearchStrategy[int] = _hypothesis().integers(0, 2**64 - 1)
    return drawn


def sessions(rules: Rules, at_most: int = 120, **setup: bool) -> "SearchStrategy[Session]":
    """Draw sessions played at random and left after at most so many gestures.

    `setup` may say `past=True` or `in_hand=True`.
    """
    st = _hypothesis()

    def played(seed: int, steps: int) -> Session:
        return playout(rules, seed, steps, whims=True, **setup)

    drawn: SearchStrategy[Session] = st.builds(played, seeds(), st.integers(0, at_most))
    return drawn


def _hypothesis() -> Any:  # noqa: ANN401 - a module, there or not
    try:
        return import_module("hypothesis.strategies")
    except ImportError:
        raise ImportError("Ces stratégies demandent Hypothesis : pip install hypothesis") from None
