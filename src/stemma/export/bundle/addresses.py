"""Addresses as replay tools sort them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WWW = re.compile(r"^www\d*\.")


def is_page(uri: str) -> bool:
    """Whether a browser could have asked for it."""
    return uri.startswith(("http://", "https://"))


def surt(uri: str) -> str:
    """The host turned round and the rest in small letters ("com,example)/a?b=1"), query parts sorted; what is no web
    address, and what cannot be taken apart, as it is."""
    if not is_page(uri):
        return uri.lower()
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return uri.lower()
    turned = ",".join(reversed(_WWW.sub("", host).split(".")))
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    usual = {"http": 80, "https": 443}[parts.scheme]
    at = "" if port in (None, usual) else f":{port}"
    return f"{turned}{at}){parts.path or '/'}{'?' + query if query else ''}".lower()


def timestamp(at: str) -> str:
    """ISO 8601 as fourteen digits: "20260102030405"."""
    return "".join(filter(str.isdigit, at[:19]))
