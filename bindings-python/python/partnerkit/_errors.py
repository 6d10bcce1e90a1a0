"""Why there is no decision."""

from __future__ import annotations

import json

from ._native import Failure


class Malformed(ValueError):
    """A value does not parse or does not fit. The caller corrects the field and asks again."""

    field: str
    """The path from the top of the request, such as `command.face_value.amount`; empty for the request itself."""
    expected: str
    """What it must be, in words that follow "must be"."""
    found: str | None
    """What stood there, where it can be shown."""

    def __init__(self, message: str, field: str = "", expected: str = "", found: str | None = None) -> None:
        super().__init__(message, field, expected, found)
        self.field, self.expected, self.found = field, expected, found

    def __str__(self) -> str:
        return str(self.args[0])


class Unknown(LookupError):
    """The request names somebody or something this center has never heard of."""

    entity: str
    """What it would have been: partner, customer, quota, coupon, rule…"""
    id: str
    """The name."""

    def __init__(self, message: str, entity: str = "", id: str = "") -> None:
        super().__init__(message, entity, id)
        self.entity, self.id = entity, id

    def __str__(self) -> str:
        return str(self.args[0])


class Fault(RuntimeError):
    """The library contradicts itself, or was given events it did not produce. Please report it."""


def malformed(field: str, expected: str, found: str | None = None) -> Malformed:
    """The error for a value that cannot even be written down for the rules to read."""
    message = f"`{field}` must be {expected}" if field else f"must be {expected}"
    if found is not None:
        message += f", not `{found}`"
    return Malformed(message, field, expected, found)


def told(failure: Failure) -> Malformed | Unknown | Fault:
    """The exception for what the native half said."""
    error = json.loads(failure.args[0])
    kind, message = error["error"], error["message"]
    if kind == "malformed":
        return Malformed(message, error["field"], error["expected"], error.get("found"))
    if kind == "unknown":
        return Unknown(message, error["entity"], error["id"])
    return Fault(message)
