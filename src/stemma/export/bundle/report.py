"""The account as one plain page that needs nothing else: no script, no picture, no address is followed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from stemma.export.bundle.gathering import Contents
from stemma.model.finding import AccountClaim, Finding, Position
from stemma.reconcile.wording import counted, spoken

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{label}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{font:1rem/1.5 serif;max-width:45rem;margin:2rem auto;padding:0 1rem}}blockquote{{margin:.3rem 1rem}}
h3{{margin-bottom:0}}small{{color:#555}}</style></head><body>
<h1>{label}</h1>
<p>{counts}. Policy {policy}. Nothing here is asserted by who wrote this file: it says who asserted what. Quotes may
describe killed and wounded people.</p>
{findings}
<p><small>Under the head of event {seq}, digest {digest}. README.txt beside this page says how that is
checked.</small></p>
</body></html>
"""


def report(contents: Contents) -> str:
    """The text of report.html. Whatever comes from pages is escaped."""
    account = contents.account
    counts = (
        counted(account.documents, "document"),
        counted(account.independent_origins, "independent origin"),
        counted(account.copies, "pair") + " of copies",
    )
    return PAGE.format(
        label=escape(account.label),
        counts=", ".join(counts),
        policy=escape(f"{account.policy} {account.policy_version}"),
        findings="\n".join(_finding(finding, contents) for finding in account.findings),
        seq=contents.head.seq,
        digest=contents.head.digest,
    )


def _finding(finding: Finding, contents: Contents) -> str:
    part = finding.group or (finding.victim_class or "").replace("_", " ")
    name = finding.slot.replace("_", " ") + (f" ({part})" if part else "")
    known = _extent(finding.low, finding.high) or finding.status.replace("_", " ")
    head = f"<h2>{escape(name)}: {escape(known)}</h2>\n<p>{escape(finding.reason)}</p>"
    return "\n".join([head, *(_position(position, contents) for position in finding.positions)])


def _extent(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def _position(position: Position, contents: Contents) -> str:
    later = "" if position.superseded_by is None else f", later {position.superseded_by}"
    said = f"<h3>{escape(spoken(position.value))} ({escape(position.stance.replace('_', ' ') + later)})</h3>"
    claims = (key for support in position.origins for key in support.claims)
    return "\n".join([said, *(line for key in claims for line in _claim(contents.account.claims.get(key), contents))])


def _claim(claim: AccountClaim | None, contents: Contents) -> Iterator[str]:
    if claim is None:
        return
    page = next(row.document for row in contents.documents if row.document.id == claim.document)
    voices = " < ".join([*claim.relays, *(voice.label for voice in claim.voices)]) or page.outlet or "the outlet itself"
    where = ", ".join(str(part) for part in (page.outlet, page.title, page.published, page.url) if part)
    yield f"<blockquote>“{escape(claim.quote.text)}”<br><small>{escape(voices)}. {escape(where)}</small></blockquote>"
