"""What stands where in a bundle: WACZ 1.1.1 (a zip that replay tools open) with a folder of Stemma's beside it."""

from __future__ import annotations

WACZ_VERSION = "1.1.1"
PACKAGE = "datapackage.json"
PACKAGE_DIGEST = "datapackage-digest.json"
ARCHIVE = "archive/data.warc.gz"
INDEX = "indexes/index.cdxj"
PAGES = "pages/pages.jsonl"
README = "README.txt"
REPORT = "report.html"

HEAD = "stemma/head.json"
EVENTS = "stemma/events.jsonl"
ACCOUNT = "stemma/account.json"
CLAIMS = "stemma/claims.jsonl"
DOCUMENTS = "stemma/documents.jsonl"
RULINGS = "stemma/rulings.jsonl"
MATERIAL = "stemma/material.json"

NEEDED = (ARCHIVE, INDEX, PAGES, HEAD, EVENTS, ACCOUNT, CLAIMS, DOCUMENTS, RULINGS, MATERIAL)
"""What a bundle must hold to be checked; README and report are for people."""
