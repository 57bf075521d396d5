"""Whether a value fits a typed field, told in one French sentence when it doesn't."""

from collections.abc import Callable, Mapping

from eclaireurs_play.content.wording import did_you_mean, listed, quoted
from eclaireurs_play.model.fields import Field

Value = str | float | tuple[str, ...]
Told = tuple[str, str]
"""A sentence and its hint."""


def unfit(field: Field, value: Value) -> Told | None:
    """Tell why a value does not fit a field; None when it does."""
    return next(
        (judge(field, value) for kind, judge in JUDGES.items() if getattr(field, kind) is not None),
        None,
    )


def _text(field: Field, value: Value) -> Told | None:
    if not isinstance(value, str):
        return f"un texte est attendu, pas {_shown(value)}", "entourez-le de guillemets"
    if len(value) > (field.text or 0):
        return f"{len(value)} caractères, {field.text} au plus : {quoted(value)}", ""
    return None


def _number(field: Field, value: Value) -> Told | None:
    if not isinstance(value, int | float):
        return f"un nombre est attendu, pas {_shown(value)}", ""
    least, most = field.at_least, field.at_most
    if (least is not None and value < least) or (most is not None and value > most):
        bounds = [f"au moins {least:g}"] if least is not None else []
        bounds += [f"au plus {most:g}"] if most is not None else []
        return f"{value:g} sort des bornes ({listed(bounds, 'et')})", ""
    return None


def _one_of(field: Field, value: Value) -> Told | None:
    return _choice(field.one_of or {}, value)


def _many_of(field: Field, value: Value) -> Told | None:
    if not isinstance(value, tuple):
        return f"une liste est attendue, pas {_shown(value)}", ""
    return next((told for one in value if (told := _choice(field.many_of or {}, one))), None)


def _choice(choices: Mapping[str, str], value: Value) -> Told | None:
    if isinstance(value, str) and value in choices:
        return None
    hint = did_you_mean(str(value), choices) or f"au choix : {listed(choices)}"
    return f"choix inconnu {_shown(value)}", hint


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return "une liste"
    return quoted(value) if isinstance(value, str) else f"le nombre {value:g}"


JUDGES: Mapping[str, Callable[[Field, Value], Told | None]] = {
    "text": _text,
    "number": _number,
    "one_of": _one_of,
    "many_of": _many_of,
}
