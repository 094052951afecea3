"""A ledger as files for other programs, one file per format.

Each format gives named files with a function that writes one; the caller decides whether that is a folder or a
stream. What leaves a ledger is recorded in it (`recorded`).
"""

from __future__ import annotations

from stemma.export.formats import FORMATS, write_folder, write_stream
from stemma.export.recorded import export_folder, export_stream
from stemma.export.writing import FileWriter

__all__ = ["FORMATS", "FileWriter", "export_folder", "export_stream", "write_folder", "write_stream"]
