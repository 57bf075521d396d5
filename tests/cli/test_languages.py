"""French by default, English on request: nothing is left half-said, and catalogues are current."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from eclaireurs_play import cli, table
from eclaireurs_play.cli.program import COMMANDS
from eclaireurs_play.cli.words import LANGUAGES, ngettext
from tests.cli.running import outside, run

SOURCES = Path(cli.__file__).parent
SAYING = (SOURCES, Path(table.__file__).parent)
"""The packages whose sentences go through the catalogue."""

ASKED_WRONG = (
    (),
    ("plays",),
    ("--lang", "de", "list"),
    ("list", "lists"),
    ("list", "games", "games"),
    ("list", "--gamse"),
    ("play",),
    ("play", "zone-logistique", "--seed", "sept"),
    ("play", "zone-logistique", "--script"),
    ("play", "zone-logistique", "--auto=oui"),
    ("play", "zone-logistique", "--scrip", "x"),
    ("synthesis", "/"),
    ("print", "jeu-des-impacts"),
    ("play", "zorro"),
)


def catalogue(language: str) -> Catalog:
    path = SOURCES / "locale" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file)


def modules(*folders: Path) -> Iterator[tuple[str, ast.Module]]:
    """Read every module that says something, as a tree: f-strings hide sentences from babel."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            yield path.name, ast.parse(path.read_text(encoding="utf-8"))


def ours() -> set[tuple[str, ...]]:
    """Extract every sentence of ours that goes through the catalogue."""
    return {
        found for _name, tree in modules(*SAYING) for one in ast.walk(tree) if (found := said(one))
    }


def said(node: ast.AST) -> tuple[str, ...]:
    """Give the sentences that a call says, if it is one that says any."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return ()
    several = {"_": 1, "N_": 1, "ngettext": 2}.get(node.func.id, 0)
    given = node.args[:several]
    return tuple(str(one.value) for one in given if isinstance(one, ast.Constant))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_current(language: str) -> None:
    path = SOURCES / "locale" / language / "LC_MESSAGES" / "messages.mo"
    with path.open("rb") as file:
        compiled = read_mo(file)
    assert _pairs(compiled) == _pairs(catalogue(language)), "run `make locale`"


def _pairs(messages: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_ids(one.id): _ids(one.string or "") for one in messages if one.id}


def test_every_sentence_of_ours_is_said_in_english() -> None:
    english = {_ids(message.id): message for message in catalogue("en") if message.id}
    assert set(english) == ours()
    assert [one.id for one in english.values() if one.fuzzy or not all(_ids(one.string))] == []


def test_translations_fill_the_same_blanks() -> None:
    for language in LANGUAGES:
        for message in catalogue(language):
            assert list(message.check()) == [], message.id


def test_nothing_of_ours_is_said_past_the_catalogue() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py"))
    for way in ('help="', "help=f", 'aside("', 'UsageError("', 'BadParameter("', 'echo("'):
        assert way not in said


NOT_SAID = {"Éclaireurs", "éèêô"}
"""A folder's name, and letters."""


def test_the_table_says_nothing_past_the_catalogue() -> None:
    """Errors stay in French, as those of games; what is drawn does not."""
    for name, tree in modules(SAYING[1]):
        apart = {id(one) for found in ast.walk(tree) if _apart(found) for one in ast.walk(found)}
        left = {
            one.value for one in ast.walk(tree)
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
            and id(one) not in apart and re.search("[éèêàçôùÉÀ«]", one.value)
        }  # fmt: skip
        assert left <= NOT_SAID, name


def _apart(node: ast.AST) -> bool:
    """Tell what is no sentence that the screen says: documentation, errors, what is translated."""
    return bool(said(node)) or isinstance(node, ast.Raise) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )  # fmt: skip


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Gather what click asks the catalogue for."""
    asked: set[str] = set()

    def one(message: str) -> str:
        asked.add(message)
        return message

    def several(singular: str, plural: str, count: int) -> str:
        asked.update({singular, plural})
        return singular if count == 1 else plural

    for module in _of_click():
        for name, stand_in in (("_", one), ("ngettext", several)):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, stand_in)
    return asked


def _of_click() -> Iterator[object]:
    for found in pkgutil.iter_modules(click.__path__):
        if found.name != "_winconsole":
            yield importlib.import_module(f"click.{found.name}")


def test_everything_click_says_here_is_said_in_french(met: set[str]) -> None:
    for words in ((), *((name,) for name in COMMANDS)):
        run(*words, "--help")
    for words in ASKED_WRONG:
        run(*words)
    french = catalogue("fr")
    known = {one for message in french if message.id for one in _ids(message.id)}
    assert met
    assert sorted(met - known) == []
    assert [message.id for message in french if message.id and not message.string] == []


def _ids(found: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found)


FRENCH_LEFT = ("Montre", "Joue", "FICHIER", "Erreur", "Usage :", "défaut", "Commandes")
ENGLISH_LEFT = ("Usage:", "Show ", "FILE", "Error", "default", "Commands")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize(("lang", "foreign"), [("en", FRENCH_LEFT), ("fr", ENGLISH_LEFT)])
def test_help_speaks_one_language(command: str, lang: str, foreign: tuple[str, ...]) -> None:
    ran = run(*filter(None, [command]), "--help", lang=lang)
    assert ran.code == 0
    assert [word for word in foreign if word in ran.out] == []


def test_the_two_languages_say_the_same_thing_differently() -> None:
    helps = {lang: run("play", "--help", lang=lang).out for lang in LANGUAGES}
    assert "Plays a scenario" in helps["en"]
    assert "Joue une situation" in helps["fr"]


def test_the_variable_chooses_the_language_and_the_option_wins() -> None:
    english = {"ECLAIREURS_LANG": "en"}
    assert "Usage:" in outside("--help", variables=english).out
    assert "Usage :" in outside("--lang", "fr", "--help", variables=english).out
    assert "Usage :" in outside("--lang=fr", "--help", variables=english).out
    assert "Usage :" in outside("--help", variables={"ECLAIREURS_LANG": ""}).out


@pytest.mark.parametrize(
    ("lang", "count", "said"),
    [
        ("fr", 0, "0 carte"), ("fr", 1, "1 carte"), ("fr", 2, "2 cartes"),
        ("en", 0, "0 cards"), ("en", 1, "1 card"), ("en", 2, "2 cards"),
    ],
)  # fmt: skip
def test_a_sentence_agrees_with_its_number(lang: str, count: int, said: str) -> None:
    run("list", "games", lang=lang)
    assert ngettext("{count} carte", "{count} cartes", count).format(count=count) == said


def test_nothing_is_said_of_things_in_brackets() -> None:
    assert [one for ids in ours() for one in ids if "(s)" in one] == []


@pytest.mark.parametrize("variable", [None, "de"])
def test_an_unknown_language_is_said_in_one_sentence(
    variable: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv("ECLAIREURS_LANG", variable)
    ran = outside("list") if variable else run("list", lang="de")
    assert ran.code == 2
    assert ran.said == "Erreur : Valeur refusée pour '--lang' : « de » n'est pas parmi 'fr', 'en'."
