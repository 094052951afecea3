"""The desk's addresses. Any alias of an incident answers."""

from __future__ import annotations

from django.urls import include, path

from stemma.desk.views.documents import document
from stemma.desk.views.incidents import incident, incidents
from stemma.desk.views.timelines import incident_timelines

PAGES = [
    path("", incidents, name="incidents"),
    path("incidents/<slug:alias>/", incident, name="incident"),
    path("incidents/<slug:alias>/timeline/", incident_timelines, name="timelines"),
    path("documents/<slug:document_id>/", document, name="document"),
]

urlpatterns = [path("", include((PAGES, "desk")))]
