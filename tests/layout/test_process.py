"""The `dot` program: which one runs, with what, and that it is gone afterwards."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gvkaart.layout import process
from gvkaart.layout.model import LayoutCancelled
from gvkaart.layout.process import ProgramFailed, find_dot, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for dot are shell scripts")

MakeDot = Callable[[str, str], Path]


@pytest.fixture
def make_dot(tmp_path: Path) -> MakeDot:
    """Writes a stand-in for `dot` in a folder below `tmp_path`."""

    def write(folder: str, body: str) -> Path:
        program = tmp_path / folder / "dot"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
        return program

    return write


@pytest.fixture
def only_path(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the given folders the only places where programs are found."""

    def use(*folders: Path | str) -> None:
        monkeypatch.setattr(process, "STANDARD_FOLDERS", ())
        monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))

    return use


def never() -> None:
    """A checkpoint of somebody who waits patiently."""


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_dot_in_the_search_path_is_found_by_its_absolute_path(
    make_dot: MakeDot, only_path: Callable[..., None], tmp_path: Path
) -> None:
    program = make_dot("bin", "")
    only_path(tmp_path / "nothing", program.parent)
    assert find_dot() == program


def test_standard_folders_are_searched_when_the_path_is_short(
    make_dot: MakeDot, only_path: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = make_dot("standard", "")
    only_path()
    monkeypatch.setattr(process, "STANDARD_FOLDERS", (str(program.parent),))
    assert find_dot() == program


@pytest.mark.parametrize("entry", ["", ".", "tools", "{here}", "{here}/tools", "{link}"])
def test_a_dot_in_the_current_folder_or_below_it_is_never_used(
    entry: str, make_dot: MakeDot, only_path: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = make_dot("received", "").parent
    make_dot("received/tools", "")
    (tmp_path / "link").symlink_to(here)
    monkeypatch.chdir(here)
    only_path(entry.format(here=here, link=tmp_path / "link"))
    with pytest.raises(ProgramFailed):
        find_dot()


def test_a_link_that_leads_into_the_current_folder_is_never_used(
    make_dot: MakeDot, only_path: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = make_dot("received", "")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "dot").symlink_to(program)
    monkeypatch.chdir(program.parent)
    only_path(tmp_path / "bin")
    with pytest.raises(ProgramFailed):
        find_dot()


def test_a_program_started_from_the_root_of_the_disk_still_finds_dot(
    make_dot: MakeDot, only_path: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = make_dot("bin", "")
    monkeypatch.chdir("/")
    only_path(program.parent)
    assert find_dot() == program


def test_a_file_that_may_not_be_executed_is_no_program(make_dot: MakeDot, only_path: Callable[..., None]) -> None:
    program = make_dot("bin", "")
    program.chmod(0o644)
    only_path(program.parent)
    with pytest.raises(ProgramFailed):
        find_dot()


def test_input_and_output_go_through_pipes(make_dot: MakeDot) -> None:
    assert run(make_dot("bin", 'echo "$@"; exec /bin/cat'), b"graph", 10, never) == b"-Tplain\ngraph"


def test_it_runs_in_an_empty_folder_without_our_environment(make_dot: MakeDot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GV_FILE_PATH", "/")
    output = run(make_dot("bin", "pwd; /bin/ls -A; echo ---; /usr/bin/env"), b"", 10, never).decode()
    folder, _, rest = output.partition("\n")
    assert rest.startswith("---\n")
    assert not Path(folder).exists()
    names = {line.split("=")[0] for line in rest.splitlines()[1:]}
    assert names - {"PWD", "OLDPWD", "SHLVL", "_"} == {"SERVER_NAME"}  # the shell adds its own


def test_out_of_time_it_is_killed_with_its_children(make_dot: MakeDot, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    program = make_dot("bin", f"/bin/sleep 600 & echo $$ $! > {pids}.new; /bin/mv {pids}.new {pids}; wait")
    beats: list[int] = []

    def until_started() -> None:
        beats.append(1)

    with pytest.raises(ProgramFailed):
        run(program, b"graph", 0.6, until_started)
    assert beats
    shell, child = map(int, pids.read_text().split())
    assert gone(shell)
    assert _stopped(child)


def test_cancelled_it_is_killed_and_the_cancellation_is_passed_on(make_dot: MakeDot, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    program = make_dot("bin", f"echo $$ > {pid_file}.new; /bin/mv {pid_file}.new {pid_file}; exec /bin/sleep 600")

    def once_it_runs() -> None:
        if pid_file.exists():
            raise LayoutCancelled

    with pytest.raises(LayoutCancelled):
        run(program, b"graph", 60, once_it_runs)
    assert gone(int(pid_file.read_text()))


def test_cancelled_before_it_starts_nothing_is_started(make_dot: MakeDot, tmp_path: Path) -> None:
    def at_once() -> None:
        raise LayoutCancelled

    with pytest.raises(LayoutCancelled):
        run(make_dot("bin", f"echo > {tmp_path}/ran"), b"", 10, at_once)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("body", ["exit 3", "kill -SEGV $$", "/bin/cat > /dev/null; exit 1"])
def test_an_exit_status_other_than_zero_is_a_failure(body: str, make_dot: MakeDot) -> None:
    with pytest.raises(ProgramFailed):
        run(make_dot("bin", body), b"graph" * 100_000, 10, never)


def test_a_file_that_is_no_program_is_a_failure(tmp_path: Path) -> None:
    program = tmp_path / "dot"
    program.write_bytes(b"\x7fELF, or so it says")
    program.chmod(0o755)
    with pytest.raises(ProgramFailed):
        run(program, b"", 10, never)


def _stopped(pid: int) -> bool:
    """Killed; its new parent may not have collected it yet, which is not ours to do."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return gone(pid)
    return state == "Z" or _stopped(pid)
