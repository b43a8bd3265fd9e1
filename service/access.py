"""Reading access, as it is logged: who saw what, when (fields in the manner of AZRG § 13)."""

from __future__ import annotations

from collections.abc import Mapping

from records import audit
from service.wiring import Site, actor

SHOWN = "shown"
SEARCHED = "searched"
REFUSED = "refused"
LISTED = "listed"
EXPORTED = "log_exported"
BACKED_UP = "backed_up"
RESTORED = "restored"


def log_access(
    site: Site, authority: str, action: str, subject: str, details: Mapping[str, object] | None = None
) -> None:
    """Enter a reading access by the present user into the audit log."""
    with site.catalogue.write() as connection:
        audit.append(
            connection, actor=actor(), authority=authority, action=action, subject=subject, details=details
        )
