"""`akte review next`: one case after the other, one key each."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import partial

from config.language import Text
from pipeline.model import Person
from records import cases, decisions, documents
from records.cases import Place, Wanted
from records.decisions import Decision
from records.errors import RecordsError
from records.files import DOCUMENT
from records.model import DocumentState, ReviewCase
from service import reviewing
from service.access import log_access
from service.actor import actor
from service.cli.asking import ask_choice, ask_key, ask_line
from service.cli.output import console, safe
from service.cli.review_case import log_shown, print_assigned, print_case, print_consequences, print_typed
from service.cli.types import suggested_types
from service.finding import SEARCHED
from service.person_search import find_persons
from service.reviewing import Outcome
from service.wiring import Site

NOTHING = Text("Nichts zu klären.", "Nothing to review.")
_END = Text("Das waren alle.", "That was all.")
_PROGRESS = Text("{number} von {total}", "{number} of {total}")
_KEYS = Text(
    "{candidates}p Person  t Art  s weiter  r ablehnen  u zurück  o öffnen  ? Hilfe  q Ende",
    "{candidates}p person  t type  s skip  r reject  u undo  o open  ? help  q quit",
)
_CANDIDATES = Text("{numbers} zuordnen  ", "{numbers} assign  ")
_HELP = Text(
    """\
  1–8  in die Akte des Vorschlags legen
  p    in die Akte einer anderen Person: Nummer, Name oder Geburtsdatum
  t    Art des Dokuments berichtigen
  s    überspringen; der Fall bleibt, wie er ist
  r    nicht zuzuordnen: bleibt mit Begründung in der Klärung, hinter allen anderen
  u    Ihre letzte Entscheidung zurücknehmen, mit dem daraus Gelernten; auch mehrmals
  o    Datei zeigen
  q    beenden; alles Entschiedene ist gespeichert""",
    """\
  1–8  put it into the candidate's record
  p    put it into another person's record: number, name or birth date
  t    correct the type of the document
  s    skip; the case stays as it is
  r    cannot be assigned: stays in review with a reason, behind all others
  u    take back your last decision with what was learned from it; also repeatedly
  o    show the file
  q    quit; all decisions are saved""",
)
_NO_SUCH_KEY = Text(
    "Diese Taste bedeutet hier nichts. ? zeigt die Tasten.", "That key means nothing here. ? shows the keys."
)
_WHO = Text("Nummer, Name oder Geburtsdatum", "Number, name or birth date")
_NOBODY = Text("Niemand gefunden.", "Nobody found.")
_WHAT = Text("Art (ein Wort davon genügt)", "Type (one word of it will do)")
_NO_TYPE = Text("Keine solche Art.", "No such type.")
_WHY = Text("Begründung", "Reason")
_REJECTED = Text("{id} zurückgewiesen: {note}", "{id} rejected: {note}")
_NO_DECISION = Text(
    "Es gibt keine Entscheidung von Ihnen, die sich zurücknehmen lässt.",
    "There is no decision of yours to take back.",
)
_UNDONE = Text("Zurückgenommen: {what} ({id}).", "Taken back: {what} ({id}).")
_ACTIONS = {
    "assigned": Text("Zuordnung", "assignment"),
    "type_set": Text("Art", "type"),
    "rejected": Text("Ablehnung", "rejection"),
    "reopened": Text("Zurückholen", "reopening"),
}
_LIES = Text("Es liegt wieder in der Akte von {person}.", "It is in the record of {person} again.")
_WAITS = Text("Es ist wieder in der Klärung.", "It is in review again.")
_MEANWHILE = Text(
    "Dieser Fall wurde inzwischen anderswo entschieden.", "This case was decided elsewhere meanwhile."
)


def print_undone(taken_back: Decision, outcome: Outcome) -> None:
    """Which decision was taken back, where the document is now, and what else that moved."""
    document = outcome.document
    what = _ACTIONS[taken_back.action]()
    lies = _LIES(person=safe(document.person)) if document.person else _WAITS()
    console().print(f"{_UNDONE(what=what, id=document.id[:8])} {lies}")
    print_consequences(outcome)


class Session:
    """A clerk at the cases, until the end or `q`. Cases are loaded one by one."""

    def __init__(self, site: Site, wanted: Wanted) -> None:
        self._site = site
        self._wanted = wanted
        self._total, _ = cases.count(site.catalogue, wanted)
        self._place: Place | None = None
        self._seen: set[str] = set()
        self._again: list[str] = []
        """Documents to show before the next one, the last one first."""

    def run(self) -> None:
        if not self._total:
            console().print(NOTHING())
            return
        while (case := self._next()) is not None:
            log_shown(self._site, case)
            number = _PROGRESS(number=len(self._seen), total=max(self._total, len(self._seen)))
            print_case(self._site, case, number)
            if not self._decide(case):
                return
        console().print(_END())

    def _next(self) -> ReviewCase | None:
        while self._again:
            case = cases.case(self._site.catalogue, self._again.pop())
            if case.document.state is DocumentState.REVIEW:
                return case
        while found := cases.next_case(self._site.catalogue, self._wanted, self._place):
            case, self._place = found
            if case.document.id not in self._seen:  # what was rejected just now comes again at the end
                self._seen.add(case.document.id)
                return case
        return None

    def _decide(self, case: ReviewCase) -> bool:
        """Ask for keys until one leads on to another case; False to quit."""
        acts: dict[str, Callable[[ReviewCase], bool]] = {
            "p": self._person, "t": self._type, "r": self._reject, "u": self._undo,
            "o": self._open, "?": self._help, "s": lambda _case: True,
        }  # fmt: skip
        while True:
            key = ask_key(_keys(case))
            if key == "q":
                return False
            if documents.get(self._site.catalogue, case.document.id) != case.document:
                console().print(f"[yellow]{_MEANWHILE()}[/]")
                self._again.append(case.document.id)
                return True
            if key.isdigit() and 1 <= int(key) <= len(case.candidates):
                acts[key] = partial(self._assign, person=case.candidates[int(key) - 1].person)
            if key not in acts:
                console().print(_NO_SUCH_KEY())
                continue
            try:
                if acts[key](case):
                    return True
            except RecordsError as error:  # one bad case does not end the session
                console().print(f"[red]{safe(error.text())}[/]")

    def _assign(self, case: ReviewCase, person: Person) -> bool:
        print_assigned(reviewing.assign(self._site, case.document.id, person.number))
        return True

    def _person(self, case: ReviewCase) -> bool:
        if not (text := ask_line(_WHO())):
            return False
        authority = case.document.authority
        found = find_persons(self._site, authority, text)
        details = {"hits": [person.number for person in found]}
        log_access(self._site, authority, SEARCHED, text, details)
        if not found:
            console().print(_NOBODY())
            return False
        person = ask_choice([(person.label, person) for person in found])
        return person is not None and self._assign(case, person)

    def _type(self, case: ReviewCase) -> bool:
        if not (text := ask_line(_WHAT())):
            return False
        found = suggested_types(self._site, text)
        if not found:
            console().print(_NO_TYPE())
            return False
        name = ask_choice([(f"{self._site.types.label(name)()}  ({name})", name) for name in found])
        if name is not None:
            print_typed(self._site, reviewing.set_type(self._site, case.document.id, name).document)
            self._again.append(case.document.id)
        return name is not None

    def _reject(self, case: ReviewCase) -> bool:
        if not (note := ask_line(_WHY())):
            return False
        reviewing.reject(self._site, case.document.id, note)
        console().print(_REJECTED(id=case.document.id[:8], note=safe(note)))
        return True

    def _undo(self, case: ReviewCase) -> bool:
        last = decisions.last_of(self._site.catalogue, self._wanted.authorities, actor())
        if last is None:
            console().print(_NO_DECISION())
            return False
        print_undone(*reviewing.undo(self._site, last.document_id))
        self._again += dict.fromkeys((case.document.id, last.document_id))
        return True

    def _open(self, case: ReviewCase) -> bool:
        file = case.document.folder / DOCUMENT
        console().print(safe(file))
        if _may_open():
            subprocess.Popen(["xdg-open", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return False

    def _help(self, _case: ReviewCase) -> bool:
        console().print(_HELP())
        return False


def _may_open() -> bool:
    """Whether there is a display; not through sudo, whose viewer could open anybody's files."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(display and "SUDO_USER" not in os.environ and shutil.which("xdg-open"))


def _keys(case: ReviewCase) -> str:
    count = len(case.candidates)
    numbers = "1" if count == 1 else f"1–{count}"
    return _KEYS(candidates=_CANDIDATES(numbers=numbers) if count else "")
