"""Where data is kept: in the folder of this user, or where the environment says."""

from pathlib import Path

from gvkaart.store import default_data_dir


def test_the_environment_decides(tmp_path: Path) -> None:
    assert default_data_dir({"GVKAART_DATA_DIR": str(tmp_path)}) == tmp_path


def test_otherwise_it_is_the_folder_of_the_user() -> None:
    folder = default_data_dir({})
    assert folder.name == "gvkaart"
    assert folder.is_absolute()
