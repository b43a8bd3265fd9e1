"""Layouts of this round: physicians' certificates."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.parts import abbreviated, block
from tests.samples.names import DOCTORS
from tests.samples.paper import Paper


@fresh("aerztliches_attest", "NB")
def attest_fachaerztlich_praxis(case: Case) -> Paper:
    """A psychiatrist's certificate on fitness to travel: diagnoses with codes, findings, prognosis."""
    doctor = case.rng.choice(DOCTORS)
    paper = Paper(points=10.5, left=25, right=22)
    block(paper, 105, 20, (doctor, "Fachärztin für Psychiatrie und Psychotherapie", "Testallee 90 · 34000 Kassel · Tel. 0561 0000-44"), size=10.5, bold=1, align="center")  # fmt: skip
    paper.text(188, 42, f"Kassel, {german(case.issued)}", align="right")
    paper.y = 50
    paper.line("Fachärztliches Attest", size=14, bold=True)
    paper.line("zur Vorlage bei der Ausländerbehörde und beim Verwaltungsgericht", size=9.5)
    paper.gap(4)
    paper.paragraph(
        f"Patient/in: {case.name}{case.born_phrase}, {case.person.street}, {case.site.city}", bold=True
    )
    paper.paragraph(f"befindet sich seit dem {german(case.earlier(100, 500))} in meiner Behandlung, zuletzt am {german(case.earlier(1, 12))}.")  # fmt: skip
    paper.paragraph("Diagnosen: Posttraumatische Belastungsstörung (ICD-10 F43.1 G); mittelgradige depressive Episode (F32.1 G); Schlafstörung (G47.0 G).")  # fmt: skip
    paper.paragraph("Tatsächliche Umstände und Methode: acht Gespräche von je 50 Minuten mit Sprachmittlung, strukturiertes Interview, Fremdanamnese durch die Schwester. Geschildert werden wiederkehrende Bilder, Schreckhaftigkeit und sozialer Rückzug.")  # fmt: skip
    paper.paragraph("Schweregrad und Folgen: Bei einem Abbruch der Behandlung ist binnen Wochen mit einer wesentlichen Verschlechterung zu rechnen. Eine Flugreise gegen den Willen halte ich für nicht vertretbar; Reisefähigkeit besteht derzeit nicht.")  # fmt: skip
    paper.paragraph("Medikation: Sertralin 100 mg morgens, Mirtazapin 15 mg zur Nacht.")
    ending(paper, case, doctor)
    paper.stamp(125, paper.y - 13, doctor, "LANR 000000000", angle=case.rng.uniform(-6, 6), size=8)
    return paper


@fresh("aerztliches_attest", "NB")
def klinik_bescheinigung_kurz(case: Case) -> Paper:
    """A clinic's short certificate: an operation and bed rest, half a sheet, typed name and stamp."""
    paper = Paper(size=(210.0, 148.0), points=10, left=22, right=22, top=14, bottom=10)
    block(
        paper,
        22,
        18,
        ("Klinikum Musterland gGmbH", "Klinik für Unfallchirurgie und Orthopädie"),
        size=11,
        bold=1,
    )
    paper.text(188, 18, abbreviated(case.issued), align="right", size=9.5)
    paper.y = 34
    paper.line("Ärztliche Bescheinigung", size=13, bold=True)
    paper.gap(3)
    paper.paragraph(f"{case.honorific} {case.name}{case.born_phrase}, wurde hier vom {german(case.earlier(6, 10))} bis {german(case.earlier(1, 4))} stationär behandelt (S82.2, Unterschenkelfraktur, operativ versorgt).")  # fmt: skip
    paper.paragraph(f"Aus ärztlicher Sicht ist bis voraussichtlich {german(case.later(40, 70))} nur eingeschränktes Gehen an Unterarmgehstützen möglich. Termine bei Behörden können in dieser Zeit nicht wahrgenommen werden; längere Fahrten sind zu vermeiden.")  # fmt: skip
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(DOCTORS)}, Oberärztin", size=9.5)
    paper.stamp(138, 98, "Klinikum Musterland", "Unfallchirurgie", angle=case.rng.uniform(-6, 6), size=8)
    return paper
