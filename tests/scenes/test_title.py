"""The title: the course's data, a dial for each knob, and a bar that shows the model's own loss."""

import pytest

from mathora.lesson import Faulty
from mathora.stage.space.contours import LevelCurve
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import ASPECTS, HEADER, drawn, on_stage, orders, proven_section

HEAD = """
  - id: start
    title: Start
    scene: Title
    with: {function: L, knobs: [w_1, w_2]}
    steps:
"""
STEPS = {
    "card": "      - {do: card, say: a}\n",
    "knobs": "      - {do: knobs, say: b}\n",
    "nudge": "      - {do: nudge, with: {moves: w_1}, say: c}\n",
    "bundle": "      - {do: bundle, say: d, show: \\nabla L}\n",
    "agenda": "      - {do: agenda, with: {ideas: [One knob, All knobs, 'Surfaces, $L$']}, say: e}\n",
}


def section(*names):
    return HEAD + "".join(STEPS[name] for name in names)


def wordings(scene):
    return [standing.mobject.wording for standing in standing_texts(scene.mobjects)]


def test_the_card_shows_the_courses_data_and_no_section_title():
    with on_stage(section("card")) as scene:
        assert wordings(scene) == ["T", "·", "U", "·", "01", "A test", "Easy", "1 min"]


def test_level_and_minutes_have_one_baseline_whether_one_reaches_below_it_or_not():
    with on_stage(section("card")) as scene:
        level, minutes = (
            one.mobject for one in standing_texts(scene.mobjects) if one.mobject.wording in {"Easy", "1 min"}
        )
        assert level.get_bottom()[1] < minutes.get_bottom()[1] - 0.02
        assert level.baseline == pytest.approx(minutes.baseline)


def test_there_is_a_dial_for_each_knob_in_its_colour():
    with on_stage(section("card", "knobs")) as scene:
        assert list(scene.board.dials) == ["w_1", "w_2"]
        colours = [dial.hand.get_stroke_color().to_hex().lower() for dial in scene.board.dials.values()]
        assert colours == [scene.theme.palette["blue"], scene.theme.palette["orange"]]


def test_the_bar_shows_the_loss_at_the_dials():
    with on_stage(section("knobs")) as scene:
        first, second = (2 * dial.setting.get_value() for dial in scene.board.dials.values())
        full = scene.board.bar.outline.height - 0.24
        assert scene.board.bar.fill.height / full == pytest.approx((first**2 + 3 * second**2) / 16, abs=1e-6)
        scene.board.dials["w_1"].setting.set_value(0.0)
        scene.update_mobjects(0)
        assert scene.board.bar.fill.height / full == pytest.approx(3 * second**2 / 16, abs=1e-6)


def test_a_loss_of_many_variables_is_measured_at_the_ends_of_its_dials_only():
    """All corners of forty variables would be 2⁴⁰ numbers: more than any memory holds."""
    names = [f"v_{{{k}}}" for k in range(40)]
    model = f"  M({', '.join(names)}): {' + '.join(name + '^2' for name in names)}\n"
    header = HEADER.replace("model:\n", "model:\n" + model)
    board = section("knobs").replace("L, knobs: [w_1, w_2]", "M, knobs: ['v_{0}', 'v_{7}']")
    with on_stage(board, header=header) as scene:
        full = scene.board.bar.outline.height - 0.24
        first, second = (2 * dial.setting.get_value() for dial in scene.board.dials.values())
        assert scene.board.bar.fill.height / full == pytest.approx((first**2 + second**2) / 8, abs=1e-6)


def test_while_one_knob_moves_the_others_stand_still_locked_and_grey():
    with on_stage(section("knobs", "nudge"), play=False) as scene:
        scene.perform(0)
        before = scene.board.dials["w_2"].setting.get_value()
        scene.perform(1)
        assert scene.board.dials["w_2"].setting.get_value() == before
        assert scene.board.dials["w_2"].hand.get_stroke_color().to_hex().lower() == scene.theme.frozen
        assert scene.board.dials["w_1"].hand.get_stroke_color().to_hex().lower() == scene.theme.palette["blue"]
        assert len(scene.board.locks) == 1


@pytest.mark.parametrize("after", ["card", "knobs", "bundle", "agenda"])
def test_a_lock_leaves_with_its_knob(after):
    with on_stage(section("knobs", "nudge", after), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        (lock,) = scene.board.locks
        assert any(lock in one.get_family() for one in scene.mobjects)
        scene.perform(2)
        assert not any(lock in one.get_family() for one in scene.mobjects)


def test_another_nudge_opens_the_first_ones_lock():
    other = STEPS["nudge"].replace("w_1", "w_2")
    with on_stage(section("knobs", "nudge") + other) as scene:
        assert len(scene.board.locks) == 1
        assert scene.board.locks.get_x() == pytest.approx(scene.board.dials["w_1"].get_x())
        colours = [dial.hand.get_stroke_color().to_hex().lower() for dial in scene.board.dials.values()]
        assert colours == [scene.theme.frozen, scene.theme.palette["orange"]]


@pytest.mark.parametrize("before", ["card", "bundle", "agenda"])
def test_a_nudge_brings_the_knobs_where_they_do_not_stand(before):
    with on_stage(section("knobs", before, "nudge")) as scene:
        assert all(one in scene.mobjects for one in (*scene.board.dials.values(), scene.board.bar))
        assert [w for w in wordings(scene) if w not in {"w_1", "w_2", "L", r"\cdots"}] == []


def test_the_bundle_is_a_row_with_an_arrow_for_each_knob_as_long_as_the_loss_answers():
    with on_stage(section("knobs", "nudge", "bundle")) as scene:
        formulas, cells, _frame = scene.standing[0]
        assert [one.wording for one in formulas] == [r"\nabla L", ""], "and an equals sign"
        assert formulas[0].baseline == pytest.approx(formulas[1].baseline)
        assert len(cells) == 3  # an arrow for each knob, and dots
        across = [cell.get_x() for cell in cells]
        assert across == sorted(across)
        first, second = (2 * dial.setting.get_value() for dial in scene.board.dials.values())
        drawn = [cell.vector[1] for cell in cells[:2]]
        assert drawn[0] / drawn[1] == pytest.approx(2 * first / (6 * second))
        assert cells[0].tail[1] == pytest.approx(cells[1].tail[1])


def test_the_agenda_numbers_its_ideas():
    with on_stage(section("agenda")) as scene:
        assert wordings(scene) == ["1", "One knob", "2", "All knobs", "3", "Surfaces, $L$"]


def test_a_number_is_level_with_its_ideas_letters_whether_some_reach_below_the_line_or_not():
    with on_stage(section("agenda").replace("One knob, All knobs", "kxk, kpk")) as scene:
        tops = {standing.mobject.wording: standing.mobject.get_top()[1] for standing in standing_texts(scene.mobjects)}
        assert tops["kxk"] - tops["1"] == pytest.approx(tops["kpk"] - tops["2"], abs=0.01)


@pytest.mark.parametrize("order", orders(STEPS, 3, 7))
def test_no_order_of_actions_crashes(order):
    with on_stage(section(*order)) as scene:
        assert scene.mobjects


@pytest.mark.parametrize("aspect", ASPECTS)
def test_text_stays_in_the_body(aspect):
    for upto in range(1, len(STEPS) + 1):
        with on_stage(section(*list(STEPS)[:upto]), aspect) as scene:
            for standing in standing_texts(scene.mobjects):
                assert scene.layout.body.left - 0.1 <= standing.box.left
                assert standing.box.right <= scene.layout.body.right + 0.1


def test_a_function_of_one_variable_has_a_card_without_a_map_and_one_dial():
    steps = section("card", "knobs", "bundle").replace("{function: L, knobs: [w_1, w_2]}", "{function: V, knobs: [x]}")
    with on_stage(steps) as scene:
        assert list(scene.board.dials) == ["x"]


def test_the_level_sets_stand_behind_the_words_on_every_frame():
    with on_stage(section("card", "knobs"), play=False) as scene:

        def in_front():
            family = scene.get_mobject_family_members()
            rings = [k for k, one in enumerate(family) if isinstance(one, LevelCurve)]
            words = [k for k, one in enumerate(family) if isinstance(one, TextMobject)]
            return float(bool(rings and words) and max(rings) > min(words))

        scene.invariant("the level sets stand behind the words", in_front, 0.5)
        drawn(scene, 0)
        drawn(scene, 1)


def test_a_title_needs_no_function():
    bare = """
  - id: start
    title: Start
    scene: Title
    steps:
      - {do: card, say: a}
      - {do: agenda, with: {ideas: [One, Two]}, say: b}
"""
    with on_stage(bare) as scene:
        assert {"One", "Two"} <= {one.mobject.wording for one in standing_texts(scene.mobjects)}
    with pytest.raises(Faulty, match="knobs needs 'function'"):
        proven_section(bare + "      - {do: knobs, say: c}\n")


def test_behind_the_card_of_a_function_of_one_variable_stands_its_curve_again_and_again():
    with on_stage(section("card").replace("L, knobs: [w_1, w_2]", "V")) as scene:
        behind, _ = scene.standing
        assert len(behind) > 5
        assert {line.get_stroke_color().to_hex().lower() for line in behind} == {scene.theme.ghost.lower()}
        frame = scene.layout.frame
        assert all(abs(at) <= frame.top + 1e-6 for line in behind for at in line.points[:, 1])


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_names_of_many_knobs_can_be_read(aspect):
    model = HEADER.replace("model:", "model:\n  K(a, b, d, g, h, k): a + b + d + g + h + k")
    six = section("knobs").replace("{function: L, knobs: [w_1, w_2]}", "{function: K, knobs: [a, b, d, g, h, k]}")
    with on_stage(six, aspect, header=model) as scene:
        assert all(
            text.em >= scene.theme.sizes.minimum - 1e-9
            for text in (*(d.symbol for d in scene.board.dials.values()), scene.board.bar[-1])
        )
