"""The same record, some of its fields changed: what an action does most."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace as changed
else:

    def changed(record: object, **fields: object) -> object:
        """Copy a state or a leaf as `dataclasses.replace` does, without naming each of its fields.

        Only for frozen records without slots, `__post_init__` or cached properties.
        """
        copy = object.__new__(type(record))
        copy.__dict__.update(record.__dict__, **fields)
        return copy


__all__ = ["changed"]
