"""The authorities of the samples: letterhead, how they number their records, courts around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """`file_number` is a format with `number` and `year`; `pattern` the expression that finds it again."""

    name: str
    title: str
    office: str
    city: str
    street: str
    postcode: str
    telephone: str
    file_number: str
    pattern: str
    serial_office: str
    person_prefix: str
    court: str
    court_suffix: str


AUTHORITIES = {
    "wiesbaden": Authority(
        name="wiesbaden",
        title="Landeshauptstadt Wiesbaden",
        office="Ausländerbehörde",
        city="Wiesbaden",
        street="Musteramtsplatz 3",
        postcode="65000",
        telephone="0611 0000-0",
        file_number="330230/{number:05d}-{year:02d}",
        pattern=r"330230/\d{5}-\d{2}",
        serial_office="Y7XW",
        person_prefix="P",
        court="Verwaltungsgericht Wiesbaden",
        court_suffix="WI",
    ),
    "kassel": Authority(
        name="kassel",
        title="Stadt Kassel – Der Magistrat",
        office="Zuwanderungs- und Ausländerbehörde",
        city="Kassel",
        street="Beispielhof 12",
        postcode="34000",
        telephone="0561 0000-0",
        file_number="32.4 A {number:05d}/{year:02d}",
        pattern=r"32\.4 A \d{5}/\d{2}",
        serial_office="Y4KX",
        person_prefix="K",
        court="Verwaltungsgericht Kassel",
        court_suffix="KS",
    ),
}


def authority(name: str) -> Authority:
    """A known authority, or one made up from its name in the same way."""
    if name in AUTHORITIES:
        return AUTHORITIES[name]
    city = name.replace("-", " ").replace("_", " ").title()
    mark = name[:2].upper()
    return Authority(
        name=name,
        title=f"Stadt {city} – Der Magistrat",
        office="Ausländerbehörde",
        city=city,
        street="Musterplatz 1",
        postcode="60000",
        telephone="069 0000-0",
        file_number=f"ABH-{mark}" + " {number:05d}/{year:02d}",
        pattern=rf"ABH-{mark} \d{{5}}/\d{{2}}",
        serial_office="Y9XX",
        person_prefix=name[:1].upper(),
        court="Verwaltungsgericht Frankfurt am Main",
        court_suffix="F",
    )
