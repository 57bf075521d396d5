"""What a model's annotations say: which keys, which choices, which strings are texts for people."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

from eclaireurs_play.content.places import Trail

Text = tuple[Trail, str]
"""A text for people, and its trail in the file."""


class Option(NamedTuple):
    """One thing an annotation allows: the bare type, and what is attached to it."""

    bare: Any
    attached: tuple[Any, ...] = ()

    @property
    def tag(self) -> str | None:
        """The word that chooses this option in a tagged union."""
        return next((one.tag for one in self.attached if isinstance(one, Tag)), None)


def options(annotation: Any) -> tuple[Option, ...]:  # noqa: ANN401 - an annotation is any object
    """List what an annotation allows, unions opened and what is attached kept."""
    return tuple(_options(annotation, ()))


def _options(annotation: Any, attached: tuple[Any, ...]) -> Iterator[Option]:  # noqa: ANN401
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(annotation.__origin__, (*attached, *annotation.__metadata__))
    elif origin in (Union, UnionType):
        for one in get_args(annotation):
            yield from _options(one, ())
    else:
        yield Option(annotation, attached)


@cache
def fields(model: type[BaseModel]) -> Mapping[str, tuple[Option, ...]]:
    """List the keys of a model, and what each allows."""
    hints = get_type_hints(model, include_extras=True)
    return {name: options(hints[name]) for name in model.model_fields}


def as_model(option: Option) -> type[BaseModel] | None:
    """Give the model an option is; None when it is something else."""
    bare = option.bare
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def is_mapping(option: Option) -> bool:
    """Tell whether an option is a mapping."""
    origin = get_origin(option.bare)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def is_list(option: Option) -> bool:
    """Tell whether an option is a list of any length."""
    return get_origin(option.bare) is tuple and get_args(option.bare)[1:] == (...,)


def inside(option: Option, step: str | int) -> tuple[Option, ...]:
    """Give what stands one step inside an option; nothing when the step leads nowhere."""
    if model := as_model(option):
        return fields(model).get(str(step), ())
    if is_mapping(option) and isinstance(step, str):
        return options(get_args(option.bare)[1])
    if get_origin(option.bare) is tuple and isinstance(step, int):
        members = get_args(option.bare)
        return options(members[0] if is_list(option) else members[min(step, len(members) - 1)])
    return ()


def pattern(option: Option) -> str | None:
    """Give the pattern a string must follow; None when it has none."""
    for one in option.attached:
        for part in (one, *getattr(one, "metadata", ())):
            if found := getattr(part, "pattern", None):
                return str(getattr(found, "pattern", found))
    return None


def is_text(option: Option) -> bool:
    """Tell whether an option is text for people: a string that follows no pattern."""
    return option.bare is str and pattern(option) is None


def texts(value: Any, trail: Trail = (), allowed: tuple[Option, ...] = ()) -> Iterator[Text]:  # noqa: ANN401
    """List every text for people in a model, with its trail in the file."""
    if isinstance(value, BaseModel):
        for name, inner in fields(type(value)).items():
            yield from texts(getattr(value, name), (*trail, name), inner)
    elif isinstance(value, str):
        if any(is_text(one) for one in allowed):
            yield trail, value
    else:
        for step, item in _items(value):
            inner = tuple(found for one in allowed for found in inside(one, step))
            yield from texts(item, (*trail, step), inner)


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()
