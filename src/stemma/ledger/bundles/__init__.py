"""Checking the bundle of an incident, with nothing but the file: no ledger, no database."""

from __future__ import annotations

from stemma.ledger.bundles.check import BundleReport, check_bundle

__all__ = ["BundleReport", "check_bundle"]
