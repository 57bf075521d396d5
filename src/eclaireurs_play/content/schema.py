"""JSON Schemas of what designers write, so that their editor completes and checks as they type."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from eclaireurs_play.model import print as printed
from eclaireurs_play.model.campaign import Campaign
from eclaireurs_play.model.deck import Deck, Translation
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.printers import PrinterFormat
from eclaireurs_play.model.role import Roles
from eclaireurs_play.model.scenario import Scenario

DIALECT = "http://json-schema.org/draft-07/schema#"
MODELS: Mapping[str, tuple[type[BaseModel], str]] = {
    "game": (Game, "Les règles d'un jeu (game.yaml)"),
    "deck": (Deck, "Des cartes sous une même licence (cards*.yaml)"),
    "translation": (Translation, "Les cartes d'un jeu dans une autre langue (en.yaml)"),
    "roles": (Roles, "Les rôles et les postures d'un jeu (roles.yaml)"),
    "scenario": (Scenario, "Une situation à jouer avec un jeu"),
    "campaign": (Campaign, "Des séances à des semaines d'écart, l'une ouvrant l'autre"),
    "theme": (printed.Theme, "L'apparence de ce qui est imprimé ou projeté"),
    "kit": (printed.Kit, "Tout ce qui s'imprime pour jouer une fois"),
    "card-format": (printed.CardFormat, "La taille d'une carte"),
    "sheet-format": (printed.SheetFormat, "Comment les cartes se rangent sur une feuille"),
    "paper-format": (printed.PaperFormat, "Une taille de papier"),
    "printer-format": (PrinterFormat, "Ce qu'un imprimeur de cartes demande"),
    "page-format": (printed.PageFormat, "Une page de texte ou un plateau, et ses marges"),
}
"""Each schema's name, with its model and its title for people."""


class _Schema(GenerateJsonSchema):
    """Schemas as designers write: keys are their own titles, and nobody writes null."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - never
        """Leave titles out: the key already says it."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Describe only what may be written: what is left out is not null, it is absent."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults that say nothing."""
        described = super().default_schema(schema)
        return {key: one for key, one in described.items() if key != "default" or one}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse the keys that no pattern allows."""
        described = super().dict_schema(schema)
        closed = {"additionalProperties": False} if "patternProperties" in described else {}
        return {**described, **closed}

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Let choices be written as a bare list of slugs as well as a mapping."""
        described = super().function_before_schema(schema)
        if described.get("type") != "object":
            return described
        slug = {"type": "string", "pattern": next(iter(described["patternProperties"]))}
        return {"anyOf": [described, {"type": "array", "items": slug, "minItems": 1}]}


def schemas() -> dict[str, dict[str, Any]]:
    """Give every JSON Schema by name."""
    return {
        name: {
            "$schema": DIALECT,
            **model.model_json_schema(schema_generator=_Schema),
            "title": title,
        }
        for name, (model, title) in MODELS.items()
    }


def written(schema: Mapping[str, Any]) -> str:
    """Write a schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder as `<name>.json`; give the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas().items():
        path = folder / f"{name}.json"
        path.write_text(written(schema), encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)
