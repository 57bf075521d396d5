"""What stands after the verb of each gesture, read and written side by side."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from eclaireurs_play.engine.gestures import (
    NEWS,
    Choose,
    Clock,
    Close,
    Create,
    Draw,
    Fill,
    Gesture,
    Move,
    Pass,
    Place,
    Rank,
    Rate,
    Reveal,
    Seat,
    Share,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.versions import PROPOSAL
from eclaireurs_play.errors import NotationError
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation import attendance
from eclaireurs_play.play.notation.blanks import pairs, read_blanks, read_number, write_blanks
from eclaireurs_play.play.notation.made import VERB, read_made, write_made
from eclaireurs_play.play.notation.names import known_code, known_option
from eclaireurs_play.play.notation.words import bare, plain, quoted, slug

VERSION = re.compile(r"p\d+")

Reader = Callable[[list[str], Rules], Gesture]


def _one(words: list[str], what: str) -> str:
    if len(words) != 1:
        raise NotationError(f"Il manque {what}." if not words else f"Un seul mot attendu : {what}.")
    return words[0]


def _draw(words: list[str], rules: Rules) -> Gesture:
    code = known_code(_one(words, "la carte ou la famille à piocher"), rules)
    card = rules.cards.get(code)
    if card is not None:
        return Draw(card.family, code)
    if code in rules.scenario.surprises:
        return Draw(NEWS, code)
    if code in rules.stances:
        return Draw("posture", code)
    return Draw("role", code) if code in rules.roles else Draw(code)


def _reveal(words: list[str], rules: Rules) -> Gesture:
    return Reveal(known_code(_one(words, "la carte à montrer"), rules))


def _rate(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Il manque la carte à évaluer.")
    return Rate(known_code(words[0], rules), read_blanks(words[1:], rules.game.ratings, rules))


def _choose(words: list[str], rules: Rules) -> Gesture:
    about, equal, options = _one(words, "le choix, écrit sujet=option").partition("=")
    if not equal:
        raise NotationError(f"« {about} » devrait s'écrire {about}=option.")
    chosen = (known_option(one, rules) for one in options.split("+") if one)
    return Choose(known_code(about, rules), tuple(chosen))


def _place(words: list[str], rules: Rules) -> Gesture:
    if len(words) != 3 or plain(words[1]) != "dans":  # noqa: PLR2004 - item, dans, zone
        what, where = (words[0], words[-1]) if len(words) > 1 else ("EF-07", "accords")
        raise NotationError(f"Écrivez : pose {what} dans {where}.")
    return Place(known_code(words[2], rules), known_code(words[0], rules))


def _move(words: list[str], rules: Rules) -> Gesture:
    del rules
    kept = [word for word in words if plain(word) not in {"a", "sur"}]
    try:
        value = int(kept[0].replace("−", "-"))
        return Move(plain(kept[1]) if len(kept) > 1 else "", value)
    except (IndexError, ValueError):
        raise NotationError("Écrivez : va à +2 sur position-avant.") from None


def _fill(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Il manque la feuille à remplir.")
    name = plain(words[0])
    return Fill(name, read_blanks(words[1:], _fields(name, words[1:], rules), rules))


def _fields(name: str, blanks: list[str], rules: Rules) -> Mapping[str, Field]:
    """Give the fields of a form, or for the row of a board, of the form that has those filled."""
    forms = rules.game.forms
    if name in forms:
        return forms[name].fields
    filled = {plain(one.partition("=")[0]) for one in blanks}
    return next((form.fields for form in forms.values() if filled <= set(form.fields)), {})


def _propose(words: list[str], rules: Rules) -> Gesture:
    return Fill(PROPOSAL, _options(words, rules))


def _amend(words: list[str], rules: Rules) -> Gesture:
    about, options = _subject(words)
    if not options or (about and not VERSION.fullmatch(about)):
        raise NotationError("Écrivez : amende p1 terme=option.")
    return Fill(about, _options(options, rules))


def _options(words: list[str], rules: Rules) -> dict[str, str]:
    if not words:
        raise NotationError("Écrivez : terme=option autre-terme=option.")
    return {term: slug(bare(option)) for term, option in pairs(words, rules, "terme=option")}


def _subject(words: list[str]) -> tuple[str, list[str]]:
    """Part what a gesture is about from the pairs after it; "" when it was left out."""
    named = bool(words) and "=" not in words[0]
    return (plain(words[0]), words[1:]) if named else ("", words)


def _filled(one: Fill) -> str:
    """Write a proposal and an amendment by their own verbs."""
    if one.about == PROPOSAL:
        verb = "propose"
    else:
        verb = f"{'amende' if VERSION.fullmatch(one.about) else 'remplit'} {one.about}"
    return f"{verb} {write_blanks(one.values)}"


_BETWEEN = re.compile(r"[>,~]")


def _rank(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Écrivez : classe sujet premier > deuxième ~ à égalité.")
    listed = _BETWEEN.search(words[0]) or _BETWEEN.match("".join(words[1:2]))
    about = "" if listed or known_option(words[0], rules) in rules.cards else plain(words[0])
    groups = re.split("[>,]", " ".join(words[1:] if about else words))
    order = (tuple(_ranked(one.split(), rules) for one in group.split("~") if one.strip())
             for group in groups)  # fmt: skip
    return Rank(about, tuple(filter(None, order)))


def _ranked(words: list[str], rules: Rules) -> str:
    if len(words) == 1:
        return known_code(words[0], rules)
    codes = [known_option(word, rules) for word in words]
    if all(code in rules.cards for code in codes):
        raise NotationError(f"Mettez un signe entre les cartes : {' > '.join(codes)}.")
    return slug(" ".join(words))


def _share(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Écrivez : répartit sujet ligne=10 autre-ligne=5.")
    about, parts = _subject(words)
    shared = pairs(parts, rules, "ligne=nombre")
    return Share(about, {name: read_number(part) for name, part in shared})


def _pass(words: list[str], rules: Rules) -> Gesture:
    del rules
    if words:
        raise NotationError("« passe » se suffit à lui-même.")
    return Pass()


def _close(words: list[str], rules: Rules) -> Gesture:
    about = words[0] if words and (words[0] in rules.phases or words[0] == "seance") else ""
    reason = words[1:] if about else words
    return Close(about, " ".join(map(bare, reason)))


def _closed(one: Close) -> str:
    reason = quoted(one.reason) if one.reason else ""
    return " ".join(filter(None, ("clôt", one.about, reason)))


def _clock(about: str) -> Reader:
    def read(words: list[str], rules: Rules) -> Gesture:
        del rules
        seconds = 0
        if words:
            amount = re.fullmatch(r"(\d{1,5}(?:[.,]\d)?)(s?)", words[0])
            if amount is None or len(words) > 1:
                raise NotationError("Écrivez un nombre de minutes : minutes 3 (ou 180s).")
            seconds = round(float(amount[1].replace(",", ".")) * (1 if amount[2] else 60))
        return Clock(about, seconds)  # type: ignore[arg-type] # one of the three words below

    return read


_CLOCK: Mapping[str, str] = {"pause": "pause", "resume": "reprend", "elapsed": "minutes"}


def _timed(one: Clock) -> str:
    return f"{_CLOCK[one.about]}{f' {one.seconds}s' if one.seconds else ''}"


READERS: Mapping[str, Reader] = {
    "pioche": _draw,
    "montre": _reveal,
    "évalue": _rate,
    "choisit": _choose,
    "pose": _place,
    "va": _move,
    "remplit": _fill,
    "propose": _propose,
    "amende": _amend,
    "classe": _rank,
    "répartit": _share,
    "passe": _pass,
    "clôt": _close,
    VERB: read_made,
    **attendance.READERS,
    **{word: _clock(about) for about, word in _CLOCK.items()},
}
"""Each verb, and what reads the words after it."""

WRITERS: Mapping[type, Callable[[Any], str]] = {
    Draw: lambda one: f"pioche {one.card or one.about}",
    Reveal: lambda one: f"montre {one.about}",
    Rate: lambda one: f"évalue {one.about} {write_blanks(one.values)}",
    Choose: lambda one: f"choisit {one.about}={'+'.join(one.options)}",
    Place: lambda one: f"pose {one.item} dans {one.about}",
    Move: lambda one: f"va à {one.value:+d} sur {one.about}",
    Fill: _filled,
    Rank: lambda one: f"classe {one.about} {' > '.join('~'.join(group) for group in one.order)}",
    Share: lambda one: f"répartit {one.about} {write_blanks(one.parts)}",
    Pass: lambda _: "passe",
    Close: _closed,
    Create: write_made,
    Seat: attendance.write_seat,
    Clock: _timed,
}
"""Each gesture that is not words, and what writes it from its verb on."""
