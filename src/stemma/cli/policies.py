"""`stemma policies`: the rule sets that there are."""

from __future__ import annotations

import sys

import orjson
import typer

from stemma.cli.options import AsJson


def register(app: typer.Typer) -> None:
    app.command()(policies)


def policies(json: AsJson = False) -> None:
    """List the policies with version and hash, and what each says of itself.

    Example: stemma policies
    """
    from stemma.cli.tables import policies_table
    from stemma.data.policies import load_policies

    known = list(load_policies().values())
    if not json:
        policies_table(known)
        return
    for policy in known:
        told = {"name": policy.name, "version": policy.version, "hash": policy.hash}
        told |= {"title": policy.title, "says": policy.says}
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
