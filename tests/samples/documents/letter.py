"""Parts of German official letters (DIN 5008): letterhead, address, reference block, closing, stamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.samples.documents.case import Case, german
from tests.samples.fonts import Family, text_width
from tests.samples.paper import Paper
from tests.samples.sheet import BLUE, GREY, PEN, RED, Align, Ink, Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: `title` large, `lines` small (office, address, telephone)."""

    title: str
    lines: tuple[str, ...]
    family: Family = "sans"


def office(case: Case) -> Sender:
    """The immigration authority itself."""
    site = case.site
    place = f"{site.street}, {site.postcode} {site.city}"
    return Sender(title=site.title, lines=(site.office, place, f"Telefon {site.telephone}"))


BAMF = Sender(
    title="Bundesamt für Migration und Flüchtlinge",
    lines=("Außenstelle Musterstadt", "Prüfstraße 210, 90000 Nürnberg", "Telefon 0911 0000-0"),
)
PRESIDIUM = Sender(
    title="Regierungspräsidium Darmstadt",
    lines=("Dezernat II 24 – Asyl, Verteilung", "Musterplatz 2, 64200 Darmstadt"),
)
PRESIDIUM_GIESSEN = Sender(
    title="Regierungspräsidium Gießen",
    lines=("Dezernat 23 – Zentrale Ausländerbehörde", "Beispielallee 18, 35000 Gießen"),
)


def to_office(case: Case) -> tuple[str, ...]:
    """The authority as addressee."""
    site = case.site
    return site.title, site.office, site.street, f"{site.postcode} {site.city}"


def letter(
    case: Case,
    sender: Sender,
    recipient: Sequence[str],
    subject: Sequence[str],
    *,
    references: Sequence[tuple[str, str]] = (),
    greeting: str = "Sehr geehrte Damen und Herren",
    received: bool = False,
    day: date | None = None,
) -> Paper:
    """A letter down to its salutation, in one of two usual arrangements."""
    paper = Paper(family=sender.family)
    letterhead(paper, sender, centred=case.rng.random() < 0.3)
    window(paper, sender, recipient)
    facts = [*references, ("Datum", german(day or case.issued))]
    if case.rng.random() < 0.6:
        information_block(paper, facts)
    else:
        reference_row(paper, facts)
    if received:
        receipt_stamp(paper, case)
    paper.y = 104
    for number, line in enumerate(subject):
        paper.paragraph(line, bold=number == 0 or case.rng.random() < 0.5, after=0.6)
    paper.gap(4)
    if greeting:
        paper.paragraph(f"{greeting},", after=3)
    return paper


def letterhead(paper: Paper, sender: Sender, *, centred: bool = False) -> None:
    align: Align = "center" if centred else "left"
    x = paper.size[0] / 2 if centred else paper.left
    paper.text(x, 19, sender.title, size=15, bold=True, align=align)
    paper.text(x, 25, sender.lines[0], size=11, align=align)
    paper.put(Stroke(points=((paper.left, 28.5), (paper.right_edge, 28.5)), width=0.5))
    foot = paper.size[1] - 12
    paper.put(Stroke(points=((paper.left, foot - 4), (paper.right_edge, foot - 4)), width=0.15))
    paper.text(paper.left, foot, f"{sender.title} · " + " · ".join(sender.lines[1:]), size=7, ink=GREY)


def window(paper: Paper, sender: Sender, recipient: Sequence[str]) -> None:
    """Return line and addressee where a window envelope shows them."""
    paper.text(paper.left, 47, ", ".join((sender.title, *sender.lines[1:2])), size=6.5)
    paper.put(Stroke(points=((paper.left, 48), (paper.left + 80, 48)), width=0.1))
    for number, line in enumerate(recipient):
        paper.text(paper.left, 54.5 + number * 5, line)


def information_block(paper: Paper, facts: Sequence[tuple[str, str]]) -> None:
    for number, (label, value) in enumerate(facts):
        y = 57 + number * 6.5
        paper.text(121, y, f"{label}:", size=9)
        paper.text(max(150, 124 + text_width(label, paper.family, False, 9)), y, value, size=9)


def reference_row(paper: Paper, facts: Sequence[tuple[str, str]]) -> None:
    """Labels in a row above the subject, values under them."""
    x, step = paper.left, paper.width / max(len(facts), 3)
    for label, value in facts:
        paper.text(x, 88, label, size=7.5)
        paper.text(x, 92.5, value, size=9.5)
        x += max(step, text_width(value, "sans", False, 9.5) + 4)


def receipt_stamp(paper: Paper, case: Case, *, x: float | None = None, y: float | None = None) -> None:
    """The office's receipt stamp: a date which is not the document's date."""
    day = case.later(2, 9)
    paper.stamp(
        (128 if x is None else x) + case.rng.uniform(-4, 4),
        (30 if y is None else y) + case.rng.uniform(-1, 2),
        f"{case.site.city} – {case.site.office[:22]}",
        f"EINGANG {german(day)}",
        f"Anl. {case.rng.randint(0, 4)}   {case.pick('Poststelle', '33.2', 'Zi. 114')}",
        angle=case.rng.uniform(-4, 4),
        ink=case.rng.choice((BLUE, RED)),
        size=9,
    )


def signature(paper: Paper, rng: Random, *, x: float | None = None, ink: Ink = PEN) -> None:
    """A scrawl at the cursor."""
    start = paper.left if x is None else x
    points = [(start, paper.y + 5)]
    for _ in range(rng.randint(14, 22)):
        last = points[-1]
        points.append((last[0] + rng.uniform(0.2, 2.6), paper.y + 5 + rng.uniform(-4, 2.5)))
    paper.put(Stroke(points=tuple(points), width=0.35, ink=ink))
    paper.gap(9)


def closing(
    paper: Paper, case: Case, name: str, *, phrase: str = "Mit freundlichen Grüßen", order: str = ""
) -> None:
    paper.room(32)
    paper.gap(2)
    paper.line(phrase)
    if order:
        paper.line(order)
    paper.gap(1)
    signature(paper, case.rng)
    paper.line(name)


def remedies(paper: Paper, case: Case, *, court: bool = True) -> None:
    """Instructions on legal remedies."""
    paper.room(40)
    paper.heading("Rechtsbehelfsbelehrung")
    if court:
        paper.paragraph(
            "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim "
            f"{case.site.court}, Gerichtsplatz 1, {case.site.postcode} {case.site.city}, schriftlich oder "
            "zur Niederschrift des Urkundsbeamten der Geschäftsstelle erhoben werden.",
            size=9.5,
        )
    else:
        paper.paragraph(
            "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei der oben "
            "genannten Behörde schriftlich oder zur Niederschrift erhoben werden.",
            size=9.5,
        )


def place_and_date(paper: Paper, case: Case, who: str, *, city: str | None = None, x: float = 110.0) -> None:
    """`Ort, Datum` at the left, a signature line at the right."""
    paper.room(26)
    paper.gap(12)
    paper.text(paper.left, paper.y, f"{city or case.site.city}, den {german(case.issued)}")
    top = paper.y
    paper.y = top - 8
    signature(paper, case.rng, x=x + 3)
    paper.y = top
    paper.put(Stroke(points=((paper.left, top + 1.5), (paper.left + 62, top + 1.5)), width=0.15))
    paper.put(Stroke(points=((x, top + 1.5), (x + 62, top + 1.5)), width=0.15))
    paper.text(paper.left, top + 5, "Ort, Datum", size=7.5)
    paper.text(x, top + 5, who, size=7.5)
    paper.y = top + 8


def years_after(day: date, years: int) -> date:
    return day + timedelta(days=365 * years)
