"""What each page shows, as frozen values made from the model: no request, no ledger, no markup."""
