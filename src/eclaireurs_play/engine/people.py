"""The names of those who hold a seat: what can be one."""

from eclaireurs_play.engine.asks import Refused

LONGEST_NAME = 80
"""Characters of someone's name."""


def misnamed(people: tuple[str, ...]) -> Refused | None:
    """Say what a name can't be: blank, badly spaced, endless, or written twice."""
    if not any(map(_unfit, people)) and len(set(people)) == len(people):
        return None
    return Refused(
        "out-of-domain",
        f"Un nom tient en une ligne, de {LONGEST_NAME} caractères au plus, et ne s'écrit "
        "qu'une fois.",
    )


def _unfit(name: str) -> bool:
    return not name or len(name) > LONGEST_NAME or name != " ".join(name.split())
