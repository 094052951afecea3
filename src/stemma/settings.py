"""The environment, read in one place and only when asked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Readers = Literal["anyone", "members"]
SecondFactor = Literal["advised", "required", "all"]


_READERS: dict[str, Readers] = {"anyone": "anyone", "members": "members"}
_SECOND_FACTOR: dict[str, SecondFactor] = {"": "advised", "advised": "advised", "all": "all"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deployment may set. Command-line options win over these."""

    ledger: Path
    secret_key: str | None
    allowed_hosts: tuple[str, ...]
    llm_key: str | None = None
    key_passphrase: str | None = None
    tsa: str | None = None
    readers: Readers | None = None
    https: bool = False
    second_factor: SecondFactor = "advised"
    proxies: int | None = None


def from_environment() -> Settings:
    """STEMMA_LEDGER (folder, default ./ledger), STEMMA_SECRET_KEY, STEMMA_ALLOWED_HOSTS (comma-separated),
    STEMMA_LLM_KEY, STEMMA_KEY_PASSPHRASE (unlocks the key that signs), STEMMA_TSA (address of a time stamping
    authority), STEMMA_READERS (who may read the desk: anyone, members), STEMMA_HTTPS (1: browsers reach the desk
    through https alone), STEMMA_SECOND_FACTOR (who must have one: advised, nobody; required, administrators and leads;
    all), STEMMA_PROXIES (how many servers of ours stand between browsers and the desk).

    A word for the second factor that means nothing is taken for `required`: a slip of the pen opens no door."""
    hosts = os.environ.get("STEMMA_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
    return Settings(
        ledger=Path(os.environ.get("STEMMA_LEDGER", "ledger")),
        secret_key=os.environ.get("STEMMA_SECRET_KEY"),
        llm_key=os.environ.get("STEMMA_LLM_KEY"),
        key_passphrase=os.environ.get("STEMMA_KEY_PASSPHRASE") or None,
        tsa=os.environ.get("STEMMA_TSA") or None,
        readers=_READERS.get(os.environ.get("STEMMA_READERS", "").strip().lower()),
        https=os.environ.get("STEMMA_HTTPS", "").strip() == "1",
        second_factor=_SECOND_FACTOR.get(os.environ.get("STEMMA_SECOND_FACTOR", "").strip().lower(), "required"),
        proxies=_number(os.environ.get("STEMMA_PROXIES", "")),
        allowed_hosts=tuple(h.strip() for h in hosts.split(",") if h.strip()),
    )


def _number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() else None
