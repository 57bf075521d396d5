"""Digests of content: one for what changes a game, one for everything that is written.

A text is any string that follows no pattern (`annotations.is_text`): rewording one changes only
the digest of texts. Values left at their default are left out, so that a key added to the model
later changes no digest. The order of mappings counts: it is the order people see and draw in.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from eclaireurs_play.content.annotations import (
    Option,
    as_model,
    fields,
    inside,
    is_text,
    options,
)
from eclaireurs_play.model.base import NOT_A_RULE, Origin

LENGTH = 16
ORIGIN = options(Origin)
TEXT = "texte"


def digest(parts: Iterable[Any]) -> str:
    """Hash JSON values to a short hexadecimal text."""
    written = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return sha256(written.encode()).hexdigest()[:LENGTH]


def texts_of(model: BaseModel) -> Any:  # noqa: ANN401 - any JSON value
    """Give a model as JSON, whole."""
    return model.model_dump(mode="json", exclude_defaults=True)


def rules_of(model: BaseModel) -> Any:  # noqa: ANN401 - any JSON value
    """Give a model as JSON, each text replaced by the fact that there is one."""
    defaults = type(model).model_fields
    return {
        name: _rules(allowed, value)
        for name, allowed in fields(type(model)).items()
        if not _apart(allowed) and (value := getattr(model, name)) != defaults[name].default
    }


def _apart(allowed: tuple[Option, ...]) -> bool:
    """Tell whether a key is no rule: where a thing comes from, how it is told or printed."""
    return allowed == ORIGIN or any(NOT_A_RULE in option.attached for option in allowed)


def _rules(allowed: tuple[Option, ...], value: Any) -> Any:  # noqa: ANN401
    """Strip a value of its texts; a list of texts counts as one text."""
    if isinstance(value, BaseModel):
        return rules_of(value)
    if isinstance(value, Mapping):
        within = _within(allowed, "")
        return [[key, _rules(within, one)] for key, one in value.items()]
    within = _within(allowed, 0)
    if isinstance(value, str | tuple) and any(is_text(one) for one in (*allowed, *within)):
        return TEXT
    return [_rules(within, one) for one in value] if isinstance(value, tuple) else value


def _within(allowed: tuple[Option, ...], step: str | int) -> tuple[Option, ...]:
    """Give what a list (step 0) or a mapping (step "") may hold."""
    return tuple(found for one in allowed if not as_model(one) for found in inside(one, step))
