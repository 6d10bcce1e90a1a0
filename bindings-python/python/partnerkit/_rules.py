"""The rules themselves."""

from __future__ import annotations

import json

from . import _native
from ._errors import told
from ._wire import encode_text

TYPE_CHECKING = False

if TYPE_CHECKING:
    from .types import RuleInfo


def rules() -> list[RuleInfo]:
    """Every rule, in reading order: by context, by operation, in the order the partner center asks them."""
    try:
        found: list[RuleInfo] = json.loads(_native.rules())
    except _native.Failure as failure:
        raise told(failure) from None
    return found


def explain(id: str) -> RuleInfo:
    """All that is known of a rule: what it says, where that is written, and how sure we are of it."""
    try:
        found: RuleInfo = json.loads(_native.explain(encode_text(id, "id")))
    except _native.Failure as failure:
        raise told(failure) from None
    return found
