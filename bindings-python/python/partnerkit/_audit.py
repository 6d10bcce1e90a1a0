"""Exported tables in, findings out."""

from __future__ import annotations

import json

from . import _native
from ._errors import malformed, told
from ._wire import encode

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from .types import Audit


def audit(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Audit:
    """What no correct list can hold: each finding names a rule, the rows, what was expected and what stands there.

    A table has the name of the view whose export it is, and its columns; others are ignored. But `quotas` takes exports of `quotas`
    and `issued-quotas`, `coupons` those of `issued-coupons`, and `balances` those of `partner-balances`. `opening-balances` says what
    was in each account before its first line, and `bill-lines` takes lines of the vendor's bills. Tables of several partners stand
    one behind the other. What a row names must be there, if its table is given.
    """
    try:
        listed = {name: rows if isinstance(rows, (str, bytes)) else list(rows) for name, rows in dict(tables).items()}
    except (TypeError, ValueError):
        raise malformed("tables", "a mapping of names to rows") from None
    try:
        found: Audit = json.loads(_native.audit(encode({"tables": listed})))
    except _native.Failure as failure:
        raise told(failure) from None
    return found
