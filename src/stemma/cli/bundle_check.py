"""`stemma verify FILE.wacz` as a terminal is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stemma.cli.vouching import head_signature, refused, signature_told, tell

if TYPE_CHECKING:
    from stemma.ledger.bundles import BundleReport
    from stemma.ledger.bundles.contents import BundleContents


def verify_bundle(file: Path, key: Path | None, against: Path | None) -> bool:
    """Say what a bundle is worth by itself, by whom it is signed, and whether it stands under a published head; whether
    nothing speaks against it. Needs neither a ledger nor a database."""
    from stemma.ledger.bundles import check_bundle
    from stemma.ledger.head_file import read_head

    published = None if against is None else read_head(against)
    report = check_bundle(file)
    tell(report.problems)
    held = report.contents
    if held is None:
        print(f"{file}: cannot be read as a bundle: DAMAGED.")
        return False
    sound = report.ok and _follows(held)
    counted = f"{len(held.documents)} documents, {len(held.claims)} claims, {len(held.events)} events"
    print(f"{counted}, {report.payloads} payloads checked: {'sound' if sound else 'DAMAGED'}.")
    sound = _signed(file, report, held, key) and sound
    head = held.head
    if published is None:
        told = f"event {head.seq}, digest {head.digest}"
        print(f"It says that it stands under the head of {told}: hold that against the published one (--against).")
        return sound
    if (head.seq, head.digest, head.root) != (published.seq, published.digest, published.root):
        return refused(file, f"stands under the head of event {head.seq}, not under the one in {against}")
    print(f"{'It stands' if sound else 'It says that it stands'} under the published head of event {head.seq}.")
    return sound


def _signed(file: Path, report: BundleReport, held: BundleContents, key: Path | None) -> bool:
    if report.signature is None and held.head.signature is None:
        return signature_told(b"", None, file, key)
    good = True
    if report.signature is not None:
        from stemma.cli.keys import signing_installed

        signing_installed()
        from stemma.ledger.signing import BUNDLE

        good = signature_told(BUNDLE + report.described, report.signature, file, key)
    if held.head.signature is not None:
        good = head_signature(held.head, f"the head in {file}", key) and good
    return good


def _follows(held: BundleContents) -> bool:
    """Make the account of a sound bundle again. The code that does so is loaded with the ledger's tables, none of which
    is opened."""
    from django.apps import apps

    from stemma.ledger import configure

    if not apps.ready:
        configure(Path())
    from stemma.build.remake import follows
    from stemma.ledger.bundles.rests import is_recorded

    made = follows(held)
    if made is None:
        print("The account was made by other code or data than this Stemma's, so it was not made again.")
        if not is_recorded(held):
            print("No event holds it either: nothing in the bundle shows that it follows from the claims.")
        return True
    if not made:
        return refused("stemma/account.json", "is not what the bundle's claims and decisions give")
    print("The account was made again from the bundle's claims: it is the same.")
    return True
