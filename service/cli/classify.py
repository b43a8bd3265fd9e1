"""`akte classify`: teach the recognition of document types from what clerks have confirmed."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from config.home import Home
from config.language import Text
from pipeline.learned import Learned, strongest
from records.errors import Conflict
from service import learned_file
from service.cli.authority import checked
from service.cli.frame import Group, json_option, option
from service.cli.output import console, moment, print_json, safe, table
from service.learned_file import LearnedFile, TypeReport, Unusable
from service.wiring import Site, open_site

_TERMS = 6

_TOO_FEW = Text(
    "zu wenig bestätigte Dokumente: Mindestens zwei Arten brauchen je {least}. Bisher: {counts}. "
    "Bestätigt wird eine Art mit: akte review set-type.",
    "too few confirmed documents: at least two types need {least} each. So far: {counts}. "
    "A type is confirmed with: akte review set-type.",
)
_NONE = Text("keine", "none")
_NOTHING = Text(
    "Für {authority} wurde noch nichts gelernt. Lernen mit: akte classify train --authority {authority}",
    "Nothing has been learned for {authority} yet. Learn with: akte classify train --authority {authority}",
)
_LEARNED = Text(
    "Gelernt am {time} aus {count} bestätigten Dokumenten.",
    "Learned on {time} from {count} confirmed documents.",
)
_USED = Text(
    "Wird gefragt, wo die Regeln unsicher sind, und gehört bei: {types}.",
    "Asked where the rules are unsure, and heard on: {types}.",
)
_UNUSED = Text(
    "Bei keiner Art besser als die Regeln; das Gelernte wird nicht verwendet.",
    "Better than the rules on no type; what was learned is not used.",
)
_HELD_OUT = Text(
    "Richtig erkannt, jeweils an zurückgehaltenen Dokumenten gemessen (unsicher: wo die Regeln unsicher "
    "sind und der Lerner diese Art nennt):",
    "Recognised rightly, measured on held-out documents (unsure: where the rules are unsure and the "
    "learner says this type):",
)
_STRONGEST = Text("Stärkste Wörter (titel: = in der Überschrift):", "Strongest words (titel: = in a title):")
_YES, _NO = Text("ja", "yes"), Text("nein", "no")

_authority = option(
    "--authority",
    required=True,
    metavar="NAME",
    help=Text("Behörde, die lernt.", "The authority that learns."),
)


@click.group(
    cls=Group,
    help=Text(
        "Dokumentarten aus bestätigten Dokumenten lernen.", "Learn document types from confirmed documents."
    )(),
)
def command() -> None:
    pass


@command.command(
    "train",
    help=Text(
        "Aus bestätigten Dokumenten lernen. Bestätigt ist, wessen Art jemand gesetzt hat (akte review "
        "set-type); eigene Vermutungen sind nie Lernstoff. Was gelernt wurde, wird an zurückgehaltenen "
        "Dokumenten mit den Regeln verglichen und nur bei den Arten verwendet, bei denen es besser ist.",
        "Learn from confirmed documents. Confirmed are those whose type somebody set (akte review "
        "set-type); own guesses are never learned from. What was learned is compared with the rules on "
        "held-out documents and used only for the types on which it is better.",
    )(),
)
@_authority
@json_option
@click.pass_obj
def train(home: Home, *, authority: str, as_json: bool) -> int:
    with open_site(home) as site:
        checked(site, authority)
        content = _train(site, authority)
        learned_file.save(home, authority, content)
        _show(site, content, as_json=as_json)
    return 0


def _train(site: Site, authority: str) -> LearnedFile:
    # here, because loading scikit-learn takes a second that no other command should wait for
    from service import confirmed, learning  # noqa: PLC0415

    examples, names = confirmed.examples(site, authority)
    if len(learning.enough(examples)) < 2:
        counts = ", ".join(f"{kind} {count}" for kind, count in learning.counts(examples)) or _NONE()
        raise Conflict(detail=_TOO_FEW(least=learning.LEAST_DOCUMENTS, counts=counts))
    model, reports = learning.train(examples, names, learned_file.program())
    return LearnedFile(
        trained_at=datetime.now(UTC).isoformat(timespec="seconds"),
        documents=len(examples),
        types=reports,
        model=model,
    )


@command.command(
    "report",
    help=Text(
        "Zeigen, was gelernt wurde. Je Art: wie gut, verglichen mit den Regeln, und an welchen Wörtern.",
        "Show what was learned. For each type: how well, compared with the rules, and by which words.",
    )(),
)
@_authority
@json_option
@click.pass_obj
def report(home: Home, *, authority: str, as_json: bool) -> int:
    with open_site(home) as site:
        checked(site, authority)
        try:
            content = learned_file.load(home, authority)
        except Unusable as error:
            console(stderr=True).print(safe(error.text()), style="yellow")
            return 1
        if content is None:
            console(stderr=True).print(_NOTHING(authority=authority))
            return 1
        _show(site, content, as_json=as_json)
    return 0


def _show(site: Site, content: LearnedFile, *, as_json: bool) -> None:
    if as_json:
        print_json(_row(one, content.model) for one in content.types)
        return
    out = console()
    out.print(_LEARNED(time=moment(datetime.fromisoformat(content.trained_at)), count=content.documents))
    used = [safe(site.types.label(one.type)()) for one in content.types if one.used]
    out.print(_USED(types="; ".join(used)) if used else f"[yellow]{_UNUSED()}[/]")
    out.print(f"\n{_HELD_OUT()}")
    listing = table(
        Text("Art", "type"), Text("bestätigt", "confirmed"), Text("Regeln", "rules"),
        Text("Lerner", "learner"),
        Text("unsicher: Regeln", "unsure: rules"), Text("Lerner", "learner"), Text("gehört", "heard"),
        numbers=True,
    )  # fmt: skip
    for one in content.types:
        listing.add_row(
            one.type, str(one.confirmed), str(one.rules_right), str(one.learned_right),
            f"{one.unsure_rules_right}/{one.unsure}", f"{one.unsure_learned_right}/{one.unsure}",
            (_YES if one.used else _NO)(),
        )  # fmt: skip
    out.print(listing)
    out.print(f"\n{_STRONGEST()}")
    for one in content.types:
        words = ", ".join(strongest(content.model.weights[one.type], _TERMS))
        out.print(f"  {one.type}: {safe(words)}")


def _row(one: TypeReport, model: Learned) -> dict[str, object]:
    return {
        "type": one.type,
        "confirmed": one.confirmed,
        "rules_right": one.rules_right,
        "learned_right": one.learned_right,
        "unsure": one.unsure,
        "unsure_rules_right": one.unsure_rules_right,
        "unsure_learned_right": one.unsure_learned_right,
        "reliability": one.reliability,
        "used": one.used,
        "terms": strongest(model.weights[one.type], _TERMS),
    }
