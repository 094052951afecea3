"""Small WARC archives for tests, written record by record."""

from __future__ import annotations

import gzip

PAGE = b"<html><body><p>Page %d: five people were killed.</p></body></html>"


def archive(*, packed: bool) -> bytes:
    """Two pages plain, one gzipped, one chunked, one text resource; a redirect, an image and a request beside them."""
    body = PAGE % 2
    records = [
        _record("warcinfo", "", "application/warc-fields", b"software: test\r\n"),
        _record("request", "http://a.test/0", "application/http; msgtype=request", b"GET /0 HTTP/1.1\r\n\r\n"),
        _response("http://a.test/0", PAGE % 0),
        _response("http://a.test/1", gzip.compress(PAGE % 1, mtime=0), "Content-Encoding: gzip\r\n"),
        _response("http://a.test/2", b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), "Transfer-Encoding: chunked\r\n"),
        _response("http://a.test/gone", b"moved", "Location: /0\r\n", status="301 Moved"),
        _response("http://a.test/i.png", b"\x89PNG", kind="image/png"),
        _record("resource", "http://a.test/r", "text/plain", b"A plain text resource about a strike."),
        _response("http://a.test/3", PAGE % 3),
    ]
    return b"".join(gzip.compress(r, mtime=0) if packed else r for r in records)


def _response(url: str, body: bytes, headers: str = "", *, status: str = "200 OK", kind: str = "text/html") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n{headers}\r\n"
    return _record("response", url, "application/http; msgtype=response", head.encode() + body)


def _record(kind: str, url: str, media_type: str, block: bytes) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n{target}"
        f"WARC-Date: 2018-06-18T00:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
