"""The desk's addresses. Any alias of an incident answers."""

from __future__ import annotations

from django.urls import include, path, register_converter

from stemma.desk.accounts.addresses import ACCOUNTS
from stemma.desk.names import NameConverter
from stemma.desk.views.comparisons import comparison
from stemma.desk.views.deciding_claims import decide_claim, decide_together, rested, undo_claims
from stemma.desk.views.documents import document, source
from stemma.desk.views.downloads import account_json, claims_csv, stemma_graphml
from stemma.desk.views.entering import welcome
from stemma.desk.views.history import incident_history
from stemma.desk.views.incident import incident, incident_claims, incident_stemma, incident_what_if
from stemma.desk.views.incidents import incidents
from stemma.desk.views.outlets import outlet, outlets
from stemma.desk.views.queue import claim_effect, claim_queue, review
from stemma.desk.views.series import one_series, series_list
from stemma.desk.views.timelines import incident_timelines
from stemma.desk.views.voices import voice, voices

register_converter(NameConverter, "name")

PAGES = [
    path("welcome/<str:token>/", welcome, name="welcome"),
    path("", incidents, name="incidents"),
    path("incidents/<slug:alias>/", incident, name="incident"),
    path("incidents/<slug:alias>/timeline/", incident_timelines, name="timelines"),
    path("incidents/<slug:alias>/claims/", incident_claims, name="claims"),
    path("incidents/<slug:alias>/stemma/", incident_stemma, name="stemma"),
    path("incidents/<slug:alias>/history/", incident_history, name="history"),
    path("incidents/<slug:alias>/what-if/", incident_what_if, name="what-if"),
    path("incidents/<slug:alias>/account.json", account_json, name="account-json"),
    path("incidents/<slug:alias>/claims.csv", claims_csv, name="claims-csv"),
    path("incidents/<slug:alias>/stemma.graphml", stemma_graphml, name="stemma-graphml"),
    path("review/", review, name="review"),
    path("review/claims/", claim_queue, name="claim-queue"),
    path("review/claims/together/", decide_together, name="decide-together"),
    path("review/claims/undo/", undo_claims, name="undo-claims"),
    path("review/claims/rested/", rested, name="queue-rested"),
    path("review/claims/<slug:claim_id>/", decide_claim, name="decide-claim"),
    path("review/claims/<slug:claim_id>/effect/", claim_effect, name="claim-effect"),
    path("series/", series_list, name="series-list"),
    path("series/<slug:series_id>/", one_series, name="series"),
    path("documents/<slug:document_id>/", document, name="document"),
    path("documents/<slug:document_id>/source/", source, name="source"),
    path("documents/<slug:document_id>/beside/<slug:other>/", comparison, name="comparison"),
    path("outlets/", outlets, name="outlets"),
    path("outlets/<name:name>/", outlet, name="outlet"),
    path("voices/", voices, name="voices"),
    path("voices/<name:key>/", voice, name="voice"),
]

urlpatterns = [path("", include((PAGES, "desk"))), *ACCOUNTS]
