"""Words for the named parts of a match score, as a clerk reads them."""

from __future__ import annotations

from collections.abc import Mapping

from config.language import Language, Text

EVIDENCE: Mapping[str, Text] = {
    "name_exact": Text("Name stimmt überein", "name agrees"),
    "name_variant": Text("Name in anderer Schreibweise", "name in another spelling"),
    "name_ocr": Text("Name bis auf Lesefehler gleich", "name agrees but for misread letters"),
    "name_given_subset": Text("Familienname und ein Vorname stimmen", "family name and one given name agree"),
    "name_partial": Text("Name passt, ist aber unvollständig", "name fits but is incomplete"),
    "name_marks": Text(
        "Name gleich bis auf verlesene Sonderzeichen", "name agrees but for misread letters with marks"
    ),
    "name_near": Text("Vorname nur ähnlich", "given name only similar"),
    "name_family_only": Text("nur der Familienname stimmt", "only the family name agrees"),
    "name_family_only_conflict": Text(
        "Familienname stimmt, Vorname ist ein anderer", "family name agrees, given name does not"
    ),
    "name_given_only": Text(
        "Vorname stimmt, Familienname ist ein anderer", "given name agrees, family name does not"
    ),
    "birth_date_full": Text("Geburtsdatum stimmt überein", "birth date agrees"),
    "birth_date_year": Text("nur das Geburtsjahr stimmt sicher", "only the year of birth is certain"),
    "birth_date_similar": Text("Geburtsdatum ist ähnlich", "birth date is similar"),
    "birth_date_alone": Text(
        "Geburtsdatum kommt vor, der Name nicht", "birth date occurs, the name does not"
    ),
    "number_file": Text("Aktenzeichen", "file number"),
    "number_azr": Text("AZR-Nummer", "AZR number"),
    "number_document": Text("Dokumentnummer", "document number"),
    "number_document_checked": Text(
        "Dokumentnummer mit gültiger Prüfziffer", "document number with valid check digit"
    ),
    "sender_reference": Text("Zeichen, das der Absender für sie verwendet", "reference that the sender uses"),
    "place": Text("Fundstelle", "place"),
    "clerk": Text("von Hand zugeordnet durch", "assigned by hand by"),
    "learned": Text("Art aus bestätigten Dokumenten gelernt", "type learned from confirmed documents"),
    "birth_date_differs": Text("Geburtsdatum weicht ab", "birth date differs"),
    "birth_date_unreadable": Text("Geburtsdatum ist nicht lesbar", "birth date cannot be read"),
    "given_name_differs": Text(
        "Vorname weicht bei gleichem Geburtsdatum ab", "given name differs at the same birth date"
    ),
    "azr_number_differs": Text("AZR-Nummer weicht ab", "AZR number differs"),
    "number_of_another": Text("eine Nummer gehört zu", "a number belongs to"),
    "birth_name_differs": Text("Geburtsname weicht ab", "name at birth differs"),
    "nationality_differs": Text("Staatsangehörigkeit weicht ab", "nationality differs"),
    "mrz_other_person": Text(
        "maschinenlesbare Zone nennt eine andere Person", "machine-readable zone names somebody else"
    ),
    "not_same_person": Text(
        "nach einer früheren Entscheidung eine andere Person", "another person by an earlier decision"
    ),
    "sex_differs": Text("Geschlecht weicht ab", "sex differs"),
    # The places of evidence, see `Zone` in pipeline.model.
    "mrz": Text("maschinenlesbare Zone", "machine-readable zone"),
    "field": Text("Formularfeld", "form field"),
    "subject_line": Text("Betreff", "subject line"),
    "rubrum": Text("Rubrum", "rubrum"),
    "address": Text("Anschrift", "address"),
    "salutation": Text("Anrede", "salutation"),
    "body": Text("Fließtext", "running text"),
    "letterhead": Text("Briefkopf", "letterhead"),
}

NAME_KINDS: Mapping[str, Text] = {
    "birth": Text("Geburtsname", "birth name"),
    "alias": Text("weiterer Name", "further name"),
    "learned": Text("gelernte Schreibweise", "learned spelling"),
}
"""What a name is that is not the current one; its kind stands in brackets behind it."""


def kind_marked(name: str, kind: str) -> str:
    return f"{name} ({kind})"


def in_words(code: str, language: Language | None = None) -> str:
    """The words for one evidence code, several joined by `, ` or a name with its kind; other text stays."""
    parts = code.split(", ")
    if all(part in EVIDENCE for part in parts):
        return ", ".join(EVIDENCE[part](language) for part in parts)
    for kind, words in NAME_KINDS.items():
        name = code.removesuffix(kind_marked("", kind))
        if name != code:
            return kind_marked(name, words(language))
    return code
