"""The page about the model is that of the metamodel as it is."""

from gvkaart.exchange.case_file import read_case
from gvkaart.words import load_words
from tests.project.model_page import PAGE, model_page


def test_the_page_was_made_after_the_last_change() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_page(load_words("nl"))


def test_the_example_on_the_page_is_a_good_case_file() -> None:
    text = PAGE.read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    assert len(read_case(example.encode()).edges) == 3
