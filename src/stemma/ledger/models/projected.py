"""The tables that pages read. All are derived from events, dropped and written again as a whole (`ledger.projections`).

They hold what is filtered, sorted and listed; a claim's, document's or account's full value is read from its event.
Relations are plain ids, null is "unknown", and texts are as the model's types have them.
"""

from __future__ import annotations

from django.db import models

ID_ROOM = 48
"""An id has 20 hex digits; a pair of them, joined by a colon, 41."""


class Projected(models.Model):
    """Base of every derived table: its rows stand in the order of their primary keys wherever order counts."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class ProjectionState(Projected):
    """One row: the last event that the projections take in, under which code and data, and their digest."""

    seq = models.BigIntegerField(primary_key=True)
    made_with = models.TextField()
    digest = models.TextField()


class ProjectedDocument(Projected):
    """A document that a capture stands for today. `claims` counts its claims; `characters` its whole visible text."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    capture = models.CharField(max_length=ID_ROOM, db_index=True)
    label = models.TextField()
    outlet = models.TextField(null=True, db_index=True)
    url = models.TextField(null=True)
    title = models.TextField(null=True)
    published = models.TextField(null=True, db_index=True)
    lang = models.TextField(null=True)
    characters = models.BigIntegerField()
    claims = models.BigIntegerField()


class ProjectedReference(Projected):
    """A document's reference to an event, and the incident that it was linked to, with the reasons (JSON)."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    document = models.CharField(max_length=ID_ROOM, db_index=True)
    incident = models.CharField(max_length=ID_ROOM, null=True, db_index=True)
    key = models.TextField()
    background = models.BooleanField()
    score = models.FloatField(null=True)
    reasons = models.TextField()


class ProjectedClaim(Projected):
    """A standing claim: the one that the last reading of its document holds. `voices` and `path` are JSON lists of
    labels.

    `low`/`high`/`qualifier`/`state`/`group`/`victim_class` are a toll's, `party` a perpetrator's or target's. `made_by`
    is the JSON of who makes the claim today, where its event names who made it first. `rank` is how much hangs on it,
    least is most (`projections.ranks`); `doubts` a JSON list of the persons (by key) who cannot tell.
    """

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    mention = models.CharField(max_length=ID_ROOM, db_index=True)
    document = models.CharField(max_length=ID_ROOM, db_index=True)
    reference = models.CharField(max_length=ID_ROOM, db_index=True)
    incident = models.CharField(max_length=ID_ROOM, null=True, db_index=True)
    start = models.BigIntegerField()
    kind = models.CharField(max_length=20, db_index=True)
    stance = models.CharField(max_length=12)
    background = models.BooleanField()
    state = models.CharField(max_length=12, null=True)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    qualifier = models.CharField(max_length=10, null=True)
    group = models.TextField(null=True)
    victim_class = models.TextField(null=True)
    party = models.TextField(null=True, db_index=True)
    voices = models.TextField()
    origin = models.TextField(null=True, db_index=True)
    path = models.TextField()
    quote = models.TextField()
    made_by = models.TextField()
    ruling = models.CharField(max_length=10, null=True)
    rank = models.SmallIntegerField()
    doubts = models.TextField()

    class Meta(Projected.Meta):
        abstract = False
        indexes = (
            # The queue of undecided claims, and that of one kind, are walked along them: a page at any place costs as
            # much as its rows. Over a million claims the next one is found in 2 to 16 ms.
            models.Index(
                fields=("rank", "document", "start", "id"),
                condition=models.Q(ruling__isnull=True),
                name="ledger_claim_undecided",
            ),
            models.Index(
                fields=("kind", "rank", "document", "start", "id"),
                condition=models.Q(ruling__isnull=True),
                name="ledger_claim_undecided_kind",
            ),
        )


class ProjectedOrigin(Projected):
    """An origin of claims, as `trace` found it."""

    key = models.TextField(primary_key=True)
    label = models.TextField()
    kind = models.CharField(max_length=10)
    bloc = models.TextField(null=True)
    party = models.TextField(null=True)


class ProjectedCopy(Projected):
    """Two documents that carry the same text; `id` is "a:b", `body` the whole value (JSON)."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    a = models.CharField(max_length=ID_ROOM, db_index=True)
    b = models.CharField(max_length=ID_ROOM, db_index=True)
    kind = models.CharField(max_length=10)
    original = models.CharField(max_length=ID_ROOM, null=True)
    body = models.TextField()


class ProjectedPrints(Projected):
    """The fingerprints of a document (little-endian 64-bit numbers in base64), by which it is compared with others."""

    document = models.CharField(primary_key=True, max_length=ID_ROOM)
    marks = models.TextField()


class ProjectedStrangers(Projected):
    """Two documents that were compared and are no copies of one another; `id` is "a:b"."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    a = models.CharField(max_length=ID_ROOM)
    b = models.CharField(max_length=ID_ROOM)


class ProjectedIncident(Projected):
    """One line of the list of incidents. Dates are ISO days; tolls the standing ranges; `status` that of the headline
    toll; `linked` the incident as linking found it (JSON)."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    linked = models.TextField()
    label = models.TextField()
    type = models.CharField(max_length=24, db_index=True)
    date = models.TextField()
    date_from = models.TextField(null=True, db_index=True)
    date_to = models.TextField(null=True)
    place = models.TextField(null=True)
    country = models.TextField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    place_precision = models.IntegerField(null=True)
    killed_low = models.BigIntegerField(null=True)
    killed_high = models.BigIntegerField(null=True, db_index=True)
    injured_low = models.BigIntegerField(null=True)
    injured_high = models.BigIntegerField(null=True)
    status = models.CharField(max_length=16)
    documents = models.BigIntegerField(db_index=True)
    origins = models.BigIntegerField(db_index=True)
    copies = models.BigIntegerField()


class ProjectedAlias(Projected):
    """Every id that an incident answers to, those of references that a later reading no longer finds among them."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    incident = models.CharField(max_length=ID_ROOM, db_index=True)


class ProjectedFinding(Projected):
    """One slot of an incident, in the account's order (`id` is "incident:number")."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    incident = models.CharField(max_length=ID_ROOM, db_index=True)
    slot = models.CharField(max_length=20, db_index=True)
    status = models.CharField(max_length=16, db_index=True)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    best = models.BigIntegerField(null=True)
    published_low = models.BigIntegerField(null=True)
    published_high = models.BigIntegerField(null=True)
    group = models.TextField(null=True)
    victim_class = models.TextField(null=True)


class ProjectedPosition(Projected):
    """One value put forward in a slot (`id` is "incident:finding:number"). `party` where the value is one; `origins`
    counts."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    incident = models.CharField(max_length=ID_ROOM, db_index=True)
    slot = models.CharField(max_length=20)
    stance = models.CharField(max_length=12)
    party = models.TextField(null=True, db_index=True)
    value = models.TextField()
    origins = models.BigIntegerField()
    superseded = models.BooleanField()
    hedged = models.BooleanField()


class ProjectedSuggestion(Projected):
    """Two incidents that may be one (`id` is "a:b"), with the reasons (JSON)."""

    id = models.CharField(primary_key=True, max_length=ID_ROOM)
    a = models.CharField(max_length=ID_ROOM, db_index=True)
    b = models.CharField(max_length=ID_ROOM, db_index=True)
    score = models.FloatField()
    reasons = models.TextField()


class ProjectedOutlet(Projected):
    """An outlet of the documents: how many it published, how many of them others copied (`firsts`) or it copied."""

    name = models.TextField(primary_key=True)
    documents = models.BigIntegerField()
    claims = models.BigIntegerField()
    firsts = models.BigIntegerField()
    copies = models.BigIntegerField()
