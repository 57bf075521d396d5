"""Consent: a proposal passes when nobody keeps an objection to it (Endenburg, 1981).

G. Endenburg, *Sociocratie: het organiseren van de besluitvorming*. An objection is a reasoned
risk, not a preference; whether it is valid, integrated or withdrawn is settled by people before
the count, which has no ties and no abstentions: who says nothing consents.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from eclaireurs_play.engine.decisions.tally import Verdict
from eclaireurs_play.engine.decisions.words import counted

Fate = Literal["kept", "integrated", "withdrawn", "set-aside"]

_LIFTED: Mapping[Fate, str] = {
    "integrated": "intégrée",
    "withdrawn": "retirée",
    "set-aside": "écartée",
}


@dataclass(frozen=True, slots=True)
class Objection:
    """Who objects to what (a proposal or a part of it, in words), and what became of it."""

    by: str
    about: str
    fate: Fate = "kept"


@dataclass(frozen=True, slots=True)
class Consent(Verdict):
    """A verdict with the objections that stand, in the order they were made."""

    kept: tuple[Objection, ...]


def consent(people: Mapping[str, str], objections: Sequence[Objection]) -> Consent:
    """Adopt unless an objection is kept; `people` are those asked, at least one, by id.

    Several objections by one person are as many objections. Nobody else may object.
    """
    if not people:
        raise ValueError("nobody was asked for consent")
    strangers = [one.by for one in objections if one.by not in people]
    if strangers:
        raise ValueError(f"not asked for consent: {', '.join(strangers)}")
    kept = tuple(one for one in objections if one.fate == "kept")
    return Consent(
        outcome="rejected" if kept else "adopted",
        figures={
            "personnes consultées": len(people),
            "objections maintenues": len(kept),
            "objections levées": len(objections) - len(kept),
        },
        sentence=_refused(people, kept) if kept else _adopted(objections),
        kept=kept,
    )


def _adopted(lifted: Sequence[Objection]) -> str:
    fates = Counter(one.fate for one in lifted)
    told = ", ".join(
        counted(fates[fate], "objection", word) for fate, word in _LIFTED.items() if fates[fate]
    )
    because = f"{told}, aucune maintenue" if told else "aucune objection"
    return f"La proposition est adoptée par consentement : {because}."


def _refused(people: Mapping[str, str], kept: Sequence[Objection]) -> str:
    told = " ; ".join(f"{people[one.by]} ({one.about})" for one in kept)
    return f"Pas de consentement, {counted(len(kept), 'objection', 'maintenue')} : {told}."
