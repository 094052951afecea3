"""The tree over the chain: its root as RFC 6962 defines it, and proofs that hold for one place and digest alone."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.ledger import merkle

DIGESTS = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70)


def by_the_book(digests: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word: split at the largest power of two below the number of leaves."""
    if not digests:
        return hashlib.sha256(b"").digest()
    if len(digests) == 1:
        return hashlib.sha256(b"\x00" + digests[0]).digest()
    split = 1 << (len(digests) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + by_the_book(digests[:split]) + by_the_book(digests[split:])).digest()


@pytest.mark.parametrize("size", [*range(20), 31, 32, 33, 64, 65])
def test_the_root_is_the_one_of_the_standard(size: int) -> None:
    digests = [hashlib.sha256(bytes([n])).digest() for n in range(size)]
    assert merkle.root(digests) == by_the_book(digests)


@given(DIGESTS)
def test_every_digest_stands_under_the_root(digests: list[bytes]) -> None:
    top = merkle.root(iter(digests))
    assert top == by_the_book(digests)
    found = merkle.proofs(iter(digests), range(len(digests)))
    for place, digest in enumerate(digests):
        assert merkle.stands_under(top, digest, place, len(digests), found[place])
        assert len(found[place]) <= len(digests).bit_length()


@given(DIGESTS, st.data())
def test_no_proof_serves_for_anything_else(digests: list[bytes], data: st.DataObject) -> None:
    size, top = len(digests), merkle.root(digests)
    place = data.draw(st.integers(0, size - 1))
    (path,) = merkle.proofs(digests, [place]).values()
    digest = digests[place]
    other = data.draw(st.integers(-1, size).filter(lambda n: n != place))
    if not 0 <= other < size or digests[other] != digest:
        assert not merkle.stands_under(top, digest, other, size, path)
    assert not merkle.stands_under(top, bytes(32), place, size, path) or digest == bytes(32)
    assert not merkle.stands_under(bytes(32), digest, place, size, path)
    assert not merkle.stands_under(top, digest, place, size, (*path, bytes(32)))
    if path:
        assert not merkle.stands_under(top, digest, place, size, path[:-1])
        at = data.draw(st.integers(0, len(path) - 1))
        altered = (*path[:at], bytes(b ^ 1 for b in path[at]), *path[at + 1 :])
        assert not merkle.stands_under(top, digest, place, size, altered)


def test_an_inner_node_does_not_pass_for_an_event() -> None:
    digests = [hashlib.sha256(bytes([n])).digest() for n in range(4)]
    top = merkle.root(digests)
    left, right = (merkle.node(merkle.leaf(a), merkle.leaf(b)) for a, b in (digests[:2], digests[2:]))
    assert merkle.node(left, right) == top
    assert not merkle.stands_under(top, left, 0, 2, (right,))


def test_a_root_changes_with_any_event_and_any_order() -> None:
    digests = [hashlib.sha256(bytes([n])).digest() for n in range(9)]
    roots = {merkle.root(digests), merkle.root(digests[::-1]), merkle.root(digests[:-1]), merkle.root([*digests, b"x"])}
    assert len(roots) == 4
