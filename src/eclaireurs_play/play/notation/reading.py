"""Lines to actions."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    NEWS,
    Action,
    Audience,
    Choose,
    Clock,
    Close,
    Draw,
    Fill,
    Gesture,
    Move,
    Pass,
    Place,
    Rank,
    Rate,
    Reveal,
    Share,
    Value,
    Write,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotationError
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation.words import bare, plain, slug, split_words, unescaped
from eclaireurs_play.play.notation.writing import AUDIENCE_WORDS, CLOCK_WORDS, PROPOSAL, VERSION

AUDIENCES: Mapping[str, Audience] = {word: audience for audience, word in AUDIENCE_WORDS.items()}
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_WRITTEN = re.compile(
    r"^(?:(?P<about>[^\s:()]+)\s+)?(?P<who>[^\s:()]+)(?:\s+\((?P<to>[^)]*)\))?\s*:\s*(?P<text>.*)$",
    re.DOTALL,
)


def read_line(line: str, rules: Rules) -> Action:
    """Read one line; `NotationError` says in French what is not understood."""
    text = line.strip()
    written = _WRITTEN.match(text)
    words = split_words(text)
    if written is None or plain(written["who"]) in _VERBS:
        return _gesture(words, rules)
    who = known_actor(written["who"], rules)
    about = known_code(written["about"], rules) if written["about"] else ""
    return Action(who, Write(about, unescaped(written["text"]), _audience(written["to"])))


def _gesture(words: list[str], rules: Rules) -> Action:
    """Read a line that begins with who, for whom if need be, then a verb."""
    if len(words) > 1 and (audience := re.fullmatch(r"\((\w+)\)", words[1])):
        action = _gesture([words[0], *words[2:]], rules)
        if isinstance(action.gesture, Rate):
            kept = replace(action.gesture, to=_audience(audience[1]))
            return Action(action.by, kept)
        return action
    if len(words) < 2 or plain(words[1]) not in _VERBS:  # noqa: PLR2004 - who and verb
        raise NotationError(_not_understood(words, rules))
    return Action(known_actor(words[0], rules), _VERBS[plain(words[1])](words[2:], rules))


def known_actor(word: str, rules: Rules) -> str:
    """Give the seat, facilitator or group that a word names, also by its beginning."""
    actors = (*rules.scenario.seats, FACILITATOR, GROUP)
    folded = plain(word)
    if folded in actors:
        return folded
    by_name = [seat for seat in rules.scenario.seats if slug(rules.name(seat)) == folded]
    if len(by_name) == 1:
        return by_name[0]
    begun = [actor for actor in actors if actor.startswith(folded)]
    if len(begun) == 1 and folded:
        return begun[0]
    if begun:
        raise NotationError(f"« {word} » peut être {' ou '.join(begun)} : écrivez-en plus.")
    raise NotationError(
        f"Personne ne s'appelle {suggest(folded, actors)} ici ; à table : {', '.join(actors)}."
    )


def known_code(word: str, rules: Rules) -> str:
    """Complete a card's code (`ef7` is `EF-07`); any other word loses capitals and accents."""
    match = re.fullmatch(r"([A-Za-z]{2,3})-?(\d{1,3})", word)
    if match is None:
        return plain(word)
    number = int(match[2])
    for width in (2, 3):
        code = f"{match[1].upper()}-{number:0{width}d}"
        if code in rules.cards:
            return code
    codes = tuple(rules.cards)
    raise NotationError(f"Aucune carte n'a le code {suggest(word.upper(), codes)}.")


def read_blanks(words: list[str], fields: Mapping[str, Field]) -> dict[str, Value]:
    """Read `field=value` words, each value according to its field."""
    values: dict[str, Value] = {}
    for word in words:
        name, equal, value = word.partition("=")
        if not equal or not value:
            raise NotationError(f"« {word} » devrait s'écrire champ=valeur.")
        values[plain(name)] = _value(value, fields.get(plain(name)))
    return values


def _value(word: str, field: Field | None) -> Value:
    text = bare(word)
    if field is not None and field.many_of is not None:
        return tuple(map(slug, text.split("+")))
    if field is not None and (field.one_of is not None or field.seat):
        return slug(text)
    if field is not None and field.number is not None:
        try:
            return float(text.replace(",", "."))
        except ValueError:
            raise NotationError(f"« {text} » n'est pas un nombre.") from None
    bare_number = field is None and _NUMBER.fullmatch(word)
    return float(word.replace(",", ".")) if bare_number else text


def _audience(word: str | None) -> Audience:
    if word is None:
        return "public"
    if plain(word) not in AUDIENCES:
        raise NotationError(
            f"Visibilité inconnue : {suggest(plain(word), tuple(AUDIENCES))} ; "
            "écrivez (parties) ou (animateur), ou rien pour tout le monde."
        )
    return AUDIENCES[plain(word)]


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
    return Draw("role", code) if code in rules.roles else Draw(code)


def _reveal(words: list[str], rules: Rules) -> Gesture:
    return Reveal(known_code(_one(words, "la carte à montrer"), rules))


def _rate(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Il manque la carte à évaluer.")
    return Rate(known_code(words[0], rules), read_blanks(words[1:], rules.game.ratings))


def _choose(words: list[str], rules: Rules) -> Gesture:
    about, equal, options = _one(words, "le choix, écrit sujet=option").partition("=")
    if not equal:
        raise NotationError(f"« {about} » devrait s'écrire {about}=option.")
    return Choose(known_code(about, rules), tuple(map(slug, options.split("+"))))


def _place(words: list[str], rules: Rules) -> Gesture:
    if len(words) != 3 or plain(words[1]) != "dans":  # noqa: PLR2004 - item, dans, zone
        raise NotationError("Écrivez : pose EF-07 dans accords.")
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
    form = rules.game.forms.get(name)
    return Fill(name, read_blanks(words[1:], form.fields if form else {}))


def _propose(words: list[str], rules: Rules) -> Gesture:
    del rules
    return Fill(PROPOSAL, _options(words))


def _amend(words: list[str], rules: Rules) -> Gesture:
    del rules
    if not words or not VERSION.fullmatch(plain(words[0])):
        raise NotationError("Écrivez : amende p1 terme=option.")
    return Fill(plain(words[0]), _options(words[1:]))


def _options(words: list[str]) -> dict[str, Value]:
    if not words:
        raise NotationError("Écrivez : terme=option autre-terme=option.")
    return {term: slug(str(option)) for term, option in read_blanks(words, {}).items()}


def _rank(words: list[str], rules: Rules) -> Gesture:
    if not words:
        raise NotationError("Écrivez : classe sujet premier > deuxième ~ à égalité.")
    groups = " ".join(words[1:]).split(">")
    order = tuple(tuple(known_code(one.strip(), rules) for one in group.split("~") if one.strip())
                  for group in groups)  # fmt: skip
    return Rank(plain(words[0]), order)


def _share(words: list[str], rules: Rules) -> Gesture:
    del rules
    if not words:
        raise NotationError("Écrivez : répartit sujet ligne=10 autre-ligne=5.")
    number = Field(number="")
    fields = {plain(word.partition("=")[0]): number for word in words[1:]}
    parts = read_blanks(words[1:], fields)
    return Share(plain(words[0]), {name: float(part) for name, part in parts.items()
                                   if isinstance(part, float)})  # fmt: skip


def _pass(words: list[str], rules: Rules) -> Gesture:
    del rules
    if words:
        raise NotationError("« passe » se suffit à lui-même.")
    return Pass()


def _close(words: list[str], rules: Rules) -> Gesture:
    about = words[0] if words and (words[0] in rules.phases or words[0] == "seance") else ""
    reason = words[1:] if about else words
    return Close(about, " ".join(map(bare, reason)))


def _clock(about: str) -> Callable[[list[str], Rules], Gesture]:
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


_VERBS: Mapping[str, Callable[[list[str], Rules], Gesture]] = {
    "pioche": _draw,
    "montre": _reveal,
    "evalue": _rate,
    "choisit": _choose,
    "pose": _place,
    "va": _move,
    "remplit": _fill,
    "propose": _propose,
    "amende": _amend,
    "classe": _rank,
    "repartit": _share,
    "passe": _pass,
    "clot": _close,
    **{word: _clock(about) for about, word in CLOCK_WORDS.items()},
}
VERBS = (
    "pioche",
    "montre",
    "évalue",
    "choisit",
    "pose",
    "va",
    "remplit",
    "propose",
    "amende",
    "classe",
    "répartit",
    "passe",
    "clôt",
)


def _not_understood(words: list[str], rules: Rules) -> str:
    if not words:
        return "La ligne est vide."
    if len(words) > 1:
        known_actor(words[0], rules)
        return (
            f"Le verbe {suggest(words[1], VERBS)} n'est pas compris ; essayez "
            f"{', '.join(VERBS)}, ou « {words[0]}: » suivi de ce qui a été dit."
        )
    return f"« {words[0]} » ne suffit pas : dites qui, puis ce qui s'est passé."
