"""The business rules of a cloud vendor's partner center: every decision, with every reason.

    from partnerkit import PartnerCenter

    center = PartnerCenter()
    decision = center.handle(request)
    if not decision:
        for breach in decision.breaches:
            print(breach["message"]["en"], breach.get("remedy"))

Commands, events and answers are plain dicts; `partnerkit.types` describes each of them. Times are aware `datetime`s, amounts and
ratios `Decimal`s. A refusal is a value; an exception says that something was no request at all:

- `Malformed`, a `ValueError`: a value does not fit; `field` says which.
- `Unknown`, a `LookupError`: a name that was never recorded here.
- `Fault`, a `RuntimeError`: a mistake of this library.
"""

from ._answers import Decision, Eligibility, Export, View
from ._audit import audit
from ._center import PartnerCenter
from ._errors import Fault, Malformed, Unknown
from ._rules import explain, rules

__all__ = [
    "Decision",
    "Eligibility",
    "Export",
    "Fault",
    "Malformed",
    "PartnerCenter",
    "Unknown",
    "View",
    "audit",
    "explain",
    "rules",
]
