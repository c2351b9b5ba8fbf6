"""Bars and densities: heights to one scale, lit parts as large as their probability, balance, draws; faults caught."""

from functools import partial

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.chance.sample_means import MeanOfDraws
from mathora.stage.text.standing_text import standing_texts
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, all_measured, drawn, seen

MODEL = r"""  p(k): {is: '\binom{10}{k} \cdot \frac{1}{2^{10}}', domain: 0 \le k \le 10}
  q(k): {is: '\frac{e^{-3} \cdot 3^k}{k!}', domain: k \ge 0}
  b(k, s): {is: '\binom{4}{k} s^k (1 - s)^{4 - k}', domain: ['0 \le k \le 4', '0 < s < 1']}
  c(k): {is: '\frac{k}{10}', domain: 0 \le k \le 4}
  z(k): {is: '\frac{k - 4}{6}', domain: 5 \le k \le 7}
  o(k): {is: '\frac{k}{9}', domain: 0 \le k \le 4}
  n(k): {is: '\frac{2k - 3}{5}', domain: 0 \le k \le 4}
  f(x): \frac{1}{\sqrt{2\pi}} e^{-\frac{x^2}{2}}
  w(x): {is: "e^{-x}", domain: x \ge 0}
  g(x, m, r): {is: '\frac{1}{r\sqrt{2\pi}} e^{-\frac{(x - m)^2}{2r^2}}', domain: r > 0}
  u(x): {is: 2x, domain: 0 \le x \le 1}
  h(x): {is: 3x, domain: 0 \le x \le 1}
  y(x): \frac{1}{\pi (1 + x^2)}
"""
BINOMIAL, POISSON = "{function: p}", "{function: q}"
COIN = "{probabilities: [0.25, 0.75], outcomes: [-1, 1], names: [tails, heads]}"
BARS, CURVE = "      - {do: bars, say: a}\n", "      - {do: curve, say: a}\n"


HEADER = theatre.HEADER.replace("colors:", f"{MODEL}colors:")
on_stage, proven_section = partial(theatre.on_stage, header=HEADER), partial(theatre.proven_section, header=HEADER)


def section(scene, given, *steps):
    return f"""
  - id: a
    title: A
    scene: {scene}
    with: {given}
    steps:
{"".join(steps)}"""


def step(do, given="", show=""):
    parts = [f"do: {do}", *([f"with: {given}"] if given else []), "say: a", *([f"show: '{show}'"] if show else [])]
    return f"      - {{{', '.join(parts)}}}\n"


def bars(given, *steps):
    return section("Distribution", given, *steps)


def density(given, *steps):
    return section("Density", given, *steps)


def reading(scene, slot="event"):
    return scene.header.standing[slot].number


# ── what is seen ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "shares"),
    [
        (COIN, [0.25, 0.75]),
        ("{function: c}", [0, 0.1, 0.2, 0.3, 0.4]),
        ("{function: b, at: {s: 0.5}}", [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]),
    ],
)
def test_each_bar_is_as_high_as_its_probability(given, shares):
    with on_stage(bars(given, BARS)) as scene:
        assert scene.figure.bar_heights() == pytest.approx(shares)


def test_outcomes_may_be_given_in_any_order():
    with on_stage(bars("{probabilities: [0.7, 0.3], outcomes: [2, 1], names: [two, one]}", BARS)) as scene:
        assert scene.figure.bar_heights() == pytest.approx([0.3, 0.7])
        *_, one, two = scene.figure.graph.numbers
        assert (one.wording, two.wording) == ("one", "two")


def test_of_a_distribution_without_an_end_nearly_all_is_drawn():
    with on_stage(bars(POISSON, BARS)) as scene:
        assert scene.figure.bar_heights().sum() > 0.999


@pytest.mark.parametrize(
    ("given", "part", "term", "shown"),
    [
        (BINOMIAL, "{over: [3, 5]}", r"\sum_{k = 3}^5 p(k)", "0.568"),
        (BINOMIAL, "{above: 9}", r"\sum_{k = 9}^{10} p(k)", "0.011"),
        (BINOMIAL, "{only: 5}", "p(5)", "0.246"),
        (BINOMIAL, "{above: 8, below: 2}", r"1 - \sum_{k = 3}^7 p(k)", "0.109"),
        (POISSON, "{below: 1}", r"\sum_{k = 0}^1 q(k)", "0.199"),
    ],
)
def test_the_probability_of_bars_is_read_as_their_sum(given, part, term, shown):
    with on_stage(bars(given, step("area", part))) as scene:
        assert (reading(scene).measured.term.tex, reading(scene).wording) == (term, shown)


@pytest.mark.parametrize(
    ("given", "part", "term", "shown"),
    [
        ("{function: f}", "{over: [-1, 1]}", r"\int_{-1}^1 f(x) \,dx", "0.683"),
        ("{function: f}", "{above: 3}", r"\int_3^\infty f(x) \,dx", "0.0013"),
        ("{function: u}", "{below: 0.5}", r"\int_0^{0.5} u(x) \,dx", "0.25"),
        ("{function: f}", "{above: 2, below: -2}", r"1 - \int_{-2}^2 f(x) \,dx", "0.046"),
    ],
)
def test_the_probability_under_a_density_is_read_as_its_integral(given, part, term, shown):
    with on_stage(density(given, step("area", part))) as scene:
        found = reading(scene)
        assert ("".join(found.measured.term.tex.split()), found.wording) == ("".join(term.split()), shown)
        assert scene.figure.shaded() == pytest.approx(scene.figure.probability(), abs=2e-3)


def test_both_tails_light_up_and_what_lies_between_them_does_not():
    with on_stage(bars(BINOMIAL, step("area", "{over: [3, 5]}"), step("area", "{above: 8, below: 2}"))) as scene:
        lit = [bar.get_fill_opacity() for bar in scene.figure.body]
        assert [k for k, one in enumerate(lit) if one == max(lit)] == [0, 1, 2, 8, 9, 10]
        assert scene.figure.unlit() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("pair", ["fw", "wf", "fu", "uf", "wu"])
def test_a_density_becomes_one_that_may_be_elsewhere_and_all_of_it_stays_1(pair):
    """The mixture on the way was asked beyond what one of them may be, where it is no density."""
    one, other = pair
    event = step("area", "{above: 0.5}") + step("mean") + step("spread")
    text = density(f"{{function: {one}, span: [-3, 3]}}", CURVE, event, step("become", f"{{function: {other}}}"))
    with on_stage(text, play=False) as scene:
        for index in range(5):
            drawn(scene, index)
        assert all_hold(scene)


def test_numbers_that_stand_over_what_is_filled_can_be_read():
    header = theatre.HEADER.replace("colors:", "  U(x): {is: 10^9, domain: '0 \\le x \\le 10^{-9}'}\ncolors:")
    text = r"""
  - id: narrow
    title: Narrow
    scene: Density
    with: {function: U}
    steps:
      - {do: area, with: {below: 0.0000000005}, say: a}
"""
    with theatre.on_stage(text, "1:1", header=header) as scene:
        graph = scene.figure.graph
        over = [one for one in graph.numbers[graph.across :] if one.get_x() > graph.point(0, 0)[0]]
        assert over
        assert {one[0].get_fill_color().to_hex().lower() for one in over} == {scene.theme.foreground}


def test_given_by_numbers_it_is_read_in_words():
    with on_stage(bars(COIN, step("area", "{only: 1}"))) as scene:
        shown = [one.mobject.wording for one in standing_texts(scene.mobjects)]
        assert "probability" in shown
        assert "0.75" in shown
        assert "heads" in shown


def test_mean_and_deviation_are_read_and_stand_where_they_are():
    with on_stage(bars(COIN, step("mean"), step("spread"))) as scene:
        assert [one.number.wording for one in scene.below] == ["0.5", "0.87"]
        assert scene.figure.graph.model_of(scene.wedge[1].points[0])[0] == pytest.approx(0.5)


def test_of_one_sure_outcome_all_is_drawn_but_a_bell():
    sure = "{outcomes: [5], probabilities: [1]}"
    with on_stage(bars(sure, step("mean"), step("spread"), step("average", "{size: 3, count: 5}"))) as scene:
        assert [one.number.wording for one in scene.below] == ["5", "0"]
        scene.invariants.measure(0)
    with pytest.raises(Faulty, match="found one outcome that is sure"):
        proven_section(bars(sure, step("average", "{size: 3, normal: true}")))


def test_a_sample_fills_the_bars_with_every_draw():
    with on_stage(bars(BINOMIAL, step("sample", "{count: 500, seed: 4}"))) as scene:
        assert scene.histogram.counts().sum() == 500
        heights = np.array([scene.figure.height(bar.points[3]) for bar in scene.histogram])
        assert heights == pytest.approx(scene.histogram.counts() / 500)


@pytest.mark.parametrize("size", [1, 2, 10, 200])
@pytest.mark.parametrize(
    "picture", [partial(bars, "{function: b, at: {s: 0.3}}"), partial(density, "{function: u}"), partial(bars, COIN)]
)
def test_means_of_more_draws_stand_closer_and_every_one_is_in_a_bar(picture, size):
    with on_stage(picture(step("average", f"{{size: {size}, count: 400, normal: true}}"))) as scene:
        heap, law = scene.histogram, scene.figure.law()
        assert heap.counts().sum() == 400
        assert heap.draws.std() == pytest.approx(law.deviation / size**0.5, rel=0.2)
        assert reading(scene).wording == str(size)
        assert scene.layout.figure.holds(scene.bell)
        drawn_area = sum(scene.figure.height(bar.points[3]) for bar in heap) * (heap.edges[1] - heap.edges[0])
        assert drawn_area == pytest.approx(getattr(law, "gap", 1.0))


def test_no_bar_of_means_reaches_below_the_least_value():
    means = step("average", "{size: 2, count: 200}")
    with on_stage(density("{function: w}", CURVE, means)) as scene:
        assert min(scene.histogram.edges) > scene.figure.law().range[0] - 1e-9


def test_means_of_what_has_no_deviation_come_to_no_bell():
    steps = (CURVE, step("average", "{size: 5, count: 50, normal: true}"))
    with (
        pytest.raises(Faulty, match="which has no deviation"),
        on_stage(density("{function: y, span: [-5, 5]}", *steps)),
    ):
        pass


def test_the_same_seed_draws_the_same():
    found = []
    for seed in (4, 4, 5):
        with on_stage(density("{function: f}", step("sample", f"{{count: 200, seed: {seed}}}"))) as scene:
            found.append([*scene.histogram.counts()])
    assert found[0] == found[1] != found[2]


def test_a_parameter_moves_the_bars_and_what_is_read_of_them():
    steps = (step("area", "{only: 4}"), step("mean"), step("slide", "{of: s, to: 0.9}"))
    with on_stage(bars("{function: b, at: {s: 0.5}}", *steps)) as scene:
        assert reading(scene).wording == "0.6561"
        assert scene.below[0].number.wording == "3.6"
        assert reading(scene, "s").wording == "0.9"


def test_each_parameter_that_has_moved_stays_read_until_another_distribution_comes():
    steps = (step("slide", "{of: m, to: 1}"), step("slide", "{of: r, to: 2}"), step("area", "{above: 1}"))
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, *steps, step("become", "{function: f}"))) as scene:
        assert [*scene.header.standing] == ["event"]
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, *steps)) as scene:
        assert [reading(scene, one).wording for one in ("m", "r", "event")] == ["1", "2", "0.5"]
        first, second, event = scene.header.standing.values()
        assert first.get_right()[0] < second.get_left()[0], "parameters stand beside each other"
        assert event.get_top()[1] < first.get_bottom()[1], "above what depends on them"


def test_a_probability_is_read_with_the_parameters_that_it_depends_on():
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, step("area", "{above: 1}"))) as scene:
        assert [reading(scene, one).wording for one in ("m", "r", "event")] == ["0", "1", "0.159"]


def test_what_is_read_keeps_the_digits_that_tell_it_from_one():
    steps = (step("spread"), step("area", "{over: [-1, 1]}"), step("slide", "{of: r, to: 0.245}"))
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, *steps)) as scene:
        assert scene.below[0].number.wording == "0.245"
        assert reading(scene).wording == "0.99996"
        first, _, event = scene.header.standing.values()
        assert abs(first.get_left()[0] - event.get_left()[0]) < 0.05, "they stand under each other"


@pytest.mark.parametrize(("right", "read"), [(r"\approx 0.205", False), (r"= \frac{105}{512}", True)])
def test_what_a_formula_tells_by_its_digits_is_not_read_once_more(right, read):
    with on_stage(bars(BINOMIAL, step("area", "{only: 4}", show=f"p(4) {right}"))) as scene:
        assert ("event" in scene.header.standing) == read


@pytest.mark.parametrize(("to", "top"), [("2", 0.3989), ("3.5", 0.3989), ("5", 0.0798)])
def test_what_grows_lower_keeps_its_axis_while_it_can_be_read(to, top):
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, step("slide", f"{{of: r, to: {to}}}"))) as scene:
        assert scene.figure.top.get_value() == pytest.approx(1.12 * top, rel=1e-3)


def test_a_density_that_grows_takes_its_axis_with_it():
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE, step("slide", "{of: r, to: 0.1}"))) as scene:
        assert scene.figure.top.get_value() == pytest.approx(1.12 * 3.989, rel=1e-3)
        assert scene.layout.figure.holds(scene.figure.body)


def test_one_distribution_becomes_another_which_is_read_then():
    steps = (step("area", "{over: [0, 4]}"), step("become", "{function: c, keep: true}"))
    with on_stage(bars("{function: b, at: {s: 0.5}}", *steps)) as scene:
        assert scene.figure.bar_heights() == pytest.approx([0, 0.1, 0.2, 0.3, 0.4])
        assert reading(scene).measured.term.tex == r"\sum_{k = 0}^4 c(k)"


OTHERS = "{probabilities: [0.7, 0.2, 0.1], others: [0.4, 0.35, 0.25], outcomes: [3, 1, 2]}"


@pytest.mark.parametrize(("times", "shares"), [(1, [0.35, 0.25, 0.4]), (2, [0.2, 0.1, 0.7])])
def test_bars_move_to_other_numbers_and_back_on_one_scale(times, shares):
    with on_stage(bars(OTHERS, step("area", "{only: 3}"), *(step("other") for _ in range(times)))) as scene:
        assert scene.figure.bar_heights() == pytest.approx(shares)
        assert scene.figure.top.get_value() > 0.7
        assert reading(scene).measured.value() == pytest.approx(shares[2])


def test_bars_on_their_way_sum_to_1_and_are_as_high_as_their_probability():
    with on_stage(bars(OTHERS, BARS, step("other")), play=False) as scene:
        for index in range(2):
            drawn(scene, index)
        assert all_measured(scene)


# ── what is told ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scene", "given", "told"),
    [
        ("Distribution", "{probabilities: [0.5, 0.6]}", "the left side is 1.1"),
        ("Distribution", "{probabilities: [1.5, -0.5]}", "0"),
        ("Distribution", "{probabilities: [0.5, 0.5], names: [a]}", "2"),
        ("Distribution", "{probabilities: [0.5, 0.5], outcomes: [1, 2, 3]}", "3"),
        ("Distribution", "{probabilities: [0.5, 0.5], others: [0.5, 0.6]}", "the left side is 1.1"),
        ("Distribution", "{probabilities: [0.5, 0.5], others: [1]}", "2"),
        ("Distribution", "{function: o}", "1"),
        ("Density", "{function: h}", "1"),
    ],
)
def test_what_is_no_distribution_is_told_before_anything_is_drawn(scene, given, told):
    with pytest.raises(Faulty) as faulty:
        proven_section(section(scene, given, BARS if scene == "Distribution" else CURVE))
    assert {fault.rule for fault in faulty.value.faults} == {"label-false"}
    assert told in faulty.value.faults[0].message


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (bars("{function: n}", BARS), "expected nothing below 0"),
        (bars("{function: b}", BARS), "without a number for s"),
        (bars(BINOMIAL, step("area")), "area needs 'over' or 'above' or 'below' or 'only'"),
        (bars(BINOMIAL, step("slide", "{of: k, to: 2}")), "of: found k, expected one of nothing"),
        (bars("{probabilities: [0.5, 0.5], outcomes: [2, 2]}", BARS), "twice"),
        (bars("{probabilities: [0.5, 0.5]}", step("area", "{only: 3}")), "only: found 3, where there is no outcome"),
        (bars("{probabilities: [0.5, 0.5]}", step("area", "{above: 3, below: 0}")), "where there is no outcome"),
        (bars(BINOMIAL, step("area", "{above: 5, below: 4}")), "found 5 and 4, with no outcome between them"),
        (
            bars("{probabilities: [0.5, 0.5]}", step("area", "{above: 2.5}")),
            "above: found from 2.5 to inf, where there is no",
        ),
        (
            density("{function: g, at: {m: 0, r: 1}}", CURVE, step("slide", "{of: r, to: -1}")),
            "to: found -1, expected a value above 0",
        ),
        (density("{function: g, at: {m: 0, r: -1}}", CURVE), "at: found r = -1, expected a value above 0"),
        (bars("{function: b, at: {s: 0.5}, others: [1]}", BARS), "others"),
        (bars(COIN, step("other")), "others"),
        (bars(BINOMIAL.replace("{", "{probabilities: [0.5, 0.5], "), BARS), "probabilities: found both, expected one"),
    ],
)
def test_what_cannot_be_drawn_is_the_authors_fault_and_told_once(steps, told):
    with pytest.raises(Faulty, match=told) as faulty:
        proven_section(steps)
    assert len(faulty.value.faults) == 1


# ── what is measured ──────────────────────────────────────────────────────────────────────────────────────────────────


def taller(scene):
    scene.figure.body[3].clear_updaters()
    scene.figure.body.clear_updaters()
    scene.figure.body[3].shift(np.array([0, 0.2, 0]))


def wider(scene):
    scene.figure.area.clear_updaters()
    scene.figure.area.stretch(1.1, 0)


def off_balance(scene):
    scene.wedge.clear_updaters()
    scene.wedge.shift(np.array([0.05, 0, 0]))


def longer(scene):
    scene.line.clear_updaters()
    scene.line.stretch(1.05, 0)


def one_draw_less(scene):
    scene.histogram.clear_updaters()
    scene.histogram[5].stretch(0.98, 1)


def other_bell(scene):
    scene.bell.stretch(1.05, 0)


@pytest.mark.parametrize(
    ("steps", "plant", "told"),
    [
        (density("{function: f}", step("average", "{size: 4, count: 50, normal: true}")), other_bell, "the bell has"),
        (bars(BINOMIAL, step("average", "{size: 4, count: 50}")), one_draw_less, "holds every draw"),
        (bars(BINOMIAL, BARS), taller, "lit is the probability|each bar is as high"),
        (bars(BINOMIAL, step("area", "{only: 3}")), taller, "lit is the probability"),
        (density("{function: f}", step("area", "{over: [-1, 1]}")), wider, "lit is the probability"),
        (bars(BINOMIAL, step("mean")), off_balance, "balances"),
        (density("{function: f}", step("spread")), longer, "one deviation"),
        (bars(BINOMIAL, step("sample", "{count: 300}")), one_draw_less, "holds every draw"),
    ],
)
def test_a_planted_fault_stops_the_render(steps, plant, told):
    with on_stage(steps) as scene:
        scene.invariants.measure(0)
        plant(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


def test_the_draws_of_a_mean_balance_on_it_until_they_are_there():
    with on_stage(bars(BINOMIAL, BARS)) as scene:
        draws = scene.figure.law().draws(1, 7)
        dots = MeanOfDraws(scene.figure, draws, "#ffffff", "#ff0000")
        for share in (0.0, 0.4, 1.0):
            dots.fallen.set_value(1)
            dots.gathered.set_value(share)
            dots.update()
            assert dots.unbalanced() == pytest.approx(0, abs=1e-9)
        dots[2].shift(np.array([0.1, 0, 0]))
        assert abs(dots.unbalanced()) > 1e-6


@pytest.mark.parametrize("picture", [density("{function: f}", CURVE), bars(COIN, BARS)])
def test_intervals_are_around_their_means_and_red_where_they_miss_the_true_one(picture):
    with on_stage(picture + step("intervals", "{size: 16, count: 60, deviations: 1}")) as scene:
        law, around = scene.figure.law(), scene.around
        means = law.draws(1, 960).reshape(60, 16).mean(axis=1)
        ends = [[scene.figure.graph.model_of(one.points[k])[0] for k in (0, -1)] for one in around[1::2]]
        assert np.array(ends).mean(axis=1) == pytest.approx(means)
        assert np.diff(ends) == pytest.approx(law.deviation / 2)
        missing = [not low <= law.mean <= high for low, high in ends]
        assert any(missing), "two in three hold it"
        assert around.share == pytest.approx(1 - np.mean(missing))
        scene.invariants.measure(0)
        around[1].shift(np.array([0.1, 0, 0]))
        around.clear_updaters()
        with pytest.raises(InvariantViolated, match="each interval is around the mean of its draws"):
            scene.invariants.measure(0)


def test_intervals_end_where_the_axis_ends_and_keep_off_what_is_read():
    with on_stage(density("{function: f}", step("intervals", "{size: 1, count: 60, deviations: 9}"))) as scene:
        shown = scene.figure.shown
        ends = [[scene.figure.graph.model_of(one.points[k])[0] for k in (0, -1)] for one in scene.around[1::2]]
        assert np.array(ends) == pytest.approx(np.array([[shown.low, shown.high]] * 60))
        scene.invariants.measure(0)


def test_a_share_of_forty_is_read_with_the_digits_it_has():
    """39 of 40 are 0.975, which is neither 0.97 nor 0.98."""
    with on_stage(density("{function: w}", step("intervals", "{size: 30}"))) as scene:
        assert scene.around.share == 0.975
        assert "0.975" in [one.mobject.wording for one in standing_texts(scene.mobjects)]


def test_intervals_leave_before_something_else_is_told():
    with on_stage(density("{function: f}", step("intervals", "{size: 4}"), step("area", "{over: [0, 1]}"))) as scene:
        assert scene.around is None
        assert scene.figure.hollow.get_value() == 0


def test_every_frame_of_a_moving_distribution_is_measured():
    steps = (step("area", "{over: [0, 2]}"), step("mean"), step("spread"), step("slide", "{of: s, to: 0.8}"))
    steps += (step("average", "{size: 4, count: 60, normal: true}"), step("sample", "{count: 50}"))
    steps += (step("become", "{function: c}"),)
    with on_stage(bars("{function: b, at: {s: 0.5}}", *steps), play=False) as scene:
        for index in range(7):
            drawn(scene, index)
            assert all_hold(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(
    "order",
    [("become", "sample", "area"), ("spread", "average", "mean", "sample"), ("average", "slide", "bars", "area")],
)
def test_no_order_of_actions_crashes(order, aspect):
    given = {
        "become": "{function: c}",
        "average": "{size: 3, normal: true}",
        "area": "{over: [1, 2]}",
        "slide": "{of: s, to: 0.2}",
    }
    steps = (step(do, given.get(do, "")) for do in order)
    with on_stage(bars("{function: b, at: {s: 0.5}}", *steps), aspect) as scene:
        assert all(scene.layout.frame.holds(one) for one in seen(scene))


def test_bars_become_those_of_other_outcomes_on_an_axis_that_holds_both():
    """What is outside of a function's domain cannot happen; an axis that has no room for the others is told."""
    steps = (BARS, step("become", "{function: z}"))
    with on_stage(bars("{function: c, span: [0, 7]}", *steps)) as scene:
        assert scene.figure.bar_heights() == pytest.approx([0, 0, 0, 0, 0, 1 / 6, 2 / 6, 3 / 6])
        assert all_hold(scene)
    with pytest.raises(Faulty, match="add up to 0 from 0 to 4; from 5 to 7 they add up to 1"):
        proven_section(bars("{function: c}", *steps))


def test_ticks_part_the_line_of_the_deviation_where_the_mean_is():
    with on_stage(bars(COIN, step("spread"))) as scene:
        places = [scene.figure.graph.model_of(part[0])[0] for part in scene.line.get_subpaths()[1:]]
        assert sorted(places) == pytest.approx([0.5 - 0.75**0.5, 0.5, 0.5 + 0.75**0.5])


def test_the_line_of_the_deviation_stands_clear_of_names_under_the_bars():
    three = "{probabilities: [0.25, 0.5, 0.25], outcomes: [1, 2, 3], names: [gym, gym, gym]}"
    with on_stage(bars(three, step("spread"))) as scene:
        assert scene.line.get_top()[1] < min(one.get_bottom()[1] for one in scene.figure.graph.numbers[-3:])


def test_what_no_proof_decides_is_measured_and_what_is_false_is_told():
    """The normal density with free parameters sums to 1, which the kernel may not prove; drawn, it is measured."""
    with on_stage(density("{function: g, at: {m: 0, r: 1}}", CURVE)) as scene:
        assert abs(scene.figure.lacking()) < 1e-6
    with pytest.raises(Faulty, match="the picture says"):
        proven_section(density("{function: h}", CURVE))


def test_bars_of_a_function_have_the_names_that_are_given():
    given = "{function: b, at: {s: 0.5}, names: [none, one, two, three, all]}"
    with on_stage(section("Distribution", given, BARS)) as scene:
        assert len(scene.figure.under) == 5
    with pytest.raises(Faulty, match="found 4 names for 5 outcomes"):
        proven_section(section("Distribution", given.replace(", all]", "]"), BARS))


@pytest.mark.parametrize(
    ("scene_", "given", "first"), [("Distribution", BINOMIAL, BARS), ("Density", "{function: f}", CURVE)]
)
def test_one_event_without_an_end_follows_another(scene_, given, first):
    with on_stage(
        section(scene_, given, first, step("area", "{above: 2}"), step("area", "{above: 1}")), play=False
    ) as scene:
        for index in range(3):
            drawn(scene, index)
        assert all_hold(scene)


def test_a_probability_near_zero_is_no_zero():
    steps = step("area", "{above: 50}"), step("area", "{above: 5}"), step("slide", "{of: r, to: 2}")
    with on_stage(section("Density", "{function: g, at: {m: 0, r: 1}}", CURVE, *steps), play=False) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        assert "< 1" in scene.header.standing["event"].wording
        drawn(scene, 2)
        assert r"\times 10^{-7}" in scene.header.standing["event"].wording
        drawn(scene, 3)
        assert scene.header.standing["event"].number.wording == "0.0062"


def test_bars_that_are_alone_stand_in_the_middle_and_make_way():
    shown = step("mean", show=r"\sum_{k=0}^{10} k p(k) = 5")
    with on_stage(section("Distribution", BINOMIAL, BARS, shown), play=False) as scene:
        drawn(scene, 0)
        assert scene.figure.graph.frame.get_center()[0] > scene.layout.figure.centre[0] + 1
        drawn(scene, 1)
        assert abs(scene.figure.graph.frame.get_center()[0] - scene.layout.figure.centre[0]) < 0.5


def test_bars_with_their_mean_stay_in_the_middle_until_something_is_read_beside_them():
    steps = (BARS, step("mean"), step("area", "{only: 4}"))
    with on_stage(section("Distribution", BINOMIAL, *steps), play=False) as scene:
        for index, moved in enumerate((True, True, False)):
            scene.perform(index)
            off = scene.figure.graph.frame.get_center()[0] - scene.layout.figure.centre[0]
            assert (off > 1) == moved
            texts = [*scene.below, *scene.header.standing.values()]
            assert all(abs(one.get_center()[0]) < 7 for one in texts)


def test_bars_that_are_given_by_numbers_have_a_name_at_their_axis():
    with on_stage(section("Distribution", "{probabilities: [0.25, 0.75]}", BARS)) as scene:
        assert [one.wording for one in scene.figure.graph.names] == ["probability"]


def test_heights_of_means_are_not_called_probabilities():
    means = "      - {do: average, with: {size: 2, count: 20}, say: a}\n"
    with on_stage(section("Distribution", "{probabilities: [0.25, 0.75]}", BARS, means, means)) as scene:
        assert len(scene.figure.graph.names) == 0


def test_in_a_square_picture_an_event_has_a_row_of_its_own():
    steps = (
        "      - {do: slide, with: {of: r, to: 2}, say: a}\n",
        "      - {do: area, with: {over: [-1, 1]}, say: a}\n",
    )
    with on_stage(section("Density", "{function: g, at: {m: 0, r: 1}}", *steps), "1:1") as scene:
        event, parameter = scene.header.standing["event"], scene.header.standing["r"]
        assert event.get_bottom()[1] > parameter.get_top()[1]


def test_names_of_bars_that_would_touch_stand_in_two_rows():
    given = "{probabilities: [0.1, 0.1, 0.1, 0.7], names: [hit, miss, false alarm, correct rejection]}"
    with on_stage(section("Distribution", given, BARS)) as scene:
        names = scene.figure.graph.numbers[-4:]
        assert [one.get_y() < names[0].get_y() - 0.3 for one in names] == [False, True, False, True]
        assert all(one.get_right()[0] < other.get_left()[0] for one, other in zip(names, names[2:], strict=False))
    with on_stage(section("Distribution", COIN, BARS)) as scene:
        assert len({round(one.get_bottom()[1], 1) for one in scene.figure.graph.numbers[-2:]}) == 1
