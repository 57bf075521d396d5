"""Éclaireurs Play: public-sector games printed, played, replayed and written up from YAML.

import eclaireurs_play as ep

opened = ep.start("zone-logistique", ep.Setup(seed=7))
opened.session.legal_actions("animateur")
opened.session.play(ep.read_line("animateur choisit conteste=oui", opened.session.rules))
ep.replay(Path("seance.jsonl")).session.state
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Action": "engine.gestures",
    "Opened": "api",
    "Session": "play.session",
    "Setup": "engine.setup",
    "autoplay": "play.policies",
    "load_scenario": "api",
    "open_journal": "api",
    "read_line": "play.notation",
    "replay": "api",
    "start": "api",
    "write_line": "play.notation",
}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - every name is a string of the table above


def __getattr__(name: str) -> "Any":  # noqa: ANN401 - each name has its own type
    """Bring a name in only when it is used: listing a library must stay fast."""
    from importlib import import_module  # noqa: PLC0415 - Ctrl-C here would show a traceback

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
