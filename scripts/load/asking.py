"""Clients of a desk, in a process of their own: each keeps one connection and asks for the next address as soon as it
has read an answer.

Reads {"host", "port", "clients", "addresses"} from standard input as JSON and prints [[milliseconds, status, bytes]]
for every address, in their order, and the seconds that all of it took.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

HEADERS = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": "en"}
PATIENCE = 120
"""Seconds after which an answer is given up; it counts as an error."""

Answer = tuple[float, int, int]


def main() -> None:
    given = json.load(sys.stdin)
    addresses, answers = given["addresses"], {}
    waiting, lock = iter(enumerate(addresses)), threading.Lock()

    def client(_: int) -> None:
        connection = http.client.HTTPConnection(given["host"], given["port"], timeout=PATIENCE)
        for place, address in _taken(waiting, lock):
            answers[place] = _asked(connection, address)
        connection.close()

    start = time.perf_counter()
    with ThreadPoolExecutor(given["clients"]) as pool:
        list(pool.map(client, range(given["clients"])))
    took = time.perf_counter() - start
    json.dump({"answers": [answers[place] for place in range(len(addresses))], "seconds": took}, sys.stdout)


def _taken(waiting: Iterator[tuple[int, str]], lock: threading.Lock) -> Iterator[tuple[int, str]]:
    while True:
        with lock:
            found = next(waiting, None)
        if found is None:
            return
        yield found


def _asked(connection: http.client.HTTPConnection, address: str) -> Answer:
    """How long the whole answer took in milliseconds, its status (0 for none) and its bytes as sent."""
    start = time.perf_counter()
    try:
        connection.request("GET", address, headers=HEADERS)
        response = connection.getresponse()
        status, length = response.status, len(response.read())
    except (OSError, http.client.HTTPException):
        connection.close()  # the next request opens another one
        status, length = 0, 0
    return (time.perf_counter() - start) * 1000, status, length


if __name__ == "__main__":
    main()
