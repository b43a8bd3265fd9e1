"""Destroying what must not be kept (AufenthG § 91(2)): the bytes go, what they were stays on record."""

from __future__ import annotations

from config.reasons import Reason
from records import leftovers
from records.arrivals import get
from records.audit import Action, append
from records.catalogue import Catalogue
from records.codec import dump_reason
from records.errors import Conflict
from records.model import ArrivalRecord, ArrivalState
from records.states import change


def discard(catalogue: Catalogue, arrival_id: str, actor: str, note: str) -> ArrivalRecord:
    """Destroy the bytes of a quarantined arrival; name, hash, size, who, when and why are kept.

    The same file may be received again later and is then new. Copies in backups last until those
    are rotated out. Raises NotFound, Conflict for what is not in quarantine.
    """
    record = get(catalogue, arrival_id)
    if record.state is not ArrivalState.QUARANTINED:
        raise Conflict(detail=f"{arrival_id}: {record.state}")
    leftovers.clear(catalogue, catalogue.home, arrival_id)
    details = {
        "note": note,
        "from": {"state": record.state, "reason": record.reason.code if record.reason else None},
        "source": record.source,
        "sha256": record.sha256,
        "size": record.size,
    }
    with catalogue.write() as connection:
        # Doomed in the transaction that says they are destroyed: a crash leaves no bytes behind.
        leftovers.doom(connection, catalogue.home, arrival_id, record.path.parent)
        change(
            connection,
            arrival_id,
            (ArrivalState.QUARANTINED,),
            ArrivalState.DISCARDED,
            **dump_reason(Reason("discarded", {"actor": actor, "note": note})),
        )
        append(
            connection,
            actor=actor,
            authority=record.authority,
            action=Action.DISCARDED,
            subject=arrival_id,
            details=details,
        )
    leftovers.clear(catalogue, catalogue.home, arrival_id)
    return get(catalogue, arrival_id)
