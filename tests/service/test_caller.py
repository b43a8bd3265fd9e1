"""Who calls, by what the kernel and sudo say; and what follows from it."""

from __future__ import annotations

import os
import pwd

import pytest

from config.home import Home
from config.settings import Authority
from service import caller
from service.caller import AccessRefused, Caller, identify, present_caller

ROOT, SERVICE, CLERK = 0, 4711, 65534
CLERK_NAME = pwd.getpwuid(CLERK).pw_name
SUDO = {"SUDO_UID": str(CLERK), "SUDO_USER": CLERK_NAME}


def test_root_and_the_owner_administer():
    assert identify(ROOT, SERVICE, {}).administers
    assert identify(SERVICE, SERVICE, {}).administers
    assert not identify(CLERK, SERVICE, {}).administers


def test_who_became_root_acts_as_root_under_the_own_name():
    found = identify(ROOT, SERVICE, SUDO)
    assert (found.name, found.administers, found.borrows) == (CLERK_NAME, True, False)


def test_behind_sudo_to_the_service_stands_the_person_that_sudo_names():
    found = identify(SERVICE, SERVICE, SUDO)
    assert (found.name, found.administers, found.borrows) == (CLERK_NAME, False, True)


def test_root_that_changes_to_the_service_says_so():
    """As the installed command does: SUDO_UID=0, with the person's name for the log."""
    found = identify(SERVICE, SERVICE, {"SUDO_UID": "0", "SUDO_USER": "m.muster"})
    assert (found.name, found.administers) == ("m.muster", True)


@pytest.mark.parametrize("forged", [ROOT, SERVICE])
def test_sudos_variables_mean_nothing_where_anybody_could_have_set_them(forged):
    found = identify(CLERK, SERVICE, {"SUDO_UID": str(forged), "SUDO_USER": "chef"})
    assert (found.name, found.administers) == (CLERK_NAME, False)


def test_groups_are_those_of_the_person_and_not_of_the_service():
    assert identify(SERVICE, SERVICE, SUDO).groups == identify(CLERK, SERVICE, {}).groups != frozenset()


AUTHORITIES = {
    "wiesbaden": Authority(users=("erna",)),
    "kassel": Authority(groups=("abh-kassel",)),
    "fulda": Authority(),
}


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        (Caller(name="erna"), ("wiesbaden",)),
        (Caller(name="kurt", groups=frozenset({"abh-kassel"})), ("kassel",)),
        (Caller(name="erna", groups=frozenset({"abh-kassel"})), ("wiesbaden", "kassel")),
        (Caller(name="root", administers=True), ("wiesbaden", "kassel", "fulda")),
    ],
)
def test_an_authority_is_seen_by_those_it_names(who, seen):
    assert who.visible(AUTHORITIES) == seen


def test_who_is_named_nowhere_is_refused():
    with pytest.raises(AccessRefused, match=r"niemand.*akte\.toml"):
        Caller(name="niemand").visible(AUTHORITIES)


def test_a_name_is_not_a_group():
    with pytest.raises(AccessRefused):
        Caller(name="abh-kassel", groups=frozenset({"erna"})).visible(AUTHORITIES)


def test_borrowed_rights_do_not_open_a_home_that_the_caller_made(tmp_path, monkeypatch):
    """A home of the clerk's own could name anybody's inbox and database."""
    if os.geteuid() == 0:
        os.chown(tmp_path, CLERK, CLERK)
    monkeypatch.setattr(os, "geteuid", lambda: SERVICE)
    monkeypatch.setattr(os, "environ", SUDO)
    with pytest.raises(AccessRefused, match=str(tmp_path)):
        present_caller(Home(tmp_path))


def test_borrowed_rights_follow_no_link_that_the_caller_could_change(tmp_path, monkeypatch):
    owner = os.geteuid() or SERVICE
    home, link = tmp_path / "home", tmp_path / "link"
    home.mkdir()
    link.symlink_to(home)
    if os.geteuid() == 0:
        os.chown(home, SERVICE, SERVICE)
        os.lchown(link, CLERK, CLERK)
    else:
        monkeypatch.setattr(caller, "_out_of_reach", lambda folder, _uid: not folder.is_symlink())
    monkeypatch.setattr(os, "geteuid", lambda: owner)
    monkeypatch.setattr(os, "environ", SUDO)
    assert present_caller(Home(home)).borrows
    with pytest.raises(AccessRefused):
        present_caller(Home(link))


def test_only_administrators_name_files_where_rights_are_borrowed():
    with pytest.raises(AccessRefused):
        Caller(name="erna", borrows=True).must_not_name_files()
    Caller(name="erna").must_not_name_files()
    Caller(name="m.muster", borrows=True, administers=True).must_not_name_files()
