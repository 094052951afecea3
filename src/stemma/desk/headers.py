"""What every answer tells the browser besides the content policy."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = ", ".join(
    f"{what}=()"
    for what in (
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
        "payment", "publickey-credentials-get", "screen-wake-lock", "usb",
    )
)  # fmt: skip
"""Nothing that a page of text needs: neither the desk nor what might be smuggled into it can ask for any of them."""
NEVER_KEPT = ("/account/", "/welcome/", "/people/", "/audit")
"""Pages about people: no browser writes them to its disk, and Back after signing out shows none of them."""


class HeadersMiddleware:
    """Sets them on every answer. That nobody may frame us and no window opened from here reaches back is said by
    Django's own middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(NEVER_KEPT):
            response.headers["Cache-Control"] = "no-store, private"
        return response
