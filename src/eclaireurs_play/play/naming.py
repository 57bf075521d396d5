"""Words for what gestures name: options, versions, notes, cards, seats. People never read an id."""

import re
from collections.abc import Iterable, Mapping

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State, all_contributions
from eclaireurs_play.model.phases import PhaseBase

_VERSION = re.compile(r"p(\d+)")
_NAMED = re.compile(r"\b[np]\d+\b")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_PASSING = re.compile(r"\s*\(ou passer(?: : (?P<meaning>[^)]*))?\)\s*$")
_WITHOUT = re.compile(r"pas d['’](?P<noun>\w+)")
_MUTE = tuple("aeiouyhâàéèêëîïôœ")
_BREATHED = ("haie", "hameau", "hangar", "haut", "héron", "hêtre", "hibou", "houx", "huit")
"""Words before which nothing is elided, their h being breathed."""


def own_words(phase: PhaseBase) -> Mapping[str, str]:
    """List what a phase's settings name, whatever they are: bins, options, conditions."""
    settings = (getattr(phase, name) for name in type(phase).model_fields)
    named = (item for one in settings if isinstance(one, Mapping) for item in one.items())
    return {name: words for name, one in named if (words := _words(one))}


def _words(one: object) -> str:
    text = one if isinstance(one, str) else getattr(one, "title", None) or getattr(one, "text", "")
    return " ".join(str(text).split())


def title(rules: Rules, phase: str, name: str) -> str:
    """Give the words for anything a gesture of a phase may name."""
    own = own_words(rules.phases[phase]) if phase in rules.phases else {}
    role = rules.roles.get(name)
    known = own.get(name) or (role.title if role else "")
    if known and name not in rules.scenario.seats:
        return known
    titled = rules.title(name)
    if titled != name:
        return titled
    return version_title(name) or (name.replace("-", " ") if _SLUG.fullmatch(name) else name)


def version_title(name: str) -> str:
    """Name a version of a proposal: « proposition 4 »; "" for anything else."""
    found = _VERSION.fullmatch(name)
    return f"proposition {found[1]}" if found else ""


def worded(rules: Rules, state: State, text: str) -> str:
    """Put words in the place of the ids that a question or a result holds."""
    if not _NAMED.search(text):
        return text
    named = {one.id: f"la {version_title(one.id)}" for one in state.proposals}
    named |= {one.id: note_title(rules, one) for one in all_contributions(state)}
    return capital(_NAMED.sub(lambda found: named.get(found[0], found[0]), text))


def note_title(rules: Rules, one: Contribution) -> str:
    """Name a note by who wrote it: « l'objection (Voisin) », « la note (le groupe) »."""
    noun = objecting(one.asked)
    return f"l'{noun} ({rules.name(one.by)})" if noun else f"la note ({rules.name(one.by)})"


def notes_named(text: str) -> tuple[str, ...]:
    """List the ids of notes that a question names."""
    return tuple(one for one in _NAMED.findall(text) if one.startswith("n"))


def is_note(name: str) -> bool:
    """Tell whether an id is that of a note."""
    return name.startswith("n") and _NAMED.fullmatch(name) is not None


def question(asked: str) -> str:
    """Give what was asked, without the instructions of those who may pass."""
    text = asked.strip()
    cut = _PASSING.sub("", text)
    return cut[: cut.rindex("?") + 1] if cut != text and "?" in cut else cut


def may_pass(asked: str) -> bool:
    """Tell whether to pass is an answer among others to what was asked."""
    return _PASSING.search(asked) is not None


def passing(asked: str) -> str:
    """Say what it means to pass, when it means something: « pas d'objection »."""
    found = _PASSING.search(asked)
    return (found["meaning"] or "") if found else ""


def objecting(asked: str) -> str:
    """Name what someone does who does not pass, when to pass is to have none: « objection »."""
    found = _WITHOUT.search(passing(asked))
    return found["noun"] if found else ""


def of(words: str) -> str:
    """Say that something is someone's: « de Voisin », « d'Allié », « du groupe », « des Tabliers ».

    An article that begins a name is contracted as any other: « Les Tabliers » gives « des ».
    """
    article, _, rest = words.partition(" ")
    if rest and article.lower() in _CONTRACTED:
        return f"{_CONTRACTED[article.lower()]} {rest}"
    elided = words.lower().startswith(_MUTE) and not words.lower().startswith(_BREATHED)
    return f"d'{words}" if elided else f"de {words}"


_CONTRACTED = {"le": "du", "les": "des"}


def listed(items: Iterable[str]) -> str:
    """Write a list as one says it: « a, b et c »."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} et {last}" if first else last


def order_words(rules: Rules, phase: str, order: Iterable[tuple[str, ...]]) -> str:
    """Say an order, the first preferred: « a, puis b et c à égalité »."""
    return ", puis ".join(group_words(rules, phase, group) for group in order)


def ranked_words(rules: Rules, phase: str, order: Iterable[tuple[str, ...]]) -> str:
    """Say an order with each rank: « 1. a ; 2. b et c à égalité ; 4. d »."""
    rank, told = 1, []
    for group in order:
        told.append(f"{rank}. {group_words(rules, phase, group)}")
        rank += len(group)
    return " ; ".join(told)


def group_words(rules: Rules, phase: str, group: tuple[str, ...]) -> str:
    """Say what stands at one place of an order."""
    told = listed(title(rules, phase, item) for item in group)
    return f"{told} à égalité" if len(group) > 1 else told


def raw_order(rules: Rules, order: Iterable[tuple[str, ...]]) -> str:
    """Write an order as results do: `a > b = c`."""
    return " > ".join(" = ".join(map(rules.title, group)) for group in order)
