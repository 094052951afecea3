"""Web pages: body by structure, metadata, and pages whose structure tells nothing."""

from __future__ import annotations

from tests.clean.pages import cut, html_page, is_gapless, kept

STORY = "<p>Nine people were killed when the old mill was shelled on Monday, the fire service of the town said.</p>" * 1
PARAGRAPHS = STORY + "".join(
    f"<p>In the {place} the shells fell for {hours} hours, and people who lived there fled to the hills by night.</p>"
    for place, hours in [("north", "two"), ("south", "three"), ("harbour", "nine")]
)


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Mill shelled</title>{head}</head><body>{body}</body></html>"


def test_metadata_enters_the_document() -> None:
    head = (
        '<meta property="og:site_name" content="Delta Herald"><meta name="author" content="Ada Finch">'
        '<meta property="article:published_time" content="2016-05-03T10:00:00Z">'
        '<link rel="canonical" href="https://delta.example/mill">'
    )
    document = html_page(page(f"<h1>Mill shelled</h1><article>{PARAGRAPHS}</article>", head))
    assert (document.title, document.author, document.outlet) == ("Mill shelled", "Ada Finch", "Delta Herald")
    assert (document.url, document.published) == ("https://delta.example/mill", "2016-05-03")
    assert kept(document)[0] == ("headline", "Mill shelled")


def test_what_the_capture_says_wins_over_the_page() -> None:
    head = '<meta property="article:published_time" content="2016-05-03">'
    document = html_page(page(PARAGRAPHS, head), url="https://www.reuters.com/a", published="2016-05-01")
    assert (document.outlet, document.published) == ("Reuters", "2016-05-01")


def test_menus_and_comments_are_cut() -> None:
    menu = "<nav><ul><li>Home</li><li>World</li></ul></nav>"
    talk = (
        "<div id='comments'><h3>Comments</h3><p>I heard that sixty died there, not nine, whatever they say.</p></div>"
    )
    document = html_page(page(f"{menu}<article>{PARAGRAPHS}</article>{talk}"))
    assert is_gapless(document)
    assert "sixty" not in " ".join(text for _, text in kept(document))
    assert "Nine people" in " ".join(text for _, text in kept(document))
    assert {"nav", "comment"} <= {kind for kind, _ in cut(document)}


def test_a_page_without_an_article_still_shows_its_text() -> None:
    document = html_page(page("<div>Nine dead</div><div>Six hurt</div>"))
    assert is_gapless(document)
    assert "Nine dead" in document.text


def test_broken_markup_is_read() -> None:
    document = html_page(
        b"<html><body><article><p>Nine people were killed \xff\xfe on Monday, the town said.<p><table><tr>"
    )
    assert is_gapless(document)
    assert "Nine people" in document.text


def test_the_date_does_not_depend_on_the_clock() -> None:
    head = '<meta property="article:published_time" content="2071-05-03">'
    assert html_page(page(PARAGRAPHS, head)).published == "2071-05-03"
