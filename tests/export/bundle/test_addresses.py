"""Addresses as replay tools sort them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.export.bundle.addresses import is_page, surt, timestamp


@pytest.mark.parametrize(
    ("uri", "sorted_by"),
    [
        ("https://www.example.org/A/b.html", "org,example)/a/b.html"),
        ("http://example.org", "org,example)/"),
        ("http://www2.news.example.org:80/?b=2&a=1#top", "org,example,news)/?a=1&b=2"),
        ("https://example.org:8443/x", "org,example:8443)/x"),
        ("http://[::1]/x", "::1)/x"),
        ("http://[broken/x", "http://[broken/x"),
        ("http://example.org:port/", "http://example.org:port/"),
        ("urn:sha256:ABC", "urn:sha256:abc"),
    ],
)
def test_the_host_is_turned_round(uri: str, sorted_by: str) -> None:
    assert surt(uri) == sorted_by


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_whatever_an_address_holds_its_line_keeps_its_columns(rest: str) -> None:
    assert " " not in surt(f"https://{rest}")
    assert " " not in surt(rest)


def test_only_the_web_is_replayed() -> None:
    assert [is_page(uri) for uri in ("http://a/", "https://a/", "urn:a", "file:///a", "javascript:0")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_a_moment_is_fourteen_digits() -> None:
    assert timestamp("2026-01-02T03:04:05.678901+00:00") == "20260102030405"
