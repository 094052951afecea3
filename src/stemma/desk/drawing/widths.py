"""The two widths at which a page shows a drawing, in pixels."""

from __future__ import annotations

WIDE, NARROW = 1040, 344
"""A desktop column, and a phone held upright (390 less the page's margins)."""
LEAST_WIDE = 640
"""Below this a chart's names stand over their rows instead of beside them."""
