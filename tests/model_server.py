"""A language model's endpoint on this machine: a real HTTP server whose replies a test writes down beforehand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def suggestion(**changes: Any) -> dict[str, Any]:
    base = {
        "kind": "toll", "quote": "killed 14 traders", "mention": "14", "stance": "asserts",
        "speaker": "Colonel Ivo Marek",
        "authority": None, "hedges": [], "state": "killed", "group": "traders", "words": None,
    }  # fmt: skip
    return {**base, **changes}


def chat(content: str | None, refusal: str | None = None) -> tuple[int, dict[str, str], str]:
    return 200, {}, json.dumps({"choices": [{"message": {"content": content, "refusal": refusal}}]})


def claims(*found: dict[str, Any]) -> tuple[int, dict[str, str], str]:
    return chat(json.dumps({"claims": found}))


@contextmanager
def served(*replies: tuple[int, dict[str, str], str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A server that gives `replies` in turn, the last for ever, and keeps what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            status, headers, body = replies[min(len(asked), len(replies)) - 1]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
