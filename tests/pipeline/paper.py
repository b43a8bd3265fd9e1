"""Pages drawn for the tests of reading; nothing on them is about a real person."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data"

LETTER = """Musteramt der Stadt Beispielhausen
Ausländerbehörde

Aktenzeichen: 33.2-12345/2024

Sehr geehrte Frau Mustermann,

auf Ihren Antrag wird Ihnen mitgeteilt, dass die Prüfung Ihrer
Unterlagen noch nicht abgeschlossen werden konnte. Bitte reichen
Sie die fehlenden Nachweise innerhalb von vier Wochen nach.

Mit freundlichen Grüßen
Im Auftrag"""


def draw(text: str = LETTER, *, dpi: int = 200, size: tuple[float, float] = (5.8, 4.2), points: float = 11):
    """`text` on white paper of `size` inches."""
    scale = dpi / 72
    image = Image.new("L", (round(size[0] * dpi), round(size[1] * dpi)), 255)
    font = ImageFont.truetype("DejaVuSans.ttf", round(points * scale))
    ImageDraw.Draw(image).multiline_text(
        (30 * scale, 25 * scale), text, font=font, fill=20, spacing=4 * scale
    )
    return image


def scan(path: Path, *pages: Image.Image, dpi: int = 200) -> Path:
    """The pages as one multi-page TIFF."""
    pages[0].save(path, format="TIFF", save_all=True, append_images=list(pages[1:]), dpi=(dpi, dpi))
    return path


def pdf(path: Path, *contents: str, box: str = "0 0 595 842", extra: str = "") -> Path:
    """A PDF with a page for each content stream, Helvetica being /F1."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for content in contents:
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        stream = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {stream} 0 R {extra} "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            "/Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("ascii")
    path.write_bytes(data)
    return path


def typed(*lines: str, left: int = 60, top: int = 780) -> str:
    """A content stream that sets `lines` in 11 points."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    return f"BT /F1 11 Tf 15 TL {left} {top} Td {shown} ET"
