"""Fields filled or rated, in one line."""

from collections.abc import Mapping

from eclaireurs_play.engine.gestures import Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.naming import title
from eclaireurs_play.play.values import value_words


def blanks(
    rules: Rules, phase: str, fields: Mapping[str, Field], values: Mapping[str, Value]
) -> str:
    """Say each field by its title, or by the words that the phase has for it."""
    told = (_blank(rules, phase, fields.get(name), name, values[name]) for name in values)
    return " ; ".join(map(_without_stop, told))


def _without_stop(words: str) -> str:
    """Leave out a full stop that something follows; an ellipsis stays."""
    return words.removesuffix(".") if not words.endswith("..") else words


def _blank(rules: Rules, phase: str, field: Field | None, name: str, value: Value) -> str:
    heading = (field.title if field else None) or capital(title(rules, phase, name))
    return f"{heading} : {value_words(field, value, rules)}"
