"""An OpenAI-compatible chat endpoint, local or hosted, that the user names: where models are reached."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stemma.errors import InputError
from stemma.ids import digest

ATTEMPTS = 4
"""Tries at one request; the waits between them add up to seven seconds, or to what the server asks for."""
LONGEST_WAIT = 60.0
RETRIED = frozenset({408, 409, 429, 500, 502, 503, 504})
LARGEST_ANSWER = 4_000_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the base address (".../v1"), `key` a bearer token or null, `timeout` seconds for one try.

    `wait` is called with the seconds to pause between tries.
    """

    url: str
    model: str
    key: str | None = None
    timeout: float = 120.0
    wait: Callable[[float], None] = time.sleep

    def ask(self, system: str, user: str, schema: Mapping[str, Any]) -> str:
        """The text of the model's answer. InputError where the endpoint is out of reach, refuses, or keeps failing."""
        body = json.dumps(self._request(system, user, schema)).encode()
        pause = 1.0
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._answer(self._post(body))
            except urllib.error.HTTPError as error:
                error.close()
                if error.code not in RETRIED or attempt == ATTEMPTS:
                    raise InputError(self.url, f"the model's endpoint answered {error.code} {error.reason}") from error
                asked = error.headers.get("Retry-After") or ""
                self.wait(min(float(asked) if asked.isdigit() else pause, LONGEST_WAIT))
            except (TimeoutError, urllib.error.URLError, ConnectionError) as error:
                if attempt == ATTEMPTS:
                    raise InputError(self.url, f"the model's endpoint cannot be reached: {error}") from error
                self.wait(pause)
            pause *= 2
        raise InputError(self.url, "the model's endpoint gave no answer")

    def _request(self, system: str, user: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": schema},
            },
        }

    def _post(self, body: bytes) -> bytes:
        if not self.url.startswith(("http://", "https://")):
            raise InputError(self.url, "is no http(s) address")
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        address = f"{self.url.rstrip('/')}/chat/completions"
        request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 - http(s) only, checked above
        with urllib.request.urlopen(request, timeout=self.timeout) as reply:  # noqa: S310 - as above
            return bytes(reply.read(LARGEST_ANSWER))

    def _answer(self, reply: bytes) -> str:
        try:
            message = json.loads(reply)["choices"][0]["message"]
            refusal, content = message.get("refusal"), message.get("content")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise InputError(self.url, "the model's endpoint answered something that is no chat completion") from error
        if refusal or not isinstance(content, str):
            raise InputError(self.url, f"the model refused: {refusal or 'no content'}"[:300])
        return content


@dataclass(frozen=True, slots=True)
class Remembered:
    """An endpoint whose answers are kept in a folder, by the hash of everything asked, model and schema included."""

    endpoint: Endpoint
    folder: Path

    def ask(self, system: str, user: str, schema: Mapping[str, Any]) -> str:
        """The kept answer where there is a whole one, else the endpoint's, which is then kept."""
        key = digest("asked", self.endpoint.url, self.endpoint.model, system, user, dict(schema))
        file = self.folder / f"{key}.json"
        with suppress(OSError, ValueError, KeyError, TypeError):
            return str(json.loads(file.read_text(encoding="utf-8"))["answer"])
        answer = self.endpoint.ask(system, user, schema)
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".part")
        draft.write_text(json.dumps({"model": self.endpoint.model, "answer": answer}), encoding="utf-8")
        draft.replace(file)
        return answer
