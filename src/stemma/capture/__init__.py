"""Capture: what the user names, as exact bytes with a receipt. Nothing is decoded or changed here."""

from __future__ import annotations

from stemma.capture.endpoint import Endpoint, Remembered
from stemma.capture.options import CaptureOptions
from stemma.capture.receive import receive

__all__ = ["CaptureOptions", "Endpoint", "Remembered", "receive"]
