"""A receipt judged again: the first lesson's proofs hold, and any change of the receipt is told."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from mathora.cli.course import course, read_lesson, scene_folders
from mathora.export.receipt import proofs
from mathora.prove import content_digest, prove_lesson, verified
from mathora.prove.task import decided
from tests.rows import long

SCRIPT = Path(__file__).parents[2] / "scripts" / "partial-derivatives.yaml"


def receipt_of(script):
    """A lesson's `proofs.json`, without its pictures."""
    lesson = read_lesson(script, course(scene_folders(script)).catalogue)
    return json.loads(proofs(prove_lesson(lesson, decided), {}))


@pytest.fixture(scope="module")
def receipt():
    return receipt_of(SCRIPT)


def test_proofs_of_chance_have_certificates_that_hold_and_are_tied_to_what_is_known():
    content = receipt_of(SCRIPT.with_name("bayes-rule.yaml"))
    proved = [one for one in content["formulas"] if one["verdict"] == "proved"]
    assert all(one["certificate"] for one in proved)
    assert verified(content).faults == ()
    for entry in content["model"]:
        if entry["is"] is not None:
            forged = copy.deepcopy(content)
            next(one for one in forged["model"] if one["head"] == entry["head"])["is"] = "0.123"
            assert verified(resealed(forged)).faults, entry["head"]
    for field in ("claim", "rules", "conditions", "seal"):
        forged = copy.deepcopy(content)
        for one in forged["formulas"]:
            if one["verdict"] == "proved":
                one["certificate"][field] = "0" if field in {"claim", "seal"} else ["0"]
        assert len(verified(resealed(forged)).faults) == len(proved), field


MEMBERS = """
id: members
title: Members
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model: {k: {kind: natural}, y_k: {domain: 'y_k \\ge 0'}}
sections:
  - id: one
    title: One
    scene: Statement
    with: {says: They are not negative}
    steps:
      - {do: stay, say: Two of them., show: 'y_1 + y_2 \\ge 0'}
"""


def test_what_is_said_of_a_family_is_known_of_its_members_when_judged_again(tmp_path):
    (tmp_path / "members.yaml").write_text(MEMBERS)
    content = receipt_of(tmp_path / "members.yaml")
    assert [one["verdict"] for one in content["formulas"]] == ["proved"]
    assert verified(content).faults == ()
    content["model"][1]["domain"] = []
    assert "something is assumed that is not given" in verified(resealed(content)).faults[0]


HIDING = """
id: hiding
title: Hiding
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model: {f(x): x^2, d(h): h^2, v(x): 2x, e: {kind: positive}}
sections:
  - id: one
    title: One
    scene: DerivativeGraph
    with: {function: f, slope: v(x), start: -1, span: [-2, 2], heights: [-1, 4]}
    steps:
      - {do: draw, say: A curve., show: ['\\frac{\\mathrm{d}}{\\mathrm{d}x} f(x) = v(x)', 'd(3) = 9', 'e > 0']}
"""


def test_names_that_hide_signs_are_no_hindrance_when_judged_again(tmp_path):
    (tmp_path / "hiding.yaml").write_text(HIDING)
    content = receipt_of(tmp_path / "hiding.yaml")
    assert {one["role"] for one in content["formulas"] if one["verdict"] == "proved"} == {"claim", "label"}
    assert verified(content).faults == ()


LATER = """
id: later
title: Later
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model: {f(x): {}, x: {}}
sections:
  - id: one
    title: One
    scene: Statement
    with: {says: It rises}
    steps:
      - {do: stay, say: It rises., show: {tex: '\\frac{d}{dx} f(x) > 1', role: given}}
      - {do: stay, say: A distance., show: 'd = 5'}
      - {do: stay, say: So it rises., show: "f'(x) > 0"}
"""


def test_what_was_given_before_a_name_hid_its_signs_is_known_when_judged_again(tmp_path):
    (tmp_path / "later.yaml").write_text(LATER)
    content = receipt_of(tmp_path / "later.yaml")
    assert [one["verdict"] for one in content["formulas"]] == ["given", "definition", "proved"]
    assert verified(content).faults == ()


def test_every_proof_of_the_first_lesson_has_a_certificate_that_holds(receipt):
    proved = [one for one in receipt["formulas"] if one["verdict"] == "proved"]
    assert all(one["certificate"] for one in proved)
    found = verified(receipt)
    assert found.faults == ()
    assert found.judged == len(proved) > 30


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "eigenvectors",
        *(pytest.param(path.stem, marks=pytest.mark.long) for path in sorted(SCRIPT.parent.glob("*.yaml"))),
    ],
)
def test_the_proofs_of_each_lesson_hold(name):
    content = receipt_of(SCRIPT.with_name(f"{name}.yaml"))
    found = verified(content)
    assert found.faults == ()
    assert found.judged == sum(one["verdict"] == "proved" for one in content["formulas"])


def resealed(content):
    """The content with a digest that fits again: what a careful forger writes."""
    return content | {"digest": content_digest(content)}


def places(content, path=()):
    """Each leaf of the content."""
    items = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in items:
        if isinstance(value, (dict, list)) and value:
            yield from places(value, (*path, key))
        else:
            yield (*path, key)


@pytest.fixture(scope="module", params=["one of each", long("each tenth proof")])
def one_of_each(receipt, request):
    """The receipt with one formula of each verdict and role; by `make long` with each tenth proof beside them."""
    formulas = receipt["formulas"]
    kinds = {(one["verdict"], one["role"]): one for one in formulas}
    tenth = [one for one in formulas if one["verdict"] == "proved"][::10] if request.param == "each tenth proof" else []
    return resealed(receipt | {"formulas": [one for one in formulas if one in kinds.values() or one in tenth]})


def test_any_leaf_changed_is_told(one_of_each):
    assert verified(one_of_each).faults == ()
    for path in places(one_of_each):
        changed = copy.deepcopy(one_of_each)
        inner = changed
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = "something else"
        assert verified(changed).faults, path


def test_a_forged_formula_model_or_certificate_is_refused(one_of_each):
    for place, entry in enumerate(one_of_each["formulas"]):
        if entry["verdict"] != "proved":
            continue
        for change in (
            {"tex": "1 = 2"},
            {"certificate": None},
            {"certificate": entry["certificate"] | {"claim": "0" * 64}},
            {"certificate": entry["certificate"] | {"rules": ["trust me"]}},
            {"certificate": entry["certificate"] | {"assumed": ["1 = 2"]}},
            {"certificate": entry["certificate"] | {"tolerance": "100"}},
        ):
            forged = copy.deepcopy(one_of_each)
            forged["formulas"][place] |= change
            assert verified(resealed(forged)).faults, (entry["tex"], change)
    forged = copy.deepcopy(one_of_each)
    forged["model"][0]["is"] = "w_1^2 + 4 w_2^2"
    assert verified(resealed(forged)).faults


def test_a_claim_that_is_called_proved_needs_a_proof(receipt):
    forged = copy.deepcopy(receipt)
    mistake = next(one for one in forged["formulas"] if one["verdict"] == "mistake")
    donor = next(one for one in forged["formulas"] if one["verdict"] == "proved")
    mistake |= {"verdict": "proved", "certificate": donor["certificate"]}
    assert verified(resealed(forged)).faults


SHAPELESS = {"head": "a", "is": None, "domain": [], "kind": None, "shape": [], "unit": None}


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"digest": ""},
        {"digest": "", "model": 1, "formulas": []},
        {"digest": "", "model": [SHAPELESS], "formulas": []},
    ],
)
def test_what_is_no_receipt_is_told(content):
    assert verified(content).faults


def test_the_command_judges_without_sympy(receipt, tmp_path):
    file = tmp_path / "proofs.json"
    file.write_text(json.dumps(receipt))
    code = (
        "import sys; from mathora.cli import main\n"
        "try: main(['verify', sys.argv[1]])\n"
        "except SystemExit as end: print(end.code, [n for n in sys.modules if n in ('sympy', 'numpy')])"
    )
    found = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert "0 refused" in found.stdout
    assert found.stdout.strip().endswith("0 []")
    file.write_text("{}")
    found = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert found.stdout.strip().endswith("1 []")
