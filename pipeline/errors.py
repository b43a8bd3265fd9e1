"""Errors of reading. Each says its code, whether a retry can help, and words itself for a clerk."""

from __future__ import annotations

from typing import ClassVar

from config.reasons import Reason


class ReadingError(Exception):
    """A source that cannot be read. `reason` goes to the quarantine with the bytes."""

    code: ClassVar[str] = "damaged"
    retry: ClassVar[bool] = False

    def __init__(self, **params: object) -> None:
        self.reason = Reason(self.code, {name: str(value) for name, value in params.items()})
        super().__init__(self.reason.text("en"))


class EmptyFile(ReadingError):
    code = "empty_file"


class UnknownFormat(ReadingError):
    """Parameters: detail (what the content looks like)."""

    code = "unknown_format"


class Encrypted(ReadingError):
    code = "encrypted"


class WrongPassword(ReadingError):
    code = "wrong_password"


class Damaged(ReadingError):
    """Parameters: detail."""

    code = "damaged"


class NoPages(ReadingError):
    code = "no_pages"


class TooLarge(ReadingError):
    """Parameters: size, limit."""

    code = "too_large"


class TooManyPages(ReadingError):
    """Parameters: pages, limit."""

    code = "too_many_pages"


class PageTooLarge(ReadingError):
    """Parameters: page (1-based), detail."""

    code = "page_too_large"


class OutOfMemory(ReadingError):
    """Parameters: limit."""

    code = "out_of_memory"


class OcrFailed(ReadingError):
    """Parameters: detail. The engine may have been killed from outside, so a retry can help."""

    code = "ocr_failed"
    retry = True


class OcrMissing(ReadingError):
    """Parameters: packages. The machine lacks the engine or a language; files wait until it is there."""

    code = "ocr_missing"
    retry = True
