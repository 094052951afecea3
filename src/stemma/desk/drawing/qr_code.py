"""A text as a square that a telephone's camera reads (ISO/IEC 18004)."""

from __future__ import annotations

from itertools import groupby

from django.utils.translation import gettext as _
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from stemma.desk.drawing.svg import clean

QUIET = 4
"""Modules of white around it, as the standard asks."""


def qr_code(text: str) -> str:
    """SVG without a word of `text`: dark modules as one path, a module a unit, in the colours of the style sheet."""
    made = QRCode(border=QUIET, error_correction=ERROR_CORRECT_M)
    made.add_data(text)
    made.make(fit=True)
    rows = made.get_matrix()
    path = "".join(_row(y, row) for y, row in enumerate(rows))
    label = _("The key as a square for the camera of your telephone; it stands beside it in letters")
    return (
        f'<svg class="qr" viewBox="0 0 {len(rows)} {len(rows)}" role="img" aria-label="{clean(label)}" '
        f'shape-rendering="crispEdges"><path d="{path}"/></svg>'
    )


def _row(y: int, row: list[bool]) -> str:
    found, x = [], 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            found.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return "".join(found)
