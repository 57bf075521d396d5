"""What was improvised, as a designer writes it: YAML to paste into a deck, a scenario, roles."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import yaml
from typing_extensions import override

from eclaireurs_play.content.wording import word_count
from eclaireurs_play.engine.improvised import CARD, ROLE, SURPRISE
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.role import Role
from eclaireurs_play.model.scenario import Surprise

TO_WRITE = "À écrire."
"""What stands where the deck wants words that nobody gave."""

_LONGEST_ID = 60
_TITLE = 34
"""Characters of a card's title that one line holds."""

_HEADS: Mapping[str, str] = {
    "cards": "À coller sous « cards: », dans un fichier cards*.yaml de decks/{game}/.",
    "surprises": "À coller sous « surprises: », dans scenarios/{game}/{scenario}.yaml.",
    "roles": "À coller sous « roles: », dans decks/{game}/roles.yaml.",
}
_OPEN = "Remplacez « {words} » par vos mots."


def kept(rules: Rules) -> str:
    """Write what a session made on the spot, from its rules as they now stand; "" if nothing."""
    made = {kind: [one.code for one in rules.made if one.kind == kind]
            for kind in (CARD, SURPRISE, ROLE)}  # fmt: skip
    sections: dict[str, Any] = {
        "cards": list(_cards(rules, made[CARD])),
        "surprises": _surprises(rules, made[SURPRISE]),
        "roles": list(_roles(rules, made[ROLE])),
    }
    return "\n".join(_section(rules, name, one) for name, one in sections.items() if one)


def _section(rules: Rules, name: str, written: list[dict[str, Any]] | dict[str, Any]) -> str:
    head = _HEADS[name].format(game=rules.game.id, scenario=rules.scenario.id)
    text = yaml.dump({name: written}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96)
    comments = [f"# {head}", f"# Puis relisez, et lancez : eclaireurs check {rules.scenario.id}"]
    if name == "cards" and isinstance(written, list):
        comments += _wordy(rules, written)
    if "fields:" in text:
        comments.append("# Choisissez aussi la valeur des champs.")
    if TO_WRITE in text:
        comments.append(f"# {_OPEN.format(words=TO_WRITE)}")
    return "\n".join([*comments, text])


def _wordy(rules: Rules, cards: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Name the cards whose text or title `check` may find too long."""
    for card in cards:
        count, most = word_count(card["text"]), rules.families[card["family"]].max_words
        if count > most:
            yield f"# {card['id']} compte {count} mots, {most} au plus : raccourcissez-la."
        if len(card["title"]) > _TITLE:
            yield f"# {card['id']} : raccourcissez son titre, une ligne tient {_TITLE} caractères."


class _Dumper(yaml.SafeDumper):
    """Writes lists under their key, as decks do."""

    @override
    def increase_indent(
        self, flow: bool = False, indentless: bool = False
    ) -> None:  # fmt: skip
        del indentless
        super().increase_indent(flow=flow, indentless=False)


def _cards(rules: Rules, codes: list[str]) -> Iterator[dict[str, Any]]:
    """Give each card the next code of its family."""
    taken = set(rules.printed.cards if rules.printed else rules.cards)
    for code in codes:
        card = rules.cards[code]
        name = _next_code(rules.families[card.family].code, taken)
        taken.add(name)
        yield _card(rules, card, name)


def _next_code(family: str, taken: Collection[str]) -> str:
    number = 1 + max((int(one.partition("-")[2]) for one in taken
                      if re.fullmatch(rf"{family}-\d+", one)), default=0)  # fmt: skip
    return f"{family}-{number:02d}"


def _card(rules: Rules, card: Card, code: str) -> dict[str, Any]:
    wanted = rules.families[card.family].fields
    fields = {name: _blank(one) for name, one in wanted.items() if one.required}
    lookup = rules.game.anytime.lookup
    sourced = (lookup is not None and card.family in lookup.families) or "source" in wanted
    return {
        "id": code,
        "family": card.family,
        "title": card.title,
        "text": card.text,
        **({"fields": fields} if fields else {}),
        **({"source": TO_WRITE} if sourced else {}),
        "origin": "invented",
    }


def _blank(field: Field) -> str | float | list[str]:
    if field.number is not None:
        return field.at_least or 0.0
    if field.one_of is not None:
        return next(iter(field.one_of))
    return [next(iter(field.many_of))] if field.many_of is not None else TO_WRITE


def _surprises(rules: Rules, codes: list[str]) -> dict[str, Any]:
    printed = rules.printed or rules
    taken, found = set(printed.scenario.surprises), dict[str, Any]()
    for code in codes:
        one = rules.scenario.surprises[code]
        name = _id(one.title, taken)
        taken.add(name)
        found[name] = _surprise(one)
    return found


def _surprise(one: Surprise) -> dict[str, Any]:
    return {
        "title": one.title,
        "text": one.text,
        **({"asks": one.asks} if one.asks else {}),
        **({"suit": one.suit} if one.suit else {}),
        **({"moves": {axis: _figure(value) for axis, value in one.moves.items()}}
           if one.moves else {}),
        "origin": "invented",
    }  # fmt: skip


def _figure(value: float) -> float:
    return int(value) if value == int(value) else value


def _roles(rules: Rules, codes: list[str]) -> Iterator[dict[str, Any]]:
    taken = set((rules.printed or rules).roles)
    for code in codes:
        role = rules.roles[code]
        name = _id(role.title, taken)
        taken.add(name)
        yield _role(role, name)


def _role(role: Role, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": role.title,
        "short": role.short,
        "origin": "invented",
        "who": role.who,
        "aim": role.aim,
        "wants": list(role.wants) or [TO_WRITE],
        "can": [TO_WRITE],
        "private": {
            "holds_to": role.private.holds_to,
            "why": TO_WRITE,
            "knows": role.private.knows,
            "fears": TO_WRITE,
            "might_say": [TO_WRITE],
        },
    }


def _id(title: str, taken: Collection[str]) -> str:
    """Name something after its title, in the letters of an id."""
    plain = unicodedata.normalize("NFD", title.lower()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain)[: _LONGEST_ID - 3].strip("-") or "sans-titre"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
