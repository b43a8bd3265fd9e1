"""What a person can do about each reason for quarantine, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from config.language import Text
from config.reasons import Reason

_SCAN_AGAIN = Text(
    "Neu scannen oder neu anfordern. Was hier nicht gebraucht wird: akte quarantine discard.",
    "Scan or request it again. What is not needed here: akte quarantine discard.",
)
_SETTINGS = Text(
    "Ist die Datei berechtigt so groß, die Grenze unter [limits] in akte.toml anheben und akte quarantine "
    "retry; sonst in kleineren Teilen scannen.",
    "If the file is rightly that large, raise the limit under [limits] in akte.toml and run akte quarantine "
    "retry; else scan it in smaller parts.",
)
_REPORT = Text(
    "Einmal akte quarantine retry; bleibt es dabei, der IT-Betreuung melden. Die Datei ist unversehrt.",
    "Run akte quarantine retry once; if it stays, tell your IT. The file is untouched.",
)

ADVICE: Mapping[str, Text] = {
    "empty_file": _SCAN_AGAIN,
    "damaged": _SCAN_AGAIN,
    "no_pages": _SCAN_AGAIN,
    "unknown_format": Text(
        "In PDF umwandeln und neu einreichen, etwa mit „Drucken als PDF“.",
        "Convert it to PDF and submit it again, as with “print to PDF”.",
    ),
    "encrypted": Text(
        "Kennwort beim Absender erfragen, dann akte quarantine retry --password; oder ohne Kennwort "
        "neu anfordern.",
        "Ask the sender for the password, then run akte quarantine retry --password; or request it again "
        "without one.",
    ),
    "too_large": _SETTINGS,
    "too_many_pages": _SETTINGS,
    "page_too_large": _SETTINGS,
    "timeout": _SETTINGS,
    "out_of_memory": _SETTINGS,
    "worker_died": _REPORT,
    "ocr_failed": _REPORT,
    "internal_error": _REPORT,
    "source_changed": Text(
        "akte verify ausführen und die Datei aus der Datensicherung zurückholen.",
        "Run akte verify and restore the file from the backup.",
    ),
}


def advice(reason: Reason | None) -> str:
    """What to do about `reason`; for one that is not listed, to try again and report it."""
    return ADVICE.get(reason.code if reason else "", _REPORT)()
