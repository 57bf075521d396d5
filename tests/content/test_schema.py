from pathlib import Path

import pytest

from eclaireurs_play.content import library
from eclaireurs_play.content.schema import schemas, write_schemas

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
NAMED = {"game.yaml": "game", "roles.yaml": "roles", "en.yaml": "translation"}
FOLDERS = {
    "themes": "theme",
    "kits": "kit",
    "cards": "card-format",
    "papers": "paper-format",
    "printers": "printer-format",
    "sheets": "sheet-format",
    "pages": "page-format",
}


def _expected(path: Path) -> str:
    kind = path.relative_to(ROOT).parts[0]
    if kind == "scenarios":
        return "campaign" if path.parent.name == library.CAMPAIGN_FOLDER else "scenario"
    return FOLDERS[path.parent.name] if kind == "print" else NAMED.get(path.name, "deck")


def _library_files() -> list[Path]:
    return sorted(
        path
        for folder in ("decks", "scenarios", "print")
        for path in (ROOT / folder).rglob("*.yaml")
    )


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    fresh = {path.name: path.read_bytes() for path in write_schemas(tmp_path)}
    kept = {path.name: path.read_bytes() for path in SCHEMAS.glob("*.json")}
    assert kept == fresh, "run « eclaireurs schema »"


@pytest.mark.parametrize("path", _library_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_names_its_schema_first(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    assert (
        path.parent / first.removeprefix(prefix)
    ).resolve() == SCHEMAS / f"{_expected(path)}.json"


def test_choices_may_be_a_list_or_a_mapping() -> None:
    field = schemas()["game"]["$defs"]["Field"]["properties"]["one_of"]
    assert [one["type"] for one in field["anyOf"]] == ["object", "array"]


def test_a_misspelt_key_is_refused_by_the_editor_too() -> None:
    game = schemas()["game"]
    assert game["additionalProperties"] is False
    assert all(one.get("additionalProperties") is False for one in game["$defs"].values())
