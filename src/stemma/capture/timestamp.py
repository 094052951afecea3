"""Asking a time stamping authority (RFC 3161 over HTTP) that the user names.

Nothing leaves but the request, which holds a digest and a random number.
"""

from __future__ import annotations

import urllib.error
import urllib.request

from stemma.errors import InputError

QUERY = "application/timestamp-query"
REPLY = "application/timestamp-reply"
LARGEST = 1_000_000
"""Bytes of an answer: a token with its chain of certificates has some 5 kB."""
SECONDS = 30.0


def ask_authority(url: str, request: bytes, *, timeout: float = SECONDS) -> bytes:
    """The authority's answer, unread. InputError where it is out of reach, refuses, or sends something else."""
    if not url.startswith(("http://", "https://")):
        raise InputError(url, "is no http(s) address")
    asked = urllib.request.Request(url, data=request, headers={"Content-Type": QUERY})  # noqa: S310 - http(s) only, checked above
    try:
        with urllib.request.urlopen(asked, timeout=timeout) as reply:  # noqa: S310 - as above
            kind = reply.headers.get_content_type()
            answer = bytes(reply.read(LARGEST + 1))
    except urllib.error.HTTPError as error:
        error.close()
        raise InputError(url, f"the time stamping authority answered {error.code}") from error
    except (OSError, ValueError) as error:
        why = error.reason if isinstance(error, urllib.error.URLError) else error
        raise InputError(url, f"the time stamping authority cannot be reached: {why}") from error
    if kind != REPLY:
        raise InputError(url, f"answered {kind[:80]!r}, not {REPLY}: this is no time stamping authority")
    if len(answer) > LARGEST:
        raise InputError(url, f"answered more than {LARGEST} bytes, which is no time stamp")
    return answer
