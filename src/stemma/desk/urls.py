"""The desk's addresses. Any alias of an incident answers."""

from __future__ import annotations

from django.urls import include, path, register_converter

from stemma.desk.accounts.addresses import ACCOUNTS
from stemma.desk.names import NameConverter
from stemma.desk.views.audits import audit_csv, audits
from stemma.desk.views.changed import incident_change
from stemma.desk.views.coding import close_round, code_claim, decide_round, open_round
from stemma.desk.views.comparisons import comparison
from stemma.desk.views.deciding_claims import decide_claim, decide_together, rested, undo_claims
from stemma.desk.views.discussing import say, take_back
from stemma.desk.views.documents import document, source
from stemma.desk.views.downloads import account_json, claims_csv, stemma_graphml
from stemma.desk.views.entering import welcome
from stemma.desk.views.following import alerts, follow, seen, unfollow
from stemma.desk.views.history import incident_history
from stemma.desk.views.incident import incident, incident_claims, incident_stemma, incident_what_if
from stemma.desk.views.incidents import incidents
from stemma.desk.views.links import links, links_all
from stemma.desk.views.outlets import outlet, outlets
from stemma.desk.views.own_account import own_account, reading
from stemma.desk.views.pairs import merge, pair, split
from stemma.desk.views.people import end_sessions, forget_factor, invite, open_account, people, role, shut_account, take
from stemma.desk.views.queue import claim_effect, claim_queue, review
from stemma.desk.views.rounds import disagreements, one_round, round_agreement, rounds
from stemma.desk.views.ruling_links import (
    decide_link,
    decide_links,
    skip_link,
    split_incident,
    undo_link,
    withdraw_link,
)
from stemma.desk.views.saving import change_series, new_series
from stemma.desk.views.search import search, suggest
from stemma.desk.views.series import one_series, series_list
from stemma.desk.views.timelines import incident_timelines
from stemma.desk.views.voices import voice, voices
from stemma.desk.views.work import assign, change_status, work

register_converter(NameConverter, "name")

PAGES = [
    path("welcome/<str:token>/", welcome, name="welcome"),
    path("account/", own_account, name="own-account"),
    path("account/reading/", reading, name="reading"),
    path("people/", people, name="people"),
    path("people/role/", role, name="people-role"),
    path("people/take/", take, name="people-take"),
    path("people/invite/", invite, name="people-invite"),
    path("people/sessions/", end_sessions, name="people-sessions"),
    path("people/factor/", forget_factor, name="people-factor"),
    path("people/shut/", shut_account, name="people-shut"),
    path("people/open/", open_account, name="people-open"),
    path("audit/", audits, name="audit"),
    path("audit.csv", audit_csv, name="audit-csv"),
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
    path("search/", search, name="search"),
    path("search/suggest/", suggest, name="suggest"),
    path("incidents/<slug:alias>/changes/<int:seq>/", incident_change, name="change"),
    path("alerts/", alerts, name="alerts"),
    path("alerts/seen/", seen, name="seen"),
    path("alerts/follow/", follow, name="follow"),
    path("alerts/unfollow/", unfollow, name="unfollow"),
    path("comments/say/", say, name="say"),
    path("comments/take-back/", take_back, name="take-back"),
    path("incidents/<slug:alias>/merge/", merge, name="merge"),
    path("incidents/<slug:alias>/split/", split, name="split"),
    path("incidents/<slug:alias>/split/apart/", split_incident, name="split-incident"),
    path("incidents/<slug:alias>/status/", change_status, name="change-status"),
    path("incidents/<slug:alias>/assign/", assign, name="assign"),
    path("review/work/", work, name="work"),
    path("review/links/", links, name="links"),
    path("review/links/all/", links_all, name="links-all"),
    path("review/links/decide/", decide_link, name="decide-link"),
    path("review/links/decide-all/", decide_links, name="decide-links"),
    path("review/links/skip/", skip_link, name="skip-link"),
    path("review/links/undo/", undo_link, name="undo-link"),
    path("review/links/withdraw/", withdraw_link, name="withdraw-link"),
    path("review/pair/<slug:one>/<slug:other>/", pair, name="pair"),
    path("review/rounds/", rounds, name="rounds"),
    path("review/rounds/open/", open_round, name="open-round"),
    path("review/rounds/<slug:round_id>/", one_round, name="round"),
    path("review/rounds/<slug:round_id>/code/", code_claim, name="code-claim"),
    path("review/rounds/<slug:round_id>/disagreements/", disagreements, name="disagreements"),
    path("review/rounds/<slug:round_id>/decide/", decide_round, name="decide-round"),
    path("review/rounds/<slug:round_id>/close/", close_round, name="close-round"),
    path("review/rounds/<slug:round_id>/agreement/", round_agreement, name="agreement"),
    path("review/", review, name="review"),
    path("review/claims/", claim_queue, name="claim-queue"),
    path("review/claims/together/", decide_together, name="decide-together"),
    path("review/claims/undo/", undo_claims, name="undo-claims"),
    path("review/claims/rested/", rested, name="queue-rested"),
    path("review/claims/<slug:claim_id>/", decide_claim, name="decide-claim"),
    path("review/claims/<slug:claim_id>/effect/", claim_effect, name="claim-effect"),
    path("series/", series_list, name="series-list"),
    path("series/new/", new_series, name="series-new"),
    path("series/<slug:series_id>/change/", change_series, name="series-change"),
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
