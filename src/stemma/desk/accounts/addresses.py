"""The addresses of signing in and of one's own account; the views behind them are the library's."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path

ACCOUNTS = [
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
]
"""Signing up, addresses of mail and forgotten passwords are not among them: accounts are made by invitation."""
