"""What every format's writers look like."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

FileWriter = Callable[[TextIO], None]
"""Writes one file to a text stream that leaves line ends alone (`newline=""`)."""
