"""The desk's addresses. Any alias of an incident answers."""

from __future__ import annotations

from django.urls import include, path

from stemma.desk.views.documents import document
from stemma.desk.views.incidents import incident, incidents

PAGES = [
    path("", incidents, name="incidents"),
    path("incidents/<slug:alias>/", incident, name="incident"),
    path("documents/<slug:document_id>/", document, name="document"),
]

urlpatterns = [path("", include((PAGES, "desk")))]
