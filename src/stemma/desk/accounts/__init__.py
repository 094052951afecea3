"""Who comes in: accounts of people whom the ledger names, kept in a database of their own beside it.

What a person may do is the ledger's to say (`review.permission`); an account only proves who asks. Passwords, second
factors and sessions are no evidence: they stand in `accounts.db`, which no backup and no bundle takes along.
"""
