"""The desk's addresses. Any alias of an incident answers."""

from __future__ import annotations

from django.urls import include, path, register_converter

from stemma.desk.names import NameConverter
from stemma.desk.views.comparisons import comparison
from stemma.desk.views.documents import document, source
from stemma.desk.views.incidents import incident, incidents
from stemma.desk.views.outlets import outlet, outlets
from stemma.desk.views.timelines import incident_timelines
from stemma.desk.views.voices import voice, voices

register_converter(NameConverter, "name")

PAGES = [
    path("", incidents, name="incidents"),
    path("incidents/<slug:alias>/", incident, name="incident"),
    path("incidents/<slug:alias>/timeline/", incident_timelines, name="timelines"),
    path("documents/<slug:document_id>/", document, name="document"),
    path("documents/<slug:document_id>/source/", source, name="source"),
    path("documents/<slug:document_id>/beside/<slug:other>/", comparison, name="comparison"),
    path("outlets/", outlets, name="outlets"),
    path("outlets/<name:name>/", outlet, name="outlet"),
    path("voices/", voices, name="voices"),
    path("voices/<name:key>/", voice, name="voice"),
]

urlpatterns = [path("", include((PAGES, "desk")))]
