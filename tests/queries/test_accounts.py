"""Accounts, sessions and tokens, on both stores."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from graph.access import Question, Role, Viewer
from graph.errors import Conflict, InvalidInput, NotAllowed, PloegError, UnknownThing
from graph.store import Store
from queries import accounts, proving, sessions, tokens
from queries.sessions import Limits, SignedIn

CITY = "antwerpen"
ADMIN = Viewer(Role.ADMIN, CITY)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIMITS = Limits(idle=timedelta(hours=2), whole=timedelta(hours=12))
PASSWORD = "vier losse woorden samen"


def with_password(store: Store, email: str, *roles: Role) -> accounts.Account:
    made = accounts.add(store, ADMIN, email, roles)
    return accounts.choose_password(store, made.id, PASSWORD)


def signed_in(store: Store, account: accounts.Account, now: datetime = NOW) -> SignedIn:
    return sessions.begin(store, account, CITY, limits=LIMITS, now=now)


def key(found: SignedIn) -> str:
    assert found.key is not None
    return found.key


def still(store: Store, held: str, now: datetime = NOW, city: str = CITY) -> SignedIn | None:
    return sessions.current(store, held, city, limits=LIMITS, now=now)


def test_nobody_has_an_account_in_a_new_store(store: Store) -> None:
    assert not accounts.any_account(store)
    assert accounts.accounts(store, ADMIN) == []
    accounts.add(store, ADMIN, " An.Peeters@Voorbeeld.be ", [Role.ADMIN])
    assert accounts.any_account(store)
    assert [each.email for each in accounts.accounts(store, ADMIN)] == ["an.peeters@voorbeeld.be"]


def test_an_account_signs_in_with_its_own_password_only(store: Store) -> None:
    with_password(store, "an@voorbeeld.be", Role.COORDINATOR)
    accounts.add(store, ADMIN, "bo@voorbeeld.be", [Role.PARTNER])
    assert proving.password_account(store, "AN@voorbeeld.be ", PASSWORD) is not None
    for email, password in (
        ("an@voorbeeld.be", PASSWORD + " "),
        ("bo@voorbeeld.be", PASSWORD),
        ("bo@voorbeeld.be", ""),
        ("cas@voorbeeld.be", PASSWORD),
        ("nobody has this password", "nobody has this password"),
        ("", "nobody has this password"),
    ):
        assert proving.password_account(store, email, password) is None


@pytest.mark.parametrize("password", ["kort", "x" * 201, "aaaaaaaaaaaaaaaa", "an.van.verre@voorbeeld.be"])
def test_a_password_that_is_easily_guessed_is_refused(embedded_store: Store, password: str) -> None:
    made = accounts.add(embedded_store, ADMIN, "an.van.verre@voorbeeld.be", [Role.PARTNER])
    with pytest.raises(InvalidInput):
        accounts.choose_password(embedded_store, made.id, password)
    assert not accounts.account(embedded_store, ADMIN, made.id).has_password


@pytest.mark.parametrize(
    "email", ["", "an", "an@", "@voorbeeld.be", "an peeters@voorbeeld.be", "a@b@c", "<a@b.be>", "\ud800@b.be"]
)
def test_what_is_no_address_is_refused(embedded_store: Store, email: str) -> None:
    with pytest.raises(InvalidInput):
        accounts.add(embedded_store, ADMIN, email, [Role.PARTNER])


def test_of_two_accounts_made_at_once_for_one_address_one_is_made(store: Store) -> None:
    def make(_: int) -> bool:
        try:
            accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN])
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(make, range(6))) == 1
    assert len(accounts.accounts(store, ADMIN)) == 1


def test_only_an_admin_sees_or_makes_accounts(embedded_store: Store) -> None:
    for role in set(Role) - {Role.ADMIN}:
        viewer = Viewer(role, CITY)
        with pytest.raises(NotAllowed):
            accounts.accounts(embedded_store, viewer)
        with pytest.raises(NotAllowed):
            accounts.add(embedded_store, viewer, "an@voorbeeld.be", [Role.ADMIN])
    assert not accounts.any_account(embedded_store)


def test_the_last_admin_stays_one(store: Store) -> None:
    accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN, Role.COORDINATOR])
    accounts.add(store, ADMIN, "bo@voorbeeld.be", [Role.COORDINATOR])
    with pytest.raises(InvalidInput):
        accounts.change(store, ADMIN, "an@voorbeeld.be", roles=[Role.COORDINATOR])
    with pytest.raises(InvalidInput):
        accounts.change(store, ADMIN, "an@voorbeeld.be", blocked=True)
    with pytest.raises(InvalidInput):
        accounts.remove(store, ADMIN, "an@voorbeeld.be")
    assert accounts.account(store, ADMIN, "an@voorbeeld.be").roles == {CITY: (Role.COORDINATOR, Role.ADMIN)}
    accounts.change(store, ADMIN, "bo@voorbeeld.be", roles=[Role.ADMIN])
    accounts.remove(store, ADMIN, "an@voorbeeld.be")
    assert [each.email for each in accounts.accounts(store, ADMIN)] == ["bo@voorbeeld.be"]


def test_the_very_last_account_may_go(store: Store) -> None:
    accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN])
    accounts.remove(store, ADMIN, "an@voorbeeld.be")
    assert not accounts.any_account(store)


def test_a_change_on_an_older_account_is_refused(store: Store) -> None:
    made = accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN])
    accounts.change(store, ADMIN, made.id, name="An", seen=made.updated_at)
    with pytest.raises(Conflict):
        accounts.change(store, ADMIN, made.id, name="Anna", seen=made.updated_at)
    assert accounts.account(store, ADMIN, made.id).name == "An"


def test_an_admin_rules_over_their_own_city_only(store: Store) -> None:
    here = accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN])
    there = Viewer(Role.ADMIN, "gent")
    with pytest.raises(UnknownThing):
        accounts.account(store, there, here.id)
    both = accounts.add(store, there, "an@voorbeeld.be", [Role.ADMIN])
    assert both.id == here.id
    assert dict(both.roles) == {CITY: (Role.ADMIN,), "gent": (Role.ADMIN,)}
    with pytest.raises(InvalidInput):
        accounts.change(store, there, here.id, blocked=True)
    accounts.remove(store, there, here.id)
    assert dict(accounts.account(store, ADMIN, here.id).roles) == {CITY: (Role.ADMIN,)}


def test_a_session_holds_until_it_was_not_used_for_long_or_lasted_too_long(store: Store) -> None:
    held = key(signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR)))
    assert still(store, held, NOW + LIMITS.idle + timedelta(seconds=1)) is None
    at = NOW
    while at - NOW <= LIMITS.whole:
        found = still(store, held, at)
        assert found is not None
        held = found.key or held
        at += timedelta(minutes=90)
    assert still(store, held, NOW + LIMITS.whole + timedelta(seconds=1)) is None


def test_a_renewed_session_knows_the_key_before_for_a_minute(store: Store) -> None:
    first = key(signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR)))
    later = NOW + timedelta(minutes=61)
    renewed = still(store, first, later)
    assert renewed is not None
    assert renewed.key not in {None, first}
    within = still(store, first, later + timedelta(seconds=30))
    assert within is not None
    assert within.key is None
    assert still(store, first, later + timedelta(seconds=61)) is None
    assert still(store, renewed.key or "", later + timedelta(seconds=61)) is not None


def test_a_session_is_renewed_once_by_many_requests(store: Store) -> None:
    first = key(signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR)))
    later = NOW + timedelta(minutes=61)
    with ThreadPoolExecutor(6) as pool:
        found = [each.result() for each in [pool.submit(still, store, first, later) for _ in range(6)]]
    assert all(each is not None for each in found)
    new = {each.key for each in found if each is not None and each.key is not None}
    assert len(new) == 1
    assert still(store, new.pop(), later) is not None


@pytest.mark.parametrize("held", ["", ".", "session:1", "session:1.x", "x" * 5000, "\udcff.\udcff"])
def test_a_made_up_key_is_no_session(embedded_store: Store, held: str) -> None:
    assert still(embedded_store, held) is None


def test_another_secret_or_another_city_is_no_session(store: Store) -> None:
    held = key(signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR)))
    assert still(store, held[:-1] + ("A" if held[-1] != "A" else "B")) is None
    assert still(store, held, city="gent") is None


def test_sessions_end_with_the_roles_the_password_the_block_and_the_account(store: Store) -> None:
    accounts.add(store, ADMIN, "baas@voorbeeld.be", [Role.ADMIN])
    account = with_password(store, "an@voorbeeld.be", Role.COORDINATOR)

    def begun() -> str:
        return key(signed_in(store, accounts.account(store, ADMIN, account.id)))

    held = begun()
    accounts.change(store, ADMIN, account.id, name="Anna")
    assert still(store, held) is not None
    accounts.change(store, ADMIN, account.id, roles=[Role.COORDINATOR])
    assert still(store, held) is not None
    accounts.change(store, ADMIN, account.id, roles=[Role.COORDINATOR, Role.PARTNER])
    assert still(store, held) is None
    held = begun()
    accounts.choose_password(store, account.id, PASSWORD)
    assert still(store, held) is None
    held = begun()
    accounts.change(store, ADMIN, account.id, blocked=True)
    assert still(store, held) is None
    assert proving.password_account(store, account.email, PASSWORD) is None
    accounts.change(store, ADMIN, account.id, blocked=False)
    held = begun()
    accounts.remove(store, ADMIN, account.id)
    assert still(store, held) is None


def test_signing_out_ends_one_session_and_everywhere_ends_the_others(store: Store) -> None:
    account = with_password(store, "an@voorbeeld.be", Role.COORDINATOR)
    one, two, three = (signed_in(store, account) for _ in range(3))
    sessions.end(store, one.session)
    assert still(store, key(one)) is None
    sessions.end_others(store, two)
    assert still(store, key(two)) is not None
    assert still(store, key(three)) is None
    assert [row.id for row in sessions.of_account(store, account.id)] == [two.session]
    stranger = signed_in(store, with_password(store, "bo@voorbeeld.be", Role.PARTNER))
    with pytest.raises(UnknownThing):
        sessions.end_one(store, stranger, two.session)
    assert still(store, key(two)) is not None


def test_somebody_with_two_roles_begins_in_one_and_goes_on_in_the_other(store: Store) -> None:
    begun = signed_in(store, with_password(store, "an@voorbeeld.be", Role.ADMIN, Role.COORDINATOR))
    assert begun.viewer.role is Role.COORDINATOR
    other = sessions.act_as(store, begun, Role.ADMIN, now=NOW)
    assert still(store, key(begun)) is None
    found = still(store, key(other))
    assert found is not None
    assert found.viewer.role is Role.ADMIN
    with pytest.raises(NotAllowed):
        sessions.act_as(store, found, Role.PARTNER, now=NOW)


def test_without_a_role_in_the_city_nobody_signs_in(store: Store) -> None:
    account = with_password(store, "an@voorbeeld.be", Role.COORDINATOR)
    with pytest.raises(NotAllowed):
        sessions.begin(store, account, "gent", limits=LIMITS, now=NOW)


def test_sign_ins_that_ran_out_are_swept(store: Store) -> None:
    account = with_password(store, "an@voorbeeld.be", Role.COORDINATOR)
    signed_in(store, account)
    later = signed_in(store, account, NOW + timedelta(hours=3))
    assert [row.id for row in sessions.of_account(store, account.id)] == [later.session]


def test_a_token_asks_what_it_may_in_the_role_it_was_made_in(store: Store) -> None:
    begun = signed_in(store, with_password(store, "an@voorbeeld.be", Role.ADMIN, Role.COORDINATOR))
    row, held = tokens.make(
        store, begun, " Lijst  in R ", [Question.SEARCH, Question.MATCH], until=None, now=NOW
    )
    assert row.name == "Lijst in R"
    viewer = tokens.viewer_of(store, held, CITY, now=NOW)
    assert viewer is not None
    assert viewer.actor == begun.account
    viewer.require(Question.MATCH)
    with pytest.raises(NotAllowed):
        viewer.require(Question.EXPORT)
    assert tokens.own(store, begun)[0].used_at is not None
    assert tokens.viewer_of(store, held, CITY, now=NOW + timedelta(days=91)) is None
    assert tokens.viewer_of(store, held, "gent", now=NOW) is None
    assert tokens.viewer_of(store, held[:-1], CITY, now=NOW) is None
    tokens.revoke(store, begun, row.id)
    assert tokens.viewer_of(store, held, CITY, now=NOW) is None


def test_a_token_ends_with_the_role_it_was_made_in(store: Store) -> None:
    accounts.add(store, ADMIN, "baas@voorbeeld.be", [Role.ADMIN])
    account = with_password(store, "an@voorbeeld.be", Role.COORDINATOR)
    _, held = tokens.make(store, signed_in(store, account), "R", [Question.SEARCH], until=None, now=NOW)
    accounts.change(store, ADMIN, account.id, roles=[Role.PARTNER])
    assert tokens.viewer_of(store, held, CITY, now=NOW) is None


def test_a_token_asks_for_no_more_than_its_role_and_not_for_ever(embedded_store: Store) -> None:
    begun = signed_in(embedded_store, with_password(embedded_store, "an@voorbeeld.be", Role.PARTNER))
    day = NOW.date()
    wrong: list[tuple[str, list[Question], timedelta]] = [
        ("R", [Question.EXPORT], timedelta(days=1)),
        ("R", [], timedelta(days=1)),
        ("", [Question.SEARCH], timedelta(days=1)),
        ("R", [Question.SEARCH], timedelta(days=400)),
        ("R", [Question.SEARCH], timedelta(days=-1)),
    ]
    for name, scopes, lasts in wrong:
        with pytest.raises(InvalidInput):
            tokens.make(embedded_store, begun, name, scopes, until=day + lasts, now=NOW)
    assert tokens.own(embedded_store, begun) == []


def test_nobody_revokes_somebody_elses_token(embedded_store: Store) -> None:
    one = signed_in(embedded_store, with_password(embedded_store, "an@voorbeeld.be", Role.PARTNER))
    other = signed_in(embedded_store, with_password(embedded_store, "bo@voorbeeld.be", Role.PARTNER))
    row, held = tokens.make(embedded_store, one, "R", [Question.SEARCH], until=None, now=NOW)
    with pytest.raises(PloegError):
        tokens.revoke(embedded_store, other, row.id)
    assert tokens.viewer_of(embedded_store, held, CITY, now=NOW) is not None


def test_no_secret_stands_in_the_store(store: Store) -> None:
    begun = signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR))
    _, held = tokens.make(store, begun, "R", [Question.SEARCH], until=None, now=NOW)
    rows = store.read("MATCH (n) WHERE n:Account OR n:Session OR n:Token RETURN properties(n) AS properties")
    kept = repr(rows)
    for secret in (PASSWORD, key(begun).partition(".")[2], held.rpartition("_")[2], held[-20:]):
        assert secret not in kept


def test_signing_in_leaves_the_revision_of_the_city_alone(store: Store) -> None:
    before = store.revision(CITY)
    signed_in(store, with_password(store, "an@voorbeeld.be", Role.COORDINATOR))
    assert store.revision(CITY) == before


def test_an_account_is_found_by_its_verified_address_once_and_by_its_subject_after(store: Store) -> None:
    made = accounts.add(store, ADMIN, "an@voorbeeld.be", [Role.ADMIN])
    issuer = "https://aanmelden.voorbeeld.be"
    assert proving.openid_account(store, issuer, "s1", None) is None
    first = proving.openid_account(store, issuer, "s1", "an@voorbeeld.be")
    assert first is not None
    assert first.id == made.id
    moved = proving.openid_account(store, issuer, "s1", "elders@voorbeeld.be")
    assert moved is not None
    assert moved.id == made.id
    assert proving.openid_account(store, issuer, "s2", "an@voorbeeld.be") is None
    assert proving.openid_account(store, issuer, "s3", "niemand@voorbeeld.be") is None
