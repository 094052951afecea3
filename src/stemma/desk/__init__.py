"""The web application: server-rendered pages over the ledger's selectors, and the drawings they share with the
command line."""
