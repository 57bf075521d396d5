"""What `check` says of paper: texts too long for their place, characters that no font has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from eclaireurs_play.checks.printed import Loaded
from eclaireurs_play.content.annotations import texts
from eclaireurs_play.content.bundle import GameContent, Located, ScenarioContent
from eclaireurs_play.content.icons import unknown_icons
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import Diagnostic, LayoutError
from eclaireurs_play.layout import typography
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.icons import Marks, marks, unknown_marks
from eclaireurs_play.layout.leaflet import leaflet
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.notice import notice
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.layout.seats import Place, places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.surprises import SurpriseCard, surprise_cards
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import CardFormat, Kit, PageFormat, SheetFormat, Theme, What

SEARCHED = ("card_text", "open_text", "sheet_text")
"""Sizes searched from the largest down; here a text need only fit at the least."""

M = TypeVar("M", bound=BaseModel)
PageDrawer = Callable[[PrintContent, Paper, Look], Iterable[Page]]
PlaceDrawer = Callable[[tuple[Place, ...], PrintContent, PageFormat, Look], Iterator[Page]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing to draw: what it is, its name, where it is written, and how it is drawn."""

    kind: str
    name: str
    content: Located
    draw: Callable[[], object]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What trials are made with: the content as it is loaded and as paper takes it, its look."""

    game: GameContent
    scenarios: tuple[ScenarioContent, ...]
    paper: PrintContent
    look: Look


def of_game(
    game: GameContent,
    scenarios: tuple[ScenarioContent, ...],
    loaded: Loaded,
    fonts: Path,
    icons: Mapping[str, Path],
) -> Iterator[Diagnostic]:
    """Tell what the kit of a game can't hold; a game without a kit is not printed.

    Room is judged once every character and every icon can be drawn.
    """
    kit = next((one for one in _models(loaded, "kits", Kit) if one.game == game.game.id), None)
    theme = next(
        (one for one in _models(loaded, "themes", Theme) if kit and one.id == kit.theme), None
    )
    if kit is None or theme is None:
        return
    try:
        known = marks(game.families, game.themes, icons)
    except LayoutError as error:
        yield Diagnostic("print/icons", 0, 0, str(error))
        return
    look = Look(_at_least(theme), fonts, known)
    try:
        drawable = _drawable(look)
    except LayoutError as error:
        yield Diagnostic(f"print/themes/{theme.id}.yaml", 0, 0, str(error))
        return
    missing = [*unknown_icons(game, icons), *_missing(game, scenarios, drawable)]
    yield from _unknown_marks(game, scenarios, known)
    paper = replace(_paper(game, scenarios, loaded, look), icons=icons)
    desk = Desk(game, scenarios, paper, look)
    yield from missing or _too_long(_trials(desk, kit))


def _models(loaded: Loaded, folder: str, model: type[M]) -> Iterator[M]:
    return (read.model for read in loaded[folder] if isinstance(read.model, model))


def _at_least(theme: Theme) -> Theme:
    """Set what is searched at its least size only, so that one trial tells whether it fits."""
    sizes = {name: getattr(theme.sizes, name) for name in SEARCHED}
    least = {name: one.model_copy(update={"most": one.least}) for name, one in sizes.items()}
    return theme.model_copy(update={"sizes": theme.sizes.model_copy(update=least)})


def _drawable(look: Look) -> frozenset[str]:
    """List the characters that every font of the theme has."""
    faces = [look.fonts.face(name) for name in look.theme.fonts]
    return frozenset.intersection(*(frozenset(face.advances) for face in faces))


def _missing(
    game: GameContent, scenarios: tuple[ScenarioContent, ...], drawable: frozenset[str]
) -> Iterator[Diagnostic]:
    """Tell the characters that can't be printed, each where it is written.

    Where the fonts have what typography adds, a text whose letters they have is sound as it is.
    """
    sound = drawable | {"\n"} if drawable >= typography.ADDED else frozenset[str]()
    for source, trail, text in _written(game, scenarios):
        if sound.issuperset(text):
            continue
        for one in sorted(set(typography.french(text)) - drawable - {"\n"}):
            sentence = f"le caractère {quoted(one)} (U+{ord(one):04X}) n'est pas dans les polices"
            yield source.problem(trail, sentence)


def _unknown_marks(
    game: GameContent, scenarios: tuple[ScenarioContent, ...], known: Marks
) -> Iterator[Diagnostic]:
    """Warn of what looks like a mark and will be printed as it is written."""
    for source, trail, text in _written(game, scenarios):
        for one in unknown_marks(text, known) if ":" in text else ():
            sentence = f"{quoted(f':{one}:')} n'est le code d'aucune famille ni l'icône d'un thème"
            hint = did_you_mean(one, known.named)
            yield source.problem(trail, sentence, hint, warning=True)


def _written(
    game: GameContent, scenarios: tuple[ScenarioContent, ...]
) -> Iterator[tuple[Source, Trail, str]]:
    """List every text for people, with where it is written."""
    models: list[BaseModel] = [game.game, *game.decks, game.roles]
    written = [*zip(models, game.sources, strict=False)]
    written += [(one.scenario, one.source) for one in scenarios]
    for model, source in written:
        for trail, text in texts(model):
            yield source, trail, text


def _paper(
    game: GameContent, scenarios: tuple[ScenarioContent, ...], loaded: Loaded, look: Look
) -> PrintContent:
    """Prepare the content as printing takes it; a thing's place is its name, found again later."""
    return PrintContent(
        game=game.game,
        decks=game.decks,
        roles=game.roles,
        scenarios=tuple(one.scenario for one in scenarios),
        where=str,
        digest="",
        fonts_dir=look.fonts_dir,
        folder=game.folder,
        formats=Formats(
            cards={one.id: one for one in _models(loaded, "formats/cards", CardFormat)},
            sheets={one.id: one for one in _models(loaded, "formats/sheets", SheetFormat)},
            pages={one.id: one for one in _models(loaded, "formats/pages", PageFormat)},
        ),
    )


def _trials(desk: Desk, kit: Kit) -> Iterator[Trial]:
    """List what to draw of a kit: cards one by one, seats one by one, some pages."""
    formats = desk.paper.formats
    for item in kit.items:
        sheet, page = formats.sheets.get(item.format), formats.pages.get(item.format)
        card = formats.cards.get(sheet.card) if sheet else None
        if item.what in CARDS and card:
            yield from CARDS[item.what](desk, card)
        if item.what in PAGES and page:
            yield from PAGES[item.what](desk, page)


def _cards(desk: Desk, form: CardFormat) -> Iterator[Trial]:
    maker = CardMaker(desk.paper, form, desk.look, codes=False)
    for card in desk.paper.cards:
        yield Trial("card", card.id, desk.game, partial(_draw_card, maker, card))


def _stances(desk: Desk, form: CardFormat) -> Iterator[Trial]:
    for stance in desk.paper.roles.stances:
        card = StanceCard(stance, desk.paper, form, desk.look)
        yield Trial("stance", stance.id, desk.game, card.front)


def _surprises(desk: Desk, form: CardFormat) -> Iterator[Trial]:
    contents = {one.scenario.id: one for one in desk.scenarios}
    for card in surprise_cards(desk.paper, form, desk.look):
        content = contents[card.scenario.id]
        yield Trial("surprise", card.name, content, partial(_draw_surprise, card))


def _draw_card(maker: CardMaker, card: Card) -> None:
    """Draw a card's face, and its back when it lies open."""
    maker.front(card)
    if card.family in maker.content.looked_up:
        maker.details(card)


def _draw_surprise(card: SurpriseCard) -> None:
    card.front()
    card.back()


def _moves(desk: Desk, form: PageFormat) -> Iterator[Trial]:
    for one in desk.scenarios:
        alone = replace(desk.paper, scenarios=(one.scenario,))
        draw = partial(_draw_all, moves, alone, form, desk.look)
        yield Trial("scenario", one.scenario.id, one, draw)


def _whole(drawer: PageDrawer, desk: Desk, form: PageFormat) -> Iterator[Trial]:
    draw = partial(_draw_all, drawer, desk.paper, form, desk.look)
    yield Trial("game", desk.game.game.id, desk.game, draw)


def _draw_all(drawer: PageDrawer, paper: PrintContent, form: PageFormat, look: Look) -> None:
    for _ in drawer(paper, Paper(form, "", ""), look):
        pass


def _seats(drawer: PlaceDrawer, desk: Desk, form: PageFormat) -> Iterator[Trial]:
    for place in places(desk.paper):
        hint = f"dans la situation « {place.scenario.id} »" if place.scenario else ""
        draw = partial(_draw_seat, drawer, place, desk.paper, form, desk.look)
        yield Trial("role", place.role.id, desk.game, draw, hint)


def _draw_seat(
    drawer: PlaceDrawer, place: Place, paper: PrintContent, form: PageFormat, look: Look
) -> None:
    for _ in drawer((place,), paper, form, look):
        pass


def _too_long(trials: Iterator[Trial]) -> Iterator[Diagnostic]:
    for trial in trials:
        try:
            trial.draw()
        except LayoutError as error:
            sentence = str(error).removeprefix(f"{trial.name} : ")
            yield trial.content.problem(trial.kind, trial.name, (), sentence, trial.hint)


CARDS: Mapping[What, Callable[[Desk, CardFormat], Iterator[Trial]]] = {
    "cards": _cards,
    "stances": _stances,
    "surprises": _surprises,
}
PAGES: Mapping[What, Callable[[Desk, PageFormat], Iterator[Trial]]] = {
    "roles": partial(_seats, role_sheets),
    "tents": partial(_seats, tents),
    "moves": _moves,
    "notice": partial(_whole, notice),
    "leaflet": partial(_whole, leaflet),
}
"""What is tried, by kind of item."""
