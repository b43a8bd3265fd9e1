"""Errors of the full-text index. None of them concerns the records: the index can be rebuilt."""

from __future__ import annotations

from typing import ClassVar

from config.language import Language, Text


class SearchIndexError(Exception):
    """An index that cannot be used now. `code` for programs, `text` for people, `retry` if waiting helps."""

    code: ClassVar[str]
    retry: ClassVar[bool] = False
    message: ClassVar[Text]

    def __init__(self, **params: object) -> None:
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(self.text("en"))

    def text(self, language: Language | None = None) -> str:
        return self.message(language, **self.params)


class IndexMissing(SearchIndexError):
    """Parameters: folder."""

    code = "index_missing"
    message = Text(
        "Es gibt noch keinen Suchindex ({folder}). `akte index rebuild` legt ihn an.",
        "There is no search index yet ({folder}). `akte index rebuild` creates it.",
    )


class IndexOutdated(SearchIndexError):
    """Built with another analysis or field layout. Parameters: folder."""

    code = "index_outdated"
    message = Text(
        "Der Suchindex stammt aus einer anderen Programmversion ({folder}); "
        "`akte index rebuild` baut ihn neu auf.",
        "The search index was built by another version ({folder}); `akte index rebuild` builds it anew.",
    )


class IndexDamaged(SearchIndexError):
    """Parameters: folder, detail."""

    code = "index_damaged"
    message = Text(
        "Der Suchindex ist beschädigt ({folder}: {detail}); `akte index rebuild` baut ihn neu auf. "
        "Die Akten sind davon nicht berührt.",
        "The search index is damaged ({folder}: {detail}); `akte index rebuild` builds it anew. "
        "The records are not affected.",
    )


class IndexNotReadable(SearchIndexError):
    """No permission, which no rebuild would mend. Parameters: folder, detail."""

    code = "index_not_readable"
    message = Text(
        "Der Suchindex lässt sich nicht lesen ({folder}: {detail}).",
        "The search index cannot be read ({folder}: {detail}).",
    )


class IndexBusy(SearchIndexError):
    """Another process writes. Parameters: folder."""

    code = "index_busy"
    retry = True
    message = Text(
        "Der Suchindex wird gerade von einem anderen Vorgang geschrieben ({folder}).",
        "Another process is writing the search index ({folder}).",
    )


class IndexNotWritable(SearchIndexError):
    """Disk full, no permission. Parameters: folder, detail."""

    code = "index_not_writable"
    retry = True
    message = Text(
        "Der Suchindex lässt sich nicht schreiben ({folder}: {detail}).",
        "The search index cannot be written ({folder}: {detail}).",
    )


class QueryError(Exception):
    """A search that cannot be understood; worded for the person who typed it.

    `position` counts characters of the query from 0; None where an option is meant, not the query.
    """

    code: ClassVar[str] = "query"

    def __init__(self, message: Text, position: int | None = None, **params: object) -> None:
        self.message = message
        self.position = position
        self.query: str | None = None
        """What was typed, where `parse` raised it."""
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(self.text("en"))

    def text(self, language: Language | None = None) -> str:
        return self.message(language, **self.params)
