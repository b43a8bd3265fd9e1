"""Names and values of the query's fields, and what to say when one is unknown."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Literal, cast

from config.language import Text
from index.errors import QueryError
from index.folding import fold
from index.german import clean, tokens
from index.schema import Labels, day_range

FieldName = Literal["type", "person", "name", "az", "from", "to", "state", "source", "section"]
Day = int
"""A day as a number like 20240503."""

FIELDS: Mapping[str, FieldName] = {
    "typ": "type",
    "type": "type",
    "art": "type",
    "person": "person",
    "name": "name",
    "az": "az",
    "aktenzeichen": "az",
    "von": "from",
    "from": "from",
    "ab": "from",
    "bis": "to",
    "to": "to",
    "status": "state",
    "state": "state",
    "datei": "source",
    "source": "source",
    "file": "source",
    "register": "section",
    "section": "section",
}
_STATES = {  # values of records.model.DocumentState, without waiting for all its types
    "filed": "filed",
    "abgelegt": "filed",
    "zugeordnet": "filed",
    "review": "review",
    "klarung": "review",
    "klarfall": "review",
}

_UNKNOWN_FIELD = Text(
    "Das Feld „{name}:“ gibt es nicht. {hint}Möglich sind: {known}. "
    "Ist der Text selbst gemeint, bitte in Anführungszeichen setzen.",
    "There is no field “{name}:”. {hint}Known fields: {known}. "
    "If the text itself is meant, put it in quotation marks.",
)
_UNKNOWN_TYPE = Text(
    "Die Dokumentart „{name}“ gibt es nicht. {hint}", "There is no document type “{name}”. {hint}"
)
_UNKNOWN_STATE = Text(
    "Den Status „{name}“ gibt es nicht; möglich sind abgelegt und klärung.",
    "There is no state “{name}”; use filed or review.",
)
_NO_DATE = Text(
    "„{name}“ ist kein Datum. Möglich sind 2024, 2024-05, 2024-05-03 und 03.05.2024.",
    "“{name}” is no date. Use 2024, 2024-05, 2024-05-03 or 03.05.2024.",
)


def field_name(name: str, position: int) -> FieldName:
    """Raises QueryError for an unknown one."""
    known = FIELDS.get(fold(name))
    if known is None:
        raise QueryError(
            _UNKNOWN_FIELD,
            position,
            name=name,
            hint=_hint(fold(name), FIELDS),
            known="typ, person, name, az, von, bis, status, datei, register",
        )
    return known


def types_of(name: str, labels: Labels, position: int | None) -> tuple[str, ...]:
    """Type ids meant by an id, a label or a word that stands in labels. Raises QueryError."""
    wanted = _key(name)
    exact = [type_id for type_id, words in labels.items() if wanted in {_key(type_id), *map(_key, words)}]
    if exact:
        return tuple(exact)
    terms = {token.term for token in tokens(clean(name))}
    partly = [type_id for type_id, words in labels.items() if terms and terms <= _terms_of(words)]
    if partly:
        return tuple(partly)
    names = {_key(word): word for type_id, words in labels.items() for word in (type_id, *words)}
    close = [names[key] for key in difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)]
    raise QueryError(_UNKNOWN_TYPE, position, name=name, hint=_suggestion(close))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(clean(name))).strip()


def _terms_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        term for word in words for token in tokens(clean(word)) for term in (token.term, *token.parts)
    )


def state_of(name: str, position: int | None) -> str:
    state = _STATES.get(_key(name))
    if state is None:
        raise QueryError(_UNKNOWN_STATE, position, name=name)
    return state


def first_day(text: str, position: int | None) -> Day:
    """First day of a year, month or day. Raises QueryError."""
    return _days(text, position)[0]


def last_day(text: str, position: int | None) -> Day:
    """Last day of a year, month or day. Raises QueryError."""
    return _days(text, position)[1]


def _days(text: str, position: int | None) -> tuple[Day, Day]:
    bare = clean(text).strip()
    found = [token.term for token in tokens(bare)]
    value = found[0] if len(found) == 1 else ""
    if not re.fullmatch(r"(?:19|20|21)\d{2}(?:-\d{2}(?:-\d{2})?)?", value):
        raise QueryError(_NO_DATE, position, name=text)
    try:
        return cast("tuple[Day, Day]", day_range(value))
    except ValueError as error:
        raise QueryError(_NO_DATE, position, name=text) from error


def _hint(name: str, known: Iterable[str]) -> str:
    return _suggestion(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6), colon=":")


def _suggestion(close: Iterable[str], colon: str = "") -> str:
    names = ", ".join(f"„{name}{colon}“" for name in close)
    return f"→ {names}? " if names else ""
