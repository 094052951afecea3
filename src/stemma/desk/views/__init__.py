"""What answers a request: read through the ledger's selectors, hand a page's values to its template."""
