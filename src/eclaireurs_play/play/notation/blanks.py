"""`field=value` words: fields to fill, ratings, parts of a whole."""

import math
import re
from collections.abc import Iterator, Mapping

from eclaireurs_play.engine.gestures import Value
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotationError
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation.names import known_option
from eclaireurs_play.play.notation.words import bare, quoted, slug

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?")
_ID = re.compile(r"[a-z][a-z0-9-]*")


def pairs(words: list[str], rules: Rules, shape: str = "champ=valeur") -> Iterator[tuple[str, str]]:
    """Cut words at their first `=`: the name, whole, and the value as it was typed.

    `shape` is what each should look like, for those that don't.
    """
    before, seen = "", set[str]()
    for word in words:
        name, _, value = word.partition("=")
        if not value:
            quotes = f' ; entre guillemets s\'il y en a plusieurs : {before}="plusieurs mots"'
            raise NotationError(f"« {word} » devrait s'écrire {shape}{quotes if before else ''}.")
        known = known_option(name, rules)
        if known in seen:
            raise NotationError(f"« {name} » est écrit deux fois : gardez-en un.")
        seen.add(known)
        yield known, value
        before = name


def read_blanks(words: list[str], fields: Mapping[str, Field], rules: Rules) -> dict[str, Value]:
    """Read `field=value` words, each value according to its field."""
    return {name: _value(value, fields.get(name)) for name, value in pairs(words, rules)}


def write_blanks(values: Mapping[str, Value]) -> str:
    """Write what `read_blanks` reads."""
    return " ".join(f"{name}={_written(value)}" for name, value in values.items())


def read_number(word: str) -> float:
    """Read a number as French people write it: `12 000,5`."""
    text = "".join(bare(word).split())
    number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else math.nan
    if not math.isfinite(number):
        raise NotationError(f"« {bare(word)} » n'est pas un nombre.")
    return number


def _value(word: str, field: Field | None) -> Value:
    text = bare(word)
    if field is None:
        return read_number(word) if _NUMBER.fullmatch(word) else text
    if field.many_of is not None:
        return tuple(map(slug, text.split("+")))
    if field.one_of is not None or field.seat:
        return slug(text)
    return read_number(word) if field.number is not None else text


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return "+".join(value)
    if isinstance(value, str):
        return value if _ID.fullmatch(value) else quoted(value)
    return repr(float(value)).removesuffix(".0")
