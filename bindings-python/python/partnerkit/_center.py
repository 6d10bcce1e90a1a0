"""The partner center, as Python calls it."""

from __future__ import annotations

import json

from . import _native
from ._answers import Decision, Eligibility, Export, View
from ._errors import told
from ._generated import ASKED, Views
from ._wire import decode, encode

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from typing_extensions import Self, Unpack

    from .types import Ask, Event, ExportQuery, Policy, Query, Request, Snapshot


class PartnerCenter(Views):
    """A partner center in memory. What happens in it follows from the requests it is given, and from nothing else.

    Its methods may be called from several threads: readers run side by side, a change runs alone.
    """

    __slots__ = ("_native",)

    def __init__(self, policy: Policy | None = None) -> None:
        self._native = _ask(_native.Center, _policy(policy))

    @classmethod
    def replay(cls, events: Iterable[Event], policy: Policy | None = None) -> Self:
        """A center in which these events have happened."""
        return cls._of(_ask(_native.Center.replay, _policy(policy), encode(events if isinstance(events, list) else [*events])))

    @classmethod
    def restore(cls, snapshot: Snapshot) -> Self:
        """The center of which this is the snapshot."""
        return cls._of(_ask(_native.Center.restore, encode(snapshot)))

    @classmethod
    def _of(cls, native: _native.Center) -> Self:
        center = cls.__new__(cls)
        center._native = native
        return center

    def decide(self, request: Request) -> Decision:
        """What would follow from a request. Changes nothing."""
        return Decision(decode(_ask(self._native.decide, encode(request))))

    def handle(self, request: Request) -> Decision:
        """Decides a request and applies what follows."""
        return Decision(decode(_ask(self._native.handle, encode(request))))

    def can(self, ask: Ask) -> Eligibility:
        """Whether somebody may do a thing, and every reason why not. Changes nothing."""
        return Eligibility(decode(_ask(self._native.can, encode(ask))))

    def apply(self, event: Event) -> None:
        """Applies what has happened elsewhere."""
        _ask(self._native.apply, encode(event))

    def snapshot(self) -> Snapshot:
        """All the center knows, as plain JSON: to be stored, and to be restored by this version or a later one."""
        found: Snapshot = json.loads(_ask(self._native.snapshot))
        return found

    def view(self, query: Query) -> View[Any]:
        """A list or a record. Each has a method of its own too, named like its type."""
        return View(decode(_ask(self._native.view, encode(query))))

    def export(self, **query: Unpack[ExportQuery]) -> Export:
        """A list or a record as the text of a file: `export(format="csv", view={"type": "coupon-records"}, at=…, actor=…)`."""
        return Export(decode(_ask(self._native.export, encode(query))))

    def _list(self, type: str, query: Mapping[str, Any]) -> View[Any]:
        asked: Any = {name: query[name] for name in ASKED if name in query}
        asked["view"] = {"type": type, **{name: query[name] for name in query if name not in ASKED}}
        return self.view(asked)

    def __reduce__(self) -> tuple[Callable[[Snapshot], Self], tuple[Snapshot]]:
        # A copy, also in another process.
        return type(self).restore, (self.snapshot(),)


def _policy(policy: Policy | None) -> str | None:
    return None if policy is None else encode(policy)


def _ask(call: Callable[..., Any], *texts: str | None) -> Any:
    try:
        return call(*texts)
    except _native.Failure as failure:
        raise told(failure) from None
