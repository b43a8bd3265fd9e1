"""Reading access, as it is logged: who saw what, when (fields in the manner of AZRG § 13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from records import audit, documents
from service.actor import actor
from service.wiring import Site

SHOWN = "shown"
OPENED = "opened"
LISTED = "listed"
EXPORTED = "log_exported"
BACKED_UP = "backed_up"
RESTORED = "restored"


def log_access(
    site: Site, authority: str, action: str, subject: str, details: Mapping[str, object] | None = None
) -> None:
    """Enter a reading access by the present user into the audit log."""
    audit.append_alone(
        site.catalogue, actor=actor(), authority=authority, action=action, subject=subject, details=details
    )


@dataclass(frozen=True, slots=True)
class SiteSource:
    """What a search asks of the catalogue, of whatever database."""

    site: Site

    def pages(self, document_id: str) -> tuple[tuple[int, str], ...]:
        found = documents.pages(self.site.catalogue, document_id)
        return tuple((page.number, page.text) for page in found)

    def log(
        self, *, actor: str, authority: str, action: str, subject: str, details: Mapping[str, object] | None
    ) -> None:
        audit.append_alone(
            self.site.catalogue,
            actor=actor,
            authority=authority,
            action=action,
            subject=subject,
            details=details,
        )
