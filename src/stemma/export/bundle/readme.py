"""What a bundle says of itself, in plain words, to whoever opens it with nothing at hand."""

from __future__ import annotations

from stemma.export.bundle.gathering import Contents

TEXT = """\
REPORTS OF ONE INCIDENT
{label}

The pages kept here may show or describe killed and wounded people.

What this is
  {documents} report(s) as they were received, the text read in them, {claims} claim(s) found in that text with the
  words they rest on, {rulings} decision(s) of people about them, and the account that follows: for each figure the
  range of what is said, and who says it.
  It asserts nothing itself. It records who asserted what, and where they had it from. A false report is kept as
  faithfully as a right one.

What is in it
  report.html              the account as a page to read, with the quotes
  archive/data.warc.gz     the reports, byte for byte (WARC 1.1)
  pages/, indexes/         the list of pages, and where each stands in the archive
  stemma/account.json      the account, made under the policy "{policy}"
  stemma/claims.jsonl      each claim: who says what, with the quote and its place in the document's text
  stemma/documents.jsonl   each document: its text, and the receipt of the capture that it was read from
  stemma/rulings.jsonl     what people decided, with their reasons
  stemma/material.json     what else the account was made from: copies, origins, decisions as they took effect
  stemma/events.jsonl      the ledger's events that all of this rests on, each with its proof
  stemma/head.json         the head of the ledger: {events} event(s), the last recorded at {at}
                           by the keeper's clock, digest
                           {digest}
  datapackage.json         sha256 and size of every file

How to look at it
  Any tool that replays WACZ files opens this one. Rows of a collection are shown as the JSON that was received.
  Rename it to .zip to see the files.

How to check it
  With Stemma, offline and without the ledger:
      stemma verify FILE.wacz --key PUBLIC_KEY.pem
  It compares every payload, text, quote, claim and decision with its event, proves for each event that it stands
  under the head, and makes the account again. Add --against HEAD.json with the head that the keeper published, from
  where it was published: a bundle alone shows only that it fits itself.

  Without Stemma: a line of stemma/events.jsonl is one event. Its digest is the sha256 of six lines joined by line
  feeds: previous, seq, kind, subject, recorded_at, body. A leaf of the tree is the sha256 of a zero byte and the
  digest's 32 bytes; an inner node that of a one byte and its two children. Hash the leaf upwards with the hashes in
  "proof" (beside a node on the left where its place is odd, on the right where it is even; the last of an odd row
  moves up as it is; places count from 0, the row of leaves has head.seq of them): the end must be head.root.
  The payload of a capture has the sha256 that the body of its event names, and so has its record in the archive.
"""


def readme(contents: Contents) -> str:
    """The text of README.txt."""
    return TEXT.format(
        label=" ".join(contents.account.label.split()),
        documents=len(contents.documents),
        claims=len(contents.claims),
        rulings=len(contents.rulings),
        policy=contents.account.policy,
        events=contents.head.seq,
        at=contents.head.recorded_at,
        digest=contents.head.digest,
    )
