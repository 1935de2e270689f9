"""What to tell whom, before one talks."""

from gvkaart.analysis.briefing import Briefing, News, briefings
from tests.case import Part, edge, node, view

ACTORS = (node("actor", "a", "Zon", presence="at_table"), node("actor", "b", "Boom", presence="at_table"))
FACT, POSITION = node("fact", "f", "Feit"), node("position", "p")


def told(*parts: Part, at: str | None = None) -> dict[str, list[News]]:
    return {one.actor: list(one.news) for one in briefings(view(*ACTORS, *parts, at=at))}


def test_what_an_actor_does_not_know_is_news() -> None:
    assert told(FACT, "a unaware_of f") == {"a": [News("f", True, (), ())]}  # type: ignore[arg-type]  # ids are texts
    assert told(node("problem", "f"), "b claims f", "a unaware_of f") == {
        "a": [News("f", True, (), ("b",))],  # type: ignore[arg-type]  # ids are texts
    }


def test_what_others_say_is_news_for_those_to_whom_it_matters() -> None:
    matters = (FACT, POSITION, "a holds p", "f undermines p")
    assert told(*matters, "b claims f") == {"a": [News("f", False, ("p",), ("b",))]}  # type: ignore[arg-type]  # ids
    assert told(*matters) == {}, "nobody says it"
    assert told(*matters, "b claims f", "a accepts f") == {}, "it says so itself"
    assert told(*matters, "b claims f", "a disputes f", "a unaware_of f") == {}, "it took a stand"
    assert told(*matters[1:], node("fact", "f", settled="false"), "b claims f", "a unaware_of f") == {}, "refuted"
    assert told(*matters, edge("b claims f", end="r1"), "a unaware_of f") == {}, "given up"


def test_a_group_of_people_is_told_only_what_the_map_says_it_does_not_know() -> None:
    group = (node("actor", "g", type="group"), FACT, POSITION, "g holds p", "f supports p", "a claims f")
    assert told(*group) == {}
    assert list(told(*group, "g unaware_of f")) == ["g"]


def test_those_at_the_table_come_first_and_what_is_not_known_and_matters_most_comes_first() -> None:
    seen = briefings(
        view(
            *(*ACTORS, node("actor", "c", "Aap"), FACT, node("fact", "g"), node("fact", "h"), POSITION),
            *(node("position", "q"), "b holds p", "b holds q", "a claims g", "g supports p"),
            *("a claims h", "h supports p", "h supports q", "b unaware_of f", "c unaware_of f"),
        )
    )
    assert [one.actor for one in seen] == ["b", "c"]
    assert isinstance(seen[0], Briefing)
    assert [news.item for news in seen[0].news] == ["f", "h", "g"]
