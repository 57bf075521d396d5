"""Pydantic's errors told in French, each at its place in the file."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from pydantic import BaseModel, ValidationError

from eclaireurs_play.content.annotations import as_model, fields
from eclaireurs_play.content.mistakes import Mistake, mistakes
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.scalars import FLOAT, resolve
from eclaireurs_play.content.wording import (
    counted,
    did_you_mean,
    listed,
    nearest,
    quoted,
    slugified,
)
from eclaireurs_play.content.yaml_traps import QUOTE_IT
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.base import Code, Slug

Told = tuple[str, str]
"""A sentence and its hint."""

EXPECTED: Mapping[str, str] = {
    "string_type": "un texte",
    "int_type": "un nombre entier",
    "int_parsing": "un nombre entier",
    "int_from_float": "un nombre entier",
    "float_type": "un nombre",
    "float_parsing": "un nombre",
    "finite_number": "un nombre",
    "bool_type": "true ou false",
    "bool_parsing": "true ou false",
    "tuple_type": "une liste",
    "mapping_type": "un groupe de clés",
    "dict_type": "un groupe de clés",
    "model_type": "un groupe de clés",
    "model_attributes_type": "un groupe de clés",
}
BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": ("au moins", "ge"),
    "less_than_equal": ("au plus", "le"),
    "greater_than": ("plus de", "gt"),
    "less_than": ("moins de", "lt"),
}
SLUG, CODE = (get_args(one)[1].pattern for one in (Slug, Code))
FORMS: Mapping[str, str] = {
    SLUG: "un identifiant s'écrit en minuscules sans accents, avec des tirets",
    CODE: "un code de carte s'écrit comme EF-07",
    r"^[A-Z]{2,3}$": "un code de famille s'écrit en deux ou trois capitales",
}
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
LEADING_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(?=\s*[^\d\s.,])")


def tell(model: type[BaseModel], source: Source, error: ValidationError) -> tuple[Diagnostic, ...]:
    """Turn every error of a validation into a diagnostic at its place, in the file's order."""
    groups = tuple(mistakes(model, source.data, error))
    misspelt = {meant for group in groups if (meant := _meant(group[0]))}
    told = (
        _diagnostic(group, source)
        for group in groups
        if group[0].kind != "missing" or group[0].trail not in misspelt
    )
    return tuple(sorted(told, key=lambda one: (one.line, one.column)))


def _meant(one: Mistake) -> Trail | None:
    """Find the key that an unknown key stands for: it is not to be told missing as well."""
    if one.kind != "extra_forbidden":
        return None
    meant = nearest(one.name, _keys_around(one))
    return (*one.trail[:-1], meant) if meant else None


def _diagnostic(group: tuple[Mistake, ...], source: Source) -> Diagnostic:
    first = group[0]
    sentence, hint = _told(group)
    if first.kind == "missing":
        return source.problem(first.trail[:-1], sentence, hint)
    if first.kind == "union_tag_invalid":
        return source.problem(_type_or_phase(first, source), sentence, hint)
    on_key = first.on_key or first.kind == "extra_forbidden"
    return source.problem(first.trail, sentence, hint, key=on_key)


def _told(group: tuple[Mistake, ...]) -> Told:
    """Choose between what one error says and what the sides of a union say together."""
    for one in group:
        if teller := TELLERS.get(one.kind):
            return teller(one)
        if one.kind not in EXPECTED and one.kind != "literal_error":
            return f"{quoted(one.name)} ne convient pas : {quoted(one.found)}", ""
    return _wrong_choice(group) or _wrong_kind(group)


def _wrong_choice(group: tuple[Mistake, ...]) -> Told | None:
    """Tell a word that is none of the words allowed."""
    choices = [word for one in group for word in _choices(one.context.get("expected"))]
    found = group[0].found
    if not choices or not isinstance(found, str):
        return None
    hint = did_you_mean(found, choices) or f"au choix : {listed(choices)}"
    return f"valeur inconnue {quoted(found)} pour {quoted(group[0].name)}", hint


def _wrong_kind(group: tuple[Mistake, ...]) -> Told:
    """Tell a value that is not of the kind expected."""
    first = group[0]
    wanted = dict.fromkeys(word for one in group for word in _wanted(one))
    subject = f"{quoted(first.name)}" if first.name else "ce fichier"
    sentence = f"{subject} attend {listed(wanted)}, pas {_kind_of(first.found)}"
    return sentence, next((hint for hint in _hints(first, wanted) if hint), "")


def _wanted(one: Mistake) -> tuple[str, ...]:
    """List what one error says was expected."""
    noun = EXPECTED.get(one.kind)
    return (noun,) if noun else _choices(one.context.get("expected"))


def _hints(one: Mistake, wanted: Mapping[str, None]) -> Iterator[str]:
    """Guess what the designer meant, from what is wanted and what was found."""
    if "un texte" in wanted:
        yield _text_hint(one.found)
    if wanted.keys() & {"un nombre", "un nombre entier"}:
        yield _number_hint(one)
    if "une liste" in wanted and isinstance(one.found, str) and one.found:
        yield (
            f"écrivez [{one.found}]"
            if " " not in one.found
            else "un élément par ligne, après « - »"
        )


def _text_hint(found: object) -> str:
    if isinstance(found, bool | int | float):
        return "entourez-le de guillemets"
    if isinstance(found, dict) and len(found) == 1:
        return f"« : » y est lu comme une clé ; {QUOTE_IT}"
    return ""


def _number_hint(one: Mistake) -> str:
    if isinstance(one.found, str) and DECIMAL_COMMA.fullmatch(one.found):
        return f"écrivez {one.found.replace(',', '.')}"
    if _too_large(one.found):
        return "ce nombre est trop grand"
    if isinstance(one.found, str) and (number := LEADING_NUMBER.match(one.found)):
        return f"écrivez le nombre seul : {number[0]}"
    if one.found is None and one.name.isdigit():
        return "entre accolades, la virgule sépare : écrivez les décimales avec un point"
    return ""


def _too_large(found: object) -> bool:
    """Tell whether a text is a number that no computer holds exactly."""
    return isinstance(found, str) and bool(FLOAT.fullmatch(found)) and resolve(found) == found


def _kind_of(found: object) -> str:
    """Say what was found, as people would."""
    if found is None:
        return "rien"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, int | float):
        return f"le nombre {found}"
    if isinstance(found, str):
        return f"le texte {quoted(found)}" if found else "un texte vide"
    return "une liste" if isinstance(found, list) else "un groupe de clés"


def _choices(expected: object) -> tuple[str, ...]:
    """Read the words that pydantic lists between quotes."""
    return tuple(re.findall(r"'([^']*)'", str(expected or "")))


def _type_or_phase(one: Mistake, source: Source) -> Trail:
    typed = (*one.trail, "type")
    return typed if typed in source.values else one.trail


def _unknown_tag(one: Mistake) -> Told:
    kinds = sorted(
        option.tag or ""
        for option in one.allowed
        if (model := as_model(option)) and "type" in fields(model)
    )
    if not isinstance(one.found, dict):
        return f"une étape est un groupe de clés, pas {_kind_of(one.found)}", ""
    if not (word := one.context.get("tag")):
        return "il manque « type » à cette étape", f"au choix : {listed(kinds)}"
    hint = did_you_mean(word, kinds) or f"au choix : {listed(kinds)}"
    return f"genre d'étape inconnu {quoted(word)}", hint


def _unknown_key(one: Mistake) -> Told:
    return f"clé inconnue {quoted(one.name)}", did_you_mean(one.name, _keys_around(one))


def _keys_around(one: Mistake) -> list[str]:
    """List the keys that the model allows beside a key."""
    return [key for option in one.around if (model := as_model(option)) for key in fields(model)]


def _missing(one: Mistake) -> Told:
    return f"il manque {quoted(one.name)}", ""


def _wrong_form(one: Mistake) -> Told:
    what = "" if one.on_key else f" pour {quoted(one.name)}"
    form = FORMS.get(one.context["pattern"], "")
    better = slugified(str(one.found)) if one.context["pattern"] == SLUG else ""
    hint = f"{form} : {better}" if better else form
    return f"identifiant mal formé {quoted(one.found)}{what}", hint


def _too_short(one: Mistake) -> Told:
    return f"{quoted(one.name)} est un texte vide", ""


def _too_long(one: Mistake) -> Told:
    most, length = one.context["max_length"], len(one.found)
    return (
        f"{quoted(one.name)} compte {length} caractères, {most} au plus : {quoted(one.found)}",
        "",
    )


def _too_few(one: Mistake) -> Told:
    least, many = one.context["min_length"], one.context["actual_length"]
    return f"{quoted(one.name)} compte {counted(many, 'élément')}, il en faut au moins {least}", ""


def _too_many(one: Mistake) -> Told:
    most, many = one.context["max_length"], one.context["actual_length"]
    return f"{quoted(one.name)} compte {counted(many, 'élément')}, {most} au plus", ""


def _bound(one: Mistake) -> Told:
    words, name = BOUNDS[one.kind]
    return f"{quoted(one.name)} doit valoir {words} {one.context[name]:g}, pas {one.found}", ""


def _own_words(one: Mistake) -> Told:
    """Repeat what a validator of the model says: it already is a French sentence."""
    return str(one.context["error"]), ""


TELLERS: Mapping[str, Callable[[Mistake], Told]] = {
    "union_tag_invalid": _unknown_tag,
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_pattern_mismatch": _wrong_form,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "value_error": _own_words,
    "assertion_error": _own_words,
    **dict.fromkeys(BOUNDS, _bound),
}
