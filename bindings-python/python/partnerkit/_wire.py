"""From Python's natural values to the text that the rules read, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timezone
from decimal import Decimal

from ._errors import malformed
from ._generated import RATIOS, TIMES

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ._errors import Malformed

# Deeper than any request, and no deeper than the reader goes.
_DEPTH_MAX = 100
# More digits than any number here has; Python itself refuses to write more than 4,300.
_INTEGER_END = 2**64


def encode(value: object) -> str:
    """The value as JSON. Raises `Malformed` naming the field that JSON has no word for."""
    try:
        text = _json.encode(value)
        # A lone surrogate is legal in a `str` and in no encoding.
        text.isascii() or text.encode()
        return text
    except (TypeError, ValueError, RecursionError):
        # The rare case pays: only now is the value searched for the field to name.
        wrong = _first_wrong(value)
        if wrong is None:
            raise
    raise wrong


def encode_text(value: object, field: str) -> str:
    """Text as it is, if it is text."""
    if not isinstance(value, str):
        raise malformed(field, "text", _shown(value))
    wrong = _wrong(value)
    if wrong is not None:
        raise malformed(field, *wrong)
    return value


def decode(text: str) -> Any:
    """The JSON as natural values: times are `datetime`s in UTC, amounts and ratios are `Decimal`s."""
    return _natural(json.loads(text))


def _plain(value: object) -> object:
    """What a value is in JSON, for those that json does not know."""
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise TypeError("a time without a zone")
        # To the second, as everywhere here: what comes after is not rounded.
        return value.astimezone(timezone.utc).isoformat(timespec="seconds")[:19] + "Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, Mapping):
        return dict(value)
    # Columns, arrays and single numbers of numpy, pandas and Polars.
    listed = getattr(value, "tolist", None) or getattr(value, "to_list", None)
    if callable(listed):
        return listed()
    raise TypeError("not a value of JSON")


def _digits(value: Decimal) -> str:
    if not value.is_finite():
        raise TypeError("not a number")
    # `1E+2` is how Decimal writes some hundreds. Beyond this size the digits are not worth writing out.
    return format(value, "f") if -40 < value.adjusted() < 40 else str(value)


_json = json.JSONEncoder(default=_plain, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _first_wrong(top: object) -> Malformed | None:
    """The first value that cannot be written. Not recursive: what is searched may be deeper than the stack."""
    path: list[str] = []
    levels: list[Iterator[tuple[str, object]]] = [iter([("", top)])]
    while levels:
        step = next(levels[-1], None)
        if step is None:
            levels.pop()
            path = path[:-1]
            continue
        name, value = step
        if len(levels) > _DEPTH_MAX:
            return malformed(_field(path[:5]), f"nested at most {_DEPTH_MAX} deep")
        wrong = _wrong(value)
        if wrong is not None:
            return malformed(_field([*path, name]), *wrong)
        inner = _inner(value)
        if inner is not None:
            path.append(name)
            levels.append(inner)
    return None


def _field(path: list[str]) -> str:
    return "".join(path).lstrip(".")


def _inner(value: object) -> Iterator[tuple[str, object]] | None:
    if isinstance(value, (str, bool, int, float)) or value is None:
        return None
    if isinstance(value, Mapping):
        return ((f".{key}", part) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return ((f"[{index}]", part) for index, part in enumerate(value))
    return iter([("", _plain(value))])


def _wrong(value: object) -> tuple[str, str | None] | None:
    """What is wrong with this value itself: what it must be, and what it is."""
    if isinstance(value, str):
        return None if _is_encodable(value) else ("text without lone surrogates", ascii(value)[1:-1][:80])
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return None if abs(value) < _INTEGER_END else ("a whole number of at most 20 digits", None)
    if isinstance(value, float):
        return "an exact number: a Decimal, or text such as \"100.10\"", repr(value)
    if isinstance(value, Mapping):
        return next((wrong for wrong in map(_wrong_key, value) if wrong is not None), None)
    if isinstance(value, (list, tuple)):
        return None
    try:
        _plain(value)
    except TypeError:
        return _wanted(value), _shown(value)
    return None


def _wrong_key(key: object) -> tuple[str, str | None] | None:
    return _wrong(key) if isinstance(key, str) else ("a dict whose keys are text", _shown(key))


def _is_encodable(text: str) -> bool:
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def _wanted(value: object) -> str:
    if isinstance(value, datetime):
        return "a datetime with a time zone"
    if isinstance(value, Decimal):
        return "a number"
    return "text, a whole number, a Decimal, a datetime, a list or a dict"


def _shown(value: object) -> str:
    if isinstance(value, (datetime, Decimal)):
        return str(value)
    return type(value).__name__


def _natural(value: Any) -> Any:
    """Makes lists and dicts natural in place: nobody else has them yet."""
    if type(value) is dict:
        # This shape is money wherever it stands, among the facts of a breach too.
        if len(value) == 2 and "amount" in value and "currency" in value:
            value["amount"] = Decimal(value["amount"])
            return value
        for name, part in value.items():
            kind = type(part)
            if kind is str:
                if name in TIMES:
                    value[name] = _time(part)
                elif name in RATIOS:
                    value[name] = Decimal(part)
            elif name == "facts":
                # Facts have names of their own: `at` among them is whatever the rule says it is.
                for fact in part.values():
                    _natural(fact)
            elif kind is dict or kind is list:
                _natural(part)
    elif type(value) is list:
        for part in value:
            _natural(part)
    return value


def _time(text: str) -> datetime:
    # Python 3.10 does not read the Z.
    return datetime.fromisoformat(text.removesuffix("Z") + "+00:00")
