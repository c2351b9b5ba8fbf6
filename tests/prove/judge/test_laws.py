"""A law that is claimed of what is known is never passed over."""

import pytest
from judged import judged, told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow 2X \sim \mathcal{N}(0, 4)", "proved", ""),
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow X^2 \sim \mathcal{N}(0, 1)", "refuted", ""),
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow X^2 \sim \mathcal{N}(1, 2)", "undecided", ""),
        (r"X \sim \operatorname{Exp}(1) \Rightarrow X \sim \operatorname{Gamma}(7, 7)", "refuted", ""),
        (r"X \sim \mathcal{U}(0, 1) \Rightarrow X \sim \operatorname{Beta}(2, 2)", "refuted", ""),
        (
            r"X \sim \operatorname{Exp}(1) \Rightarrow X \sim \operatorname{Gamma}(1, 1)",
            "undecided",
            "no rule shows that X",
        ),
        (r"X \sim \operatorname{Exp}(1) \Rightarrow X \sim \operatorname{Exp}(1)", "notation", "nothing is claimed"),
        (r"X \sim \operatorname{Gamma}(2, 1)", "notation", "nothing is claimed"),
    ],
)
def test_moments_deny_what_is_not_so(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]


@pytest.mark.parametrize(
    "tex",
    [
        r"X \sim \mathcal{U}(-\sqrt{3}, \sqrt{3}) \Rightarrow X \sim \mathcal{N}(0, 1)",
        r"X \sim \operatorname{Exp}(1) \Rightarrow X \sim \mathcal{N}(1, 1)",
        r"X \sim \operatorname{Bin}(2, \frac12) \Rightarrow X \sim \operatorname{Hypergeometric}(3, 2, 1)",
    ],
)
def test_a_message_shows_no_name_that_nobody_wrote(tex):
    verdict = judged(tex)
    assert verdict.kind == "refuted"
    assert [name for name, _ in verdict.witness.at] == ["s"]  # the model has t
    assert r"\sim^*" not in repr((verdict.reason, verdict.link, verdict.witness, verdict.conditions))
