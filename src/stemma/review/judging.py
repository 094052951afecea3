"""What may be said of a claim in a round."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast, get_args

from stemma.errors import InputError
from stemma.ids import canonical
from stemma.model.claim import Claim
from stemma.model.coding import Judgement, Verdict
from stemma.model.content import Content, Field, content_of
from stemma.model.wire import to_wire
from stemma.review import contents

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
FIELDS: tuple[str, ...] = tuple(field for field in get_args(Field) if field != "all")
"""What of a claim can be corrected."""

_WHY = {"reject": "a rejection", "correct": "a correction", "unsure": "who is unsure"}


def checked(said: Judgement, claim: Claim) -> Judgement:
    """The judgement as it is recorded: its reason trimmed, its correction whole and spelled in the one canonical way.

    Corrections are given as for the act `correct`. Raises InputError for a verdict, field or content that is none, a
    missing reason where the verdict is not to accept, and a correction that changes nothing.
    """
    if said.verdict not in VERDICTS:
        raise InputError("verdict", f"{said.verdict!r} is none; there are {', '.join(VERDICTS)}")
    reason = said.reason.strip()
    if said.verdict != "accept" and not reason:
        raise InputError("reason", f"{_WHY[said.verdict]} says why, so that whoever decides can weigh it")
    if said.verdict != "correct":
        if said.correction is not None or said.field != "all":
            raise InputError("correction", f"goes with the verdict correct, not with {said.verdict}")
        return replace(said, reason=reason)
    if said.field not in FIELDS:
        raise InputError("field", f"{said.field!r} cannot be corrected; {', '.join(FIELDS)} can")
    return replace(said, reason=reason, correction=_content(said, cast("Field", said.field), claim))


def given(judged: Judgement) -> object:
    """A recorded correction as the act `correct` takes it."""
    content = json.loads(judged.correction or "")
    if judged.field == "event":
        return {"ref": content["ref"], "background": content["background"]}
    return content


def _content(said: Judgement, field: Field, claim: Claim) -> str:
    try:
        wanted: Any = json.loads(said.correction or "")
    except json.JSONDecodeError as error:
        raise InputError("correction", f"is the field's new content as JSON: {error}") from error
    made = contents.checked(claim, field, wanted)
    if made == content_of(claim, field):
        raise InputError("correction", f"the {field} is read so already: accept it, or correct another field")
    return canonical(_of_field(made)).decode("utf-8")


def _of_field(content: Content) -> Any:
    """The one member that is there."""
    return next(member for member in to_wire(content).values() if member is not None)
