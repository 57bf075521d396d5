"""What one person fills by hand while a group decides: told by phases, drawn by paper."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from eclaireurs_play.model.outline import Blank

TICKED = ("approval", "judgment")
"""Methods whose ballots have boxes to tick; on the others, a figure goes into each box."""

FREE = 6
"""How many options may be written on a ballot that names none."""

PROPOSAL = (
    Blank("Qui propose"),
    Blank("La proposition", rows=8, terms="all"),
    Blank("Pourquoi, et pour qui", rows=3),
)

OBJECTION = (
    Blank("Qui objecte"),
    Blank("Le risque que vous voyez", rows=3),
    Blank("Pour qui"),
    Blank("Ce qui le lèverait", rows=2),
    Blank("Le groupe y voit", options=("Un risque à traiter", "Une préférence"), across=True),
    Blank("À la fin", options=("Levée", "Gardée"), across=True),
)


def amendment(*, apart: bool) -> tuple[Blank, ...]:
    """Give the blanks of an amendment; it may be kept apart when the phase allows."""
    answers = ("Intégrer", "Écarter", *(("Garder à part",) if apart else ()))
    return (
        Blank("Qui change, et quelle proposition (p1, p2…)"),
        Blank("Ce qui change, une seule chose à la fois", rows=2, terms="one"),
        Blank("Pourquoi, et pour qui", rows=2),
        Blank("La réponse", options=answers, across=True),
    )


def ballot(
    question: str, method: str, options: Sequence[str], mentions: Sequence[str]
) -> tuple[Blank, ...]:
    """Give a ballot: boxes to tick, or boxes where ranks or points are written."""
    if method == "majority":
        return (Blank(question, options=("Oui", "Non", "Abstention"), across=True),)
    named = lettered(options) or ("",) * FREE
    scale = tuple(mentions) if method == "judgment" else ()
    return (Blank(question, options=named, scale=scale, figures=method not in TICKED),)


def lettered(options: Sequence[str]) -> tuple[str, ...]:
    """Put before each option the letter that may be typed for it: « A. Le pont »."""
    if len(options) > len(ascii_uppercase):
        return tuple(options)
    return tuple(f"{letter}. {one}" for letter, one in zip(ascii_uppercase, options, strict=False))


def counted(question: str, method: str, options: Sequence[str]) -> Blank:
    """Give the boxes where the count of a vote is written."""
    named = ("Oui", "Non", "Abstention") if method == "majority" else lettered(options)
    return Blank(question, options=named or ("",) * FREE, figures=True)


def ballot_line(about: str, method: str, options: Sequence[str]) -> str:
    """Give what is typed of a ballot, after who cast it."""
    names = tuple(options) or ("option-a", "option-b")
    ranked = f"classe {about} {' > '.join(names[:3])}"
    return {
        "majority": f"choisit {about}=oui",
        "approval": f"choisit {about}={'+'.join(names[:2])}",
        "points": f"répartit {about} {parts(names[:2], 1)}",
        "borda": ranked,
        "schulze": ranked,
        "judgment": f"remplit {about} {' '.join(f'{one}=m1' for one in names[:2])}",
    }[method]


def parts(names: Sequence[str], part: int) -> str:
    """Write the same part for each name."""
    return " ".join(f"{one}={part}" for one in names)


def shares(among: Mapping[str, str], unit: str) -> tuple[Blank, ...]:
    """Give a box for each part of an envelope, one for their sum, and lines for the reason."""
    lines = tuple(among.values()) or ("",) * FREE
    measured = f", en {unit}" if unit else ""
    return (
        Blank(f"La part de chaque ligne{measured}", options=(*lines, "Total"), figures=True),
        Blank("Pourquoi cette répartition", rows=5),
    )


def wishes(count: int) -> tuple[Blank, ...]:
    """Give lines for wishes, the first wish first."""
    return (
        Blank("Qui demande"),
        Blank("Mes vœux, le premier d'abord", ("Code", "La place"), rows=max(1, count)),
        Blank("Pourquoi ces vœux", rows=5),
        Blank("Ce qui m'est proposé", rows=2),
    )
