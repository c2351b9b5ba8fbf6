"""What courses write: each true formula is proved, and beside it stands a false one, which is not."""

from fractions import Fraction

import pytest

from mathora.formula import read, read_model
from mathora.formula.tree.defining import defining
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import with_free_names
from tests.rows import all_but


def said_of(fields):
    """What is said of a name's values: nothing, one thing or several."""
    domain = fields.get("domain", ())
    return (domain,) if isinstance(domain, str) else domain


def source(lets):
    """A model as declarations; `shape` is (rows, columns)."""
    return ModelSource(
        declarations=tuple(
            Declaration(
                head=Text.written(head),
                body=Text.written(fields["is"]) if "is" in fields else None,
                domain=tuple(map(Text.written, said_of(fields))),
                unit=Text.written(fields["unit"]) if "unit" in fields else None,
                kind=fields.get("kind"),
                shape=fields.get("shape"),
            )
            for head, fields in lets.items()
        )
    )


def verdict(tex, lets, **more):
    model = read_model(with_free_names(Text.written(tex), source(lets)))
    return decided(Task(read(Text.written(tex), model), model, **more))


UNKNOWN = {key: {} for key in ("f(x)", "g(x)", "a", "b", "c", "x", "u")}
PART = {"f(x)": {"is": r"\begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"}, "x": {}}
PLANE = {"x": {}, "y": {}}
LOGISTIC = {"s(z)": {"is": r"\frac{1}{1 + e^{-z}}"}} | {key: {"kind": "vector", "shape": (3, 1)} for key in "wv"}
NORMAL = {"X": {"domain": r"X \sim \mathcal{N}(\mu, \sigma^2)"}, r"\mu": {}, r"\sigma": {"kind": "positive"}}
POWERS = {
    "S": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}"},
    "k": {"kind": "natural", "domain": r"k \ge 1"},
    "n": {"kind": "natural"},
    r"\mathbf{x}": {},
}
BASIS = {key: {"kind": "matrix", "shape": (3, 3)} for key in "AGD"} | {"k": {"kind": "natural"}}
SEQUENCE = {
    "n": {"kind": "natural"},
    "a_n": {"is": r"\frac{1}{2^n}"},
    "S_n": {"is": r"\sum_{k=1}^n k"},
    "k": {"kind": "natural"},
}
SETS = {key: {"kind": "set"} for key in "ABC"} | {key: {} for key in "abxy"} | {"c": {"domain": "c > b"}}
LISTED = {"A": {"is": r"\{1, 2, 3\}", "kind": "set"}, "B": {"is": r"\{2, 3, 4\}", "kind": "set"}}
ROWS = [
    ("proved", r"\{1, 2, 3\} \cap \{2, 3, 4\} = \{2, 3\}", {}),
    ("refuted", r"\{1, 2, 3\} \cap \{2, 3, 4\} = \{1, 4\}", {}),
    ("proved", r"(\sqrt2, \sqrt3) \approx (1.41, 1.73)", {}),
    ("refuted", r"(\sqrt2, \sqrt3) \approx (1.41, 1.74)", {}),
    ("schematic", r"0.999\ldots = 1", {}),
    ("refuted", r"0.124\ldots = 0.125", {}),
    ("proved", r"\lnot \forall x : x^2 > 0", {}),
    ("refuted", r"\lnot \forall x : x^2 \ge 0", {}),
    ("proved", r"\lnot(a < b \land c < d) \iff a \ge b \lor c \ge d", {key: {} for key in "abcd"}),
    ("refuted", r"\lnot(a < b \land c < d) \iff a > b \lor c \ge d", {key: {} for key in "abcd"}),
    ("proved", r"x^2 \ge 4 \iff |x| \ge 2", {"x": {}}),
    ("refuted", r"|x| \ge 2 \Rightarrow x^2 > 4", {"x": {}}),
    ("proved", r"\frac{n+1}{n} = 1 + \frac1n \to 1", {"n": {"kind": "natural", "domain": r"n \ge 1"}}),
    ("refuted", r"\frac{n+1}{n} = 1 + \frac1n \to 2", {"n": {"kind": "natural", "domain": r"n \ge 1"}}),
    ("proved", r"-\frac12\log_2\frac12 - \frac12\log_2\frac12 = 1\,\text{bit}", {}),
    ("refuted", r"-\frac12\log_2\frac12 - \frac12\log_2\frac12 = 2\,\text{bits}", {}),
    ("proved", r"2.7\,\text{g/cm}^3 = 2700\,\text{kg/m}^3", {}),
    ("refuted", r"2.7\,\text{g/cm}^3 = 270\,\text{kg/m}^3", {}),
    ("refuted", r"9.81\,\text{N/kg} = 9.81\,\text{m/s}", {}),
    ("refuted", r"\left(\frac{f}{g}\right)' = \frac{f'}{g'}", UNKNOWN),
    ("refuted", r"\left(\frac{f}{g}\right)' = \frac{f g' - f' g}{g^2}", UNKNOWN),
    ("refuted", r"f'(x) = \lim_{h \to 0} \frac{f(x+h) + f(x)}{h}", UNKNOWN),
    ("proved", r"\int_0^2 |x-1|\,dx = 1", {}),
    ("refuted", r"\int_0^2 |x-1|\,dx = 0", {}),
    ("proved", r"\int_0^1 \max(x, 1-x)\,dx = \frac34", {}),
    ("refuted", r"\int_0^1 \max(x, 1-x)\,dx = \frac12", {}),
    ("proved", r"\min_x (x^4 - 4x^2) = -4", {}),
    ("refuted", r"\min_x (x^4 - 4x^2) = 0", {}),
    ("proved", r"|\sin x + \cos x| \le \sqrt2", {"x": {}}),
    ("refuted", r"|\sin x + \cos x| \le 1.4", {"x": {}}),
    ("proved", r"|A \cup B| = |A| + |B| - |A \cap B|", LISTED),
    ("refuted", r"|A \cup B| = 6", LISTED),
    ("refuted", r"|\{1, 1, 2\}| = 3", {}),
    ("proved", r"[0, 2] \cap (1, 3] = (1, 2]", {}),
    ("refuted", r"[0, 2] \cap (1, 3] = [1, 2]", {}),
    ("proved", r"(1, 5) \setminus [2, 3] = (1, 2) \cup (3, 5)", {}),
    ("refuted", r"\mathbb{R} \setminus [0, 1] = (-\infty, 0] \cup [1, \infty)", {}),
    ("proved", r"\{x \in \mathbb{R} : x^2 < 4\} \cap (0, \infty) = (0, 2)", {}),
    ("refuted", r"\{x \in \mathbb{R} : x^2 < 4\} \subseteq (-1, 1)", {}),
    ("proved", r"(b, c) \subset [b, c]", SETS),
    ("undecided", r"[0, 1] \subset [0, 1]", {}),
    ("undecided", r"\{1\} \subset \{1, 1\}", {}),
    ("undecided", r"\{a\} \subset \{a, b\}", SETS),
    ("proved", r"2 \in (0, 1) \cup (1, 3)", {}),
    ("refuted", r"3 \notin [0, 3]", {}),
    ("proved", r"\mathbb{N} \subset \mathbb{Z} \subset \mathbb{Q} \subset \mathbb{R}", {}),
    ("refuted", r"\mathbb{Z} \subset \mathbb{N}", {}),
    ("proved", r"1 + \sqrt{2} \notin \mathbb{Q}", {}),
    ("proved", r"\sqrt[3]{2} \notin \mathbb{Q}", {}),
    ("proved", r"\pi \notin \mathbb{Q}", {}),
    ("refuted", r"\frac{\sqrt{8}}{\sqrt{2}} \notin \mathbb{Q}", {}),
    ("refuted", r"e^{\ln 2} \notin \mathbb{Q}", {}),
    ("proved", r"\emptyset \subseteq A", SETS),
    ("proved", r"x \in A \cap B \iff x \in A \land x \in B", SETS),
    ("proved", r"A \subseteq B \iff \forall x : x \in A \Rightarrow x \in B", SETS),
    ("proved", r"A \setminus B = \{x : x \in A \land x \notin B\}", SETS),
    ("undecided", r"A \cap B = \{x : y \in A \land y \in B\}", SETS),
    ("undecided", r"x \notin A \Rightarrow A \subseteq B", SETS),  # true of x alone, and of no other
    ("undecided", r"x \in A \Rightarrow y \in A", SETS),
    ("refuted", r"A \cap B = \emptyset \Rightarrow A = \emptyset", SETS),
    ("proved", r"x < y \text{ or } x \ge y", PLANE),
    ("proved", r"|x| > 2 \iff x > 2 \text{ or } x < -2", PLANE),
    ("refuted", r"|x| > 2 \iff x > 2 \text{ or } x < -1", PLANE),
    ("proved", r"(x - 1)(x - 2)(x - 3) > 0 \iff 1 < x < 2 \text{ or } x > 3", PLANE),
    ("refuted", r"xy \ge 0 \Rightarrow (x > 0 \text{ and } y > 0) \text{ or } (x < 0 \text{ and } y < 0)", PLANE),
    ("undecided", r"\frac{1}{x} > 0 \text{ or } x \le 0", PLANE),  # at 0 the first has no value
    ("undecided", r"|x| = \pm x", {}),
    ("notation", r"x^2 - 3x + 2 \overset{!}{=} 0", {}),
    ("refuted", r"x + 1 \overset{(1)}{=} x", {}),
    ("proved", r"2^{10} = 1024 \approx 10^3", {}),
    ("refuted", r"2^{11} = 2048 \approx 10^3", {}),
    ("proved", r"\int_a^b f'(x) \, dx = f(b) - f(a)", UNKNOWN),
    ("refuted", r"\int_a^b f(x) \, dx = f(b) - f(a)", UNKNOWN),
    ("proved", r"\frac{d}{dx} \int_a^x f(t) \, dt = f(x)", UNKNOWN),
    ("proved", r"\frac{d}{dx} \int_a^{x^2} f(t) \, dt = 2x f(x^2)", UNKNOWN),
    ("refuted", r"\frac{d}{dx} \int_a^{x^2} f(t) \, dt = f(x^2)", UNKNOWN),
    ("proved", r"\int_a^c f(x) \, dx = \int_a^b f(x) \, dx + \int_b^c f(x) \, dx", UNKNOWN),
    ("proved", r"\int_a^b f(g(x)) g'(x) \, dx = \int_{g(a)}^{g(b)} f(u) \, du", UNKNOWN),
    ("proved", r"\int_a^b (f'(x) g(x) + f(x) g'(x)) \, dx = f(b) g(b) - f(a) g(a)", UNKNOWN),
    ("proved", "f(3) + f(-3) = 3", PART),
    ("refuted", "f(3) = f(-3)", PART),
    ("proved", r"f(x) = \max(0, x)", PART),
    ("proved", r"f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}", PART),
    ("proved", r"\int_0^1 \sqrt{1 - x^2} \, dx = \frac{\pi}{4}", {}),
    ("proved", r"n^2 \ge n", {"n": {"kind": "integer"}}),
    ("proved", r"\ln x = a \Rightarrow x = e^a", {}),
    ("proved", r"T = \frac{\ln 2}{k} \Rightarrow e^{-kT} = \frac12", {"T": {}, "k": {"kind": "positive"}}),
    ("proved", r"\sqrt[3]{x^3} = x", {}),
    ("refuted", r"\sqrt{x^2} = x", {}),
    ("proved", r"e^{\frac{x+y}{2}} \le \frac{e^x + e^y}{2}", {}),
    ("refuted", r"e^{\frac{x+y}{2}} \ge \frac{e^x + e^y}{2}", {}),
    ("notation", r"x \xrightarrow{d} a", {}),
    ("notation", r"X \overset{\text{iid}}{\sim} \mathcal{N}(0, 1)", {}),
    ("refuted", r"(a + b)^2 \overset{\text{def}}{=} a^2 + b^2", {}),
    (
        "definition",
        r"\text{F}_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}",
        {},
    ),
    ("proved", r"\log 1000 = 3", {r"\log(x)": {"is": r"\log_{10} x"}}),
    ("refuted", r"\log 8 = 3", {r"\log(x)": {"is": r"\log_{10} x"}}),
    ("proved", r"\log e = 1", {r"\log(x)": {"is": r"\ln x"}}),
    ("proved", r"\log 8 = 3", {r"\log(x)": {"is": r"\log_2 x"}}),
    ("definition", r"g = \log 8", {}),
    ("definition", r"J(\theta) = \theta^2", {"J(x)": {}}),
    ("refuted", "f(x) = f(-x)", {"f(x)": {}}),
    ("refuted", "f(2) = 5", {"f(x)": {}}),
    ("proved", r"\exists x \in \mathbb{R} : x^2 = 2", {}),
    ("refuted", r"\exists x \in \mathbb{R} : x^2 = -1", {}),
    ("undecided", r"\exists x \in \mathbb{Q} : x^2 = 2", {}),
    ("proved", r"\forall x \in \mathbb{R} \; \exists y \in \mathbb{R} : x + y = 0", {}),
    ("refuted", r"\exists y \in \mathbb{R} \; \forall x \in \mathbb{R} : x + y = 0", {}),
    (
        "proved",
        r"\forall \varepsilon > 0\; \exists \delta > 0 : |x - 2| < \delta \Rightarrow |3x - 6| < \frac{\varepsilon}{2}",
        {},
    ),
    (
        "undecided",
        r"\forall \varepsilon > 0\; \exists \delta > 0 : |x - 2| < \delta \Rightarrow |3x - 5| < \varepsilon",
        {},
    ),
    ("refuted", r"p \Rightarrow q", {}),
    ("proved", r"(p \land (p \Rightarrow q)) \Rightarrow q", {}),
    ("refuted", r"(q \land (p \Rightarrow q)) \Rightarrow p", {}),
    ("proved", r"\neg(p \land q) \iff (\neg p \lor \neg q)", {}),
    ("refuted", r"\neg(p \land q) \iff (\neg p \land \neg q)", {}),
    ("proved", r"p \lor q \land r \iff p \lor (q \land r)", {}),
    ("refuted", r"p \lor q \land r \iff (p \lor q) \land r", {}),
    ("refuted", r"x = 1 \text{ or } x = 2 \text{ and } x > 1 \iff x = 2", {}),
    ("proved", r"p \text{ and } q \text{ iff } q \text{ and } p", {}),
    ("refuted", r"p \text{ or } q \text{ iff } q \text{ and } p", {}),
    ("proved", r"x^2 = 1 \text{ iff } x = 1 \text{ or } x = -1", {}),
    ("refuted", r"x^2 = 1 \text{ iff } x = 1 \text{ or } x = 2", {}),
    ("refuted", r"x > 1 \text{ or } x < 0", {}),
    ("refuted", r"|x| > 2 \iff x > 2 \text{ or } x < -3", {}),
    ("refuted", r"\frac1x > 0 \text{ or } x < -1", {}),
    ("undecided", r"\frac1x > 0 \text{ or } x < 0", {}),
    ("refuted", r"n^2 \equiv 0 \pmod 3 \text{ or } n^2 \equiv 2 \pmod 3", {"n": {"kind": "integer"}}),
    ("proved", r"\sqrt{x^2} = x \text{ for all } x > 0 \text{ and } x < 5", {}),
    ("undecided", r"\ln(x^2) = 2\ln x \quad (x \ne 0)", {}),
    ("undecided", r"\sqrt{x}\sqrt{x} = x \quad \text{for all } x", {}),
    ("proved", r"\ln(x^2) = 2\ln x \quad (x > 0)", {}),
    ("proved", r"\sum_{n=1}^\infty a_n = 1", SEQUENCE),
    ("refuted", r"\sum_{n=0}^\infty a_n = 1", SEQUENCE),
    ("proved", r"\lim_{n \to \infty} a_n = 0", SEQUENCE),
    ("proved", r"S_n = \frac{n(n + 1)}{2}", SEQUENCE),
    ("refuted", r"S_n = \frac{n(n - 1)}{2}", SEQUENCE),
    ("proved", r"f(x) = x^2 \Rightarrow f'(3) = 6", {"f(x)": {}}),
    ("refuted", r"f(x) = x^2 \Rightarrow f'(3) = 5", {"f(x)": {}}),
    ("undecided", r"f(x) = g(x) \Rightarrow f'(x) = g'(x)", UNKNOWN),
    ("proved", r"y(t) = Ce^{kt} \implies \frac{dy}{dt} = k y", {"y(t)": {}, "k": {}, "C": {}}),
    ("refuted", r"y(t) = Ce^{kt} \implies \frac{dy}{dt} = y", {"y(t)": {}, "k": {}, "C": {}}),
    ("proved", r"u = x^2 + 1 \implies du = 2x\,dx", {"u": {}}),
    ("refuted", r"u = x^2 + 1 \implies du = x\,dx", {"u": {}}),
    ("proved", r"\{n \in \mathbb{N} \mid n^2 = 4\} = \{2\}", {}),
    ("refuted", r"\{n \in \mathbb{Z} \mid n^2 = 4\} = \{2\}", {}),
    ("refuted", r"AB = 0 \Rightarrow A = 0 \text{ or } B = 0", {k: {"kind": "matrix", "shape": (2, 2)} for k in "AB"}),
    ("proved", r"\iint_{[0,1] \times [0,2]} x \,dx\,dy = 1", {}),
    ("proved", r"\iint_{[0,1] \times [0,2]} y \,dx\,dy = 2", {}),
    ("refuted", r"\iint_{[0,1]^2} xy \,dx\,dy = \frac12", {}),
    ("undecided", r"\int u\,dv = uv + \int v\,du", {"u": {}, "v": {}}),
    ("undecided", r"\int_0^1 y\,dx = \frac13", {"x": {}, "y": {"is": "x^2"}}),
    ("proved", r"\frac{dy}{dx} = 2x", {"x": {}, "y": {"is": "x^2"}}),
    ("refuted", r"\min_{x, y} (x^2 + y^2 - 2x) = 0", {}),
    ("undecided", r"\min_{x, y} (x^2 - y^2) = 0", {}),
    ("proved", r"\max_{x, y} (4 - x^2 - y^2) = 4", {}),
    ("undecided", r"\operatorname{argmin}_{x, y} (x^2 + y^2 - 2x) = (1, 0)", {}),
    (
        "proved",
        r"\int x^n\,dx = \frac{x^{n+1}}{n+1} + C \quad (n \ne -1)",
        {"x": {"kind": "positive"}, "n": {}, "C": {}},
    ),
    ("proved", r"\ln(x^2) = 2 \ln x, \quad x > 0", {}),
    ("proved", r"\sqrt{x^2} = x, \quad x \ge 0", {}),
    ("refuted", r"\sqrt{x^2} = x, \quad x \le 0", {}),
    ("refuted", r"\sqrt{x^2} = x \quad (x < 5)", {}),
    ("proved", r"\sqrt{x^2} = x \text{ for all } x > 0", {}),
    ("refuted", r"3^4 \equiv 3 \pmod 7", {}),
    ("proved", r"17 \bmod 5 = 2", {}),
    ("refuted", r"17 \bmod 5 = 3", {}),
    ("proved", r"17 \equiv 2 \bmod 5", {}),
    ("refuted", r"17 \equiv 3 \bmod 5", {}),
    ("proved", r"(-7) \bmod 3 = 2", {}),
    ("proved", r"3 \mid 12", {}),
    ("refuted", r"5 \mid 12", {}),
    ("refuted", r"20\% \text{ of } 50 = 11", {}),
    (
        "proved",
        r"(AB)^{-\top} = A^{-\top} B^{-\top}",
        {"A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}},
    ),
    (
        "refuted",
        r"(AB)^{-\top} = B^{-\top} A^{-\top}",
        {"A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}},
    ),
    ("proved", r"\left(\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}\right)_{12} = 2", {}),
    ("refuted", r"\left(\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}\right)_{12} = 3", {}),
    ("proved", r"\overline{z w} = \overline{z}\,\overline{w}", {"z": {"kind": "complex"}, "w": {"kind": "complex"}}),
    ("proved", r"\operatorname{Im}(z) = \frac{z - \bar{z}}{2i}", {"z": {"kind": "complex"}}),
    ("proved", r"a = 9.81\,\text{m}/\text{s}^2", {"a": {"is": "9.81", "unit": "m/s^2"}}),
    ("refuted", r"a = 9.81\,\text{m}/\text{s}", {"a": {"is": "9.81", "unit": "m/s^2"}}),
    (
        "proved",
        r"\frac{\partial p_1}{\partial z_1} = p_1 (1 - p_1)",
        {"p_1(z_1, z_2)": {"is": r"\frac{e^{z_1}}{e^{z_1}+e^{z_2}}"}},
    ),
    ("refuted", r"\begin{cases} x + y = 3 \\ x - y = 1 \end{cases} \iff x = 1,\; y = 2", {}),
    ("schematic", "e^x = 1 + x + O(x^2)", {}),
    ("assignment", r"\theta := \theta - \eta g", {}),
    ("notation", r"f(x) \in O(x^2)", {"f(x)": {}}),
    ("proved", r"x^2 \ge 0, \quad x \ge 0", {}),
    ("proved", r"\max_{x^2+y^2=1} (x + y) = \sqrt2", PLANE),
    ("refuted", r"\max_{x^2+y^2=1} (x + y) = 1", PLANE),
    ("proved", r"\min_{x^2+y^2=25} (3x + 4y) = -25", PLANE),
    ("refuted", r"\min_{x+y=1} (x^2 + y^2) = 1", PLANE),
    ("proved", r"\min_x (e^x - 2x) = 2 - 2 \ln 2", PLANE),
    ("proved", r"\arg\min_x (e^x - 3x) = \ln 3", PLANE),
    ("proved", r"\arg\max_{0 \le x \le 1} x^2 = 1", PLANE),
    ("undecided", r"\arg\min_x (x^2 - 4)^2 = 2", PLANE),
    ("proved", r"\frac{d}{dx} x^x = x^x (\ln x + 1)", PLANE),
    ("proved", r"\frac{d}{dx} x^y = y x^{y-1}", PLANE),
    ("refuted", r"(x^2)^{y} = x^{y}", PLANE),
    ("undecided", r"x^{2y} = (x^2)^y", PLANE),
    ("proved", r"\int x^a \, dx = \frac{x^{a+1}}{a+1} + C \quad (a \ne -1)", UNKNOWN),
    ("undecided", r"\forall x : x^y x = x^{y+1}", PLANE),
    ("proved", r"\nabla_w s(w^\top v) = s(w^\top v) (1 - s(w^\top v)) v", LOGISTIC),
    ("refuted", r"\nabla_w s(w^\top v) = s(w^\top v) (1 - s(w^\top v)) w", LOGISTIC),
    ("proved", r"x^2 = 9 \iff x = \pm 3", PLANE),
    ("refuted", r"x^2 = 9 \iff x = \pm 2", PLANE),
    ("proved", r"x^2 - 2x - 1 = 0 \iff x = 1 \pm \sqrt2", PLANE),
    ("proved", r"x = \pm 3 \Rightarrow x^2 = 9", PLANE),
    ("refuted", r"x = \pm 3 \Rightarrow x = 3", PLANE),
    ("proved", r"x = \pm 1 \Rightarrow 2x = \pm 2", PLANE),
    ("refuted", r"x = \pm 1 \Rightarrow 2x = \mp 2", PLANE),
    ("proved", r"x - 1 = \pm 3 \iff x = 1 \pm 3", PLANE),
    ("refuted", r"(x \pm y)^2 = x^2 \mp 2xy + y^2", PLANE),
    ("proved", r"(x \pm y)^2 = x^2 \pm 2xy + y^2", PLANE),
    ("proved", r"y^2 = x^2 \iff y = \pm x", PLANE),
    ("proved", r"|x| = 3 \iff x = \pm 3", PLANE),
    ("refuted", r"x^3 = 8 \iff x = \pm 2", PLANE),
    ("undecided", r"f'(x) = 0 \Rightarrow f(x) = 0", UNKNOWN),
    ("undecided", r"f(x) = 0 \text{ if } f'(x) = 0", UNKNOWN),
    ("proved", r"f(x) = g(x) \Rightarrow g(x) = f(x)", UNKNOWN),
    ("proved", r"P(|X - \mu| \le 2\sigma) \approx 0.954", NORMAL),
    ("refuted", r"P(|X - \mu| \le 2\sigma) \approx 0.99", NORMAL),
    ("refuted", r"P(|X| > 2\sigma) \approx 0.05", NORMAL),
    ("undecided", r"\min_{x^2+y^2=1} x = 0", PLANE),
    ("proved", r"S^k = 5^{k-1} S", POWERS),
    ("refuted", r"S^n = 5^{n-1} S", POWERS),
    ("refuted", r"S^k = \begin{pmatrix} 1 & 2^k \\ 2^k & 4^k \end{pmatrix}", POWERS),
    ("undecided", r"S \mathbf{x} = \mathbf{0} \Leftarrow \mathbf{x} = (2, -1)", POWERS),
    ("refuted", r"\mathbf{x}^2 = \mathbf{x}", POWERS),
    ("proved", r"S^{10} = 5^9 S", POWERS),
    ("refuted", r"S^{10} = 5^{10} S", POWERS),
    ("proved", r"G^k G = G^{k+1}", BASIS),
    ("refuted", r"G^{k+1} = G^k", BASIS),
    ("refuted", r"G^k D^k = (GD)^k", BASIS),
    ("proved", r"A = GDG^{-1} \Rightarrow A^k = GD^kG^{-1}", BASIS),
    ("proved", r"A = GDG^{-1} \Rightarrow A^3 = GD^3G^{-1}", BASIS),
    ("proved", r"A = GDG^{-1} \Rightarrow \det(A^k) = (\det D)^k", BASIS),
    ("proved", r"\det(GD) = \det G \det D", BASIS),
    ("proved", r"A = 2I \Rightarrow A^2 = 4I", BASIS),
    ("refuted", r"\det(GD) = \det G + \det D", BASIS),
    ("undecided", r"\nabla \times \nabla f = \mathbf{0}", {"f(x, y)": {"is": "x^2 y"}, "x": {}, "y": {}}),
]


FIELD = {"F": {"is": "(xy, yz, zx)"}, "x": {}, "y": {}, "z": {}}
PARTS = {key: {} for key in ("P(x, y, z)", "Q(x, y, z)", "R(x, y, z)")} | {"F": {"is": "(P, Q, R)"}}
LAYER = {"W": {"kind": "matrix", "shape": (2, 2)}} | {
    name: {"kind": "vector", "shape": (2, 1)} for name in (r"\mathbf{x}", r"\mathbf{y}")
}
LOSS = LAYER | {"J(W)": {"is": r"\frac12 \|W\mathbf{x} - \mathbf{y}\|^2"}}
PAIR = {r"\mathbf{X}": {"is": "(X_1, X_2)"}, "X_1": {"kind": "random"}, "X_2": {"kind": "random"}}
MAP = PAIR | {"A": {"kind": "matrix", "shape": (2, 2)}, "b": {"kind": "vector", "shape": (2, 1)}}
FAMILY = {"a_i": {}, "b_i": {}, "z_i": {}, "n": {"kind": "natural"}, "w": {}, "c": {}}
SOME = {"X_i": {"kind": "random"}, "n": {"kind": "natural"}, "a_i": {}}
SHARES = FAMILY | {"K": {"kind": "natural", "domain": r"K \ge 1"}}
FIT = FAMILY | {"J(w)": {"is": r"\sum_{i=1}^{n} (w a_i - b_i)^2"}}
ROWS += [
    ("proved", r"\nabla \cdot (\nabla \times F) = 0", FIELD),
    ("refuted", r"\nabla \times F = (y, z, x)", FIELD),
    ("proved", r"\nabla \cdot (\nabla \times F) = 0", PARTS),
    ("proved", r"\nabla \times F = (0, 0, 2)", {"F": {"is": "(-y, x, 0)"}, "x": {}, "y": {}}),
    ("refuted", r"\nabla \cdot F = 3x", {"F": {"is": "(ax, x^2)"}, "x": {}, "a": {}}),
    ("undecided", r"\nabla f = (2ax, 2by)", {"f": {"is": "a x^2 + b y^2"}, "x": {}, "y": {}, "a": {}, "b": {}}),
    ("proved", r"\nabla_W \frac12 \|W\mathbf{x} - \mathbf{y}\|^2 = (W\mathbf{x} - \mathbf{y}) \mathbf{x}^\top", LAYER),
    ("refuted", r"\nabla_W \frac12 \|W\mathbf{x} - \mathbf{y}\|^2 = \mathbf{x} (W\mathbf{x} - \mathbf{y})^\top", LAYER),
    ("proved", r"\frac{\partial J}{\partial W} = (W\mathbf{x} - \mathbf{y}) \mathbf{x}^\top", LOSS),
    ("proved", r"\nabla_W J = (W\mathbf{x} - \mathbf{y}) \mathbf{x}^\top", LOSS),
    ("undecided", r"m_t = \beta m_{t-1} + (1 - \beta) g_t", {"m_t": {}, "g_t": {}, r"\beta": {}}),
    ("undecided", r"\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}", {}),
    ("proved", r"\sum_{k=1}^{n} (a_k - a_{k-1}) = a_n - a_0", {"n": {"kind": "natural"}, "a_k": {}}),
    ("undecided", "c^2 = a^2 + b^2", {"a": {}, "b": {}, "c": {}}),
    ("refuted", "x = 5", {"x": {}}),
    ("proved", r"\mathbb{E}[A\mathbf{X} + b] = A \, \mathbb{E}[\mathbf{X}] + b", MAP),
    ("undecided", r"\mathbb{E}[A\mathbf{X} + b] = A \, \mathbb{E}[\mathbf{X}]", MAP),
    ("proved", r"\operatorname{Cov}(A\mathbf{X}) = A \operatorname{Cov}(\mathbf{X}) A^\top", MAP),
    ("undecided", r"\operatorname{Cov}(A\mathbf{X}) = A \operatorname{Cov}(\mathbf{X}) A", MAP),
    (
        "undecided",
        r"\mathbb{E}[A\mathbf{Y} + b] = A \, \mathbb{E}[\mathbf{Y}] + b",
        MAP | {r"\mathbf{Y}": {"kind": "random"}},
    ),
    ("proved", r"\sum_{i=1}^{n} (a_i + c b_i) = \sum_{i=1}^{n} a_i + c \sum_{j=1}^{n} b_j", FAMILY),
    ("refuted", r"\sum_{i=1}^{n} a_i b_i = \sum_{i=1}^{n} a_i \cdot \sum_{i=1}^{n} b_i", FAMILY),
    ("proved", r"J'(w) = 2 \sum_{i=1}^{n} (w a_i - b_i) a_i", FIT),
    ("refuted", r"J'(w) = 2 \sum_{i=1}^{n} (w a_i - b_i)", FIT),
    ("proved", r"\frac{\partial}{\partial a_j} \sum_{i=1}^{n} a_i^2 = 2 a_j", FAMILY),
    ("undecided", r"\frac{\partial}{\partial a_1} \sum_{i=1}^{n} e^{a_i} = 0", FAMILY),
    ("proved", r"\sum_{i=1}^{K} \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}} = 1", SHARES),
    ("proved", r"\mathbb{E}[\sum_{i=1}^{n} a_i X_i] = \sum_{i=1}^{n} a_i \mathbb{E}[X_i]", SOME),
    ("refuted", r"\mathbb{E}[\sum_{i=1}^{n} X_i] = n \mathbb{E}[X_1]", SOME),
    ("refuted", r"\operatorname{Var}(\sum_{i=1}^{n} X_i) = \sum_{i=1}^{n} \operatorname{Var}(X_i)", SOME),
]
CHANCES = {"A": {"kind": "event"}, "B": {"kind": "event"}}
APART = {"X": {"kind": "random"}, "Y": {"kind": "random", "domain": r"X \perp Y"}}
COUNTS = {"k": {"kind": "natural"}, "n": {"kind": "natural"}}
TOWERS = {"a_n": {"is": "2^n - 1"}, "n": {"kind": "natural", "domain": r"n \ge 1"}}
SLOPES = {"f(x, y)": {"is": "x^2 + y^2"}, "u": {"is": r"\left(\frac35, \frac45\right)"}}
SHEARS = {
    key: {"is": rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"}
    for key, rows in (("M", r"1 & 2 \\ 0 & 1"), ("N", r"1 & 0 \\ 3 & 1"))
}
SQUARE = {"A": {"kind": "matrix", "shape": (2, 2)}, "v": {"kind": "vector", "shape": (2, 1)}}
BOWL = {"a": {"domain": "a > 0"}, "b": {}, "x": {}}
SHAPELESS = {"A": {"kind": "matrix"}, "B": {"kind": "matrix"}}
SETS = {"A": {"kind": "set"}, "B": {"kind": "set"}}
ROWS += [
    ("proved", r"\forall a, b \in \mathbb{R} : (a + b)^2 = a^2 + 2ab + b^2", {}),
    ("refuted", r"\forall a, b \in \mathbb{R} : (a + b)^2 = a^2 + b^2", {}),
    ("proved", r"\exists! x \in \mathbb{R} : 2x = 6", {}),
    ("undecided", r"\exists! x \in \mathbb{R} : x^2 = 4", {}),
    ("undecided", r"\exists! x \in \mathbb{R} : x^2 = -1", {}),
    ("proved", r"2\,\text{kg} \cdot 3\,\text{m/s}^2 = 6\,\text{N}", {}),
    ("proved", r"1\,\text{kWh} = 3.6\,\text{MJ}", {}),
    ("proved", r"\frac{6\,\text{V}}{2\,\Omega} = 3\,\text{A}", {}),
    ("proved", r"1\,\mu\text{m} = 10^{-6}\,\text{m}", {}),
    ("refuted", r"1\,\mu\text{m} = 10^{-3}\,\text{m}", {}),
    ("proved", r"c \approx 3 \times 10^8\,\text{m/s}", {"c": {"is": "299792458", "unit": "m/s"}}),
    ("refuted", r"c \approx 2 \times 10^8\,\text{m/s}", {"c": {"is": "299792458", "unit": "m/s"}}),
    ("proved", r"\mathbb{1}_A^2 = \mathbb{1}_A", CHANCES),
    ("refuted", r"\mathbb{1}_{A \cup B} = \mathbb{1}_A + \mathbb{1}_B", CHANCES),
    ("proved", r"\mathbb{1}_{A \cup B} = \mathbb{1}_A + \mathbb{1}_B - \mathbb{1}_A \mathbb{1}_B", CHANCES),
    ("proved", r"\operatorname{Var}(\mathbf{1}_A) = P(A)(1 - P(A))", CHANCES),
    ("refuted", r"\operatorname{Var}(\mathbf{1}_A) = P(A)", CHANCES),
    ("refuted", r"\mathbb{E}[\mathbf{1}_A \mathbf{1}_B] = P(A) P(B)", CHANCES),
    ("undecided", r"\mathbb{E}[X \mathbf{1}_A] = \mathbf{1}_A \mathbb{E}[X]", CHANCES | APART),
    ("proved", r"\mathbf{1}\{x > 0\} + \mathbf{1}\{x \le 0\} = 1", {"x": {}}),
    ("refuted", r"\mathbf{1}\{x > 0\} + \mathbf{1}\{x < 0\} = 1", {"x": {}}),
    ("proved", r"|\rho(X, Y)| \le 1", APART | {r"\rho": {}}),
    ("refuted", r"\rho(X, Y) = 2", APART | {r"\rho": {}}),
    ("undecided", r"c(X, Y) = 1", APART | {"c": {}}),
    ("refuted", r"\sigma_X = \operatorname{Var}(X)", APART),
    ("definition", r"\sigma_X = \sqrt{\operatorname{Var}(X)}", APART),
    ("undecided", r"P\left(\bigcup_{i=1}^n A_i\right) = \sum_{i=1}^n P(A_i)", {"A_i": {"kind": "event"}, "n": {}}),
    ("proved", "a_n = 2a_{n-1} + 1", TOWERS),
    ("refuted", "a_n = 2a_{n-1} - 1", TOWERS),
    ("proved", r"\sum_{k=1}^{n} (a_k + 1) = 2^{n+1} - 2", TOWERS),
    ("definition", r"\sigma_y = 2", {r"\sigma_x": {"is": "2"}, "x": {}, "y": {}}),
    ("definition", r"\sigma_y = 2y", {r"\sigma_x": {"is": "2x"}, "x": {}, "y": {}}),
    ("undecided", "a_3 = 6", COUNTS | {"a_n": {"is": r"\sum_{n=1}^{n} n"}}),
    ("proved", "(101101)_2 = 45", {}),
    ("refuted", "(101101)_2 = 44", {}),
    ("proved", r"(f \circ g)'(x) = f'(g(x)) g'(x)", UNKNOWN),
    ("refuted", r"(f \circ g)'(x) = f'(g(x))", UNKNOWN),
    ("proved", r"D_u f(1, 2) = \frac{22}{5}", SLOPES),
    ("refuted", r"D_u f(1, 2) = \frac{20}{5}", SLOPES),
    ("proved", r"\overline{A \cup B} = \overline{A} \cap \overline{B}", SETS),
    ("refuted", r"\overline{A \cup B} = \overline{A} \cup \overline{B}", SETS),
    ("proved", r"(A \cup B)^c = A^c \cap B^c", CHANCES),
    ("proved", r"A \subseteq B \Rightarrow P(A) \le P(B)", CHANCES),
    ("proved", r"A \cap B = \emptyset \Rightarrow P(A \cup B) = P(A) + P(B)", CHANCES),
    ("refuted", r"A \subseteq B \Rightarrow P(A) = P(B)", CHANCES),
    ("proved", r"P(C) \le P(A)", CHANCES | {"C": {"kind": "event", "domain": r"C = (A \cap B)"}}),
    ("proved", r"A = B \Rightarrow A^2 = B^2", {"A": {}, "B": {}}),
    ("refuted", r"A \cap B = \emptyset \Rightarrow P(A) + P(B) = 1", CHANCES),
    ("undecided", r"P(A \cap B) = 0 \Rightarrow A \cap B = \emptyset", CHANCES),
    ("undecided", r"P(A) \le P(B) \Rightarrow A \subseteq B", CHANCES),
    ("refuted", "(A + B)^2 = A^2 + 2AB + B^2", SHAPELESS),
    ("refuted", r"\det(A + B) = \det A + \det B", SHAPELESS),
    ("refuted", "AB = BA", SHAPELESS),
    ("undecided", "(AB)^\\top = B^\\top A^\\top", SHAPELESS),
    ("undecided", r"\operatorname{tr}(AB) = c", SHAPELESS | {"c": {}}),
    ("proved", r"\sum_i v_i^2 = \|v\|^2", SQUARE),
    ("refuted", r"\sum_i v_i^2 = v_1^2", SQUARE),
    ("proved", r"\operatorname{tr} A = \sum_i A_{ii}", SQUARE),
    ("proved", r"v^\top A v = \sum_{i, j} A_{ij} v_i v_j", SQUARE),
    ("refuted", r"v^\top A v = \sum_i A_{ii} v_i^2", SQUARE),
    ("undecided", r"\sum_i u_i^2 = u^\top u", {"u": {"kind": "vector"}}),
    ("proved", "MN \\ne NM", SHEARS),
    ("refuted", "MN \\ne MN", SHEARS),
    ("proved", r"M \ne 0", SHEARS),
    ("refuted", r"A v \ne v", SQUARE),
    ("proved", r"A^2 = I \Rightarrow A^{-1} = A", SQUARE),
    ("proved", r"A^\top A = I \Rightarrow A^{-1} = A^\top", SQUARE),
    ("undecided", r"A^2 = A \Rightarrow A^{-1} = A", SQUARE),
    ("proved", r"\sum_{k=0}^{n} k \binom{n}{k} p^k (1-p)^{n-k} = np", COUNTS | {"p": {}}),
    ("proved", r"\sum_{k=1}^{n} k \binom{n}{k} = n \cdot 2^{n-1}", COUNTS),
    ("refuted", r"\sum_{k=1}^{n} \binom{n}{k} = 2^n", COUNTS),
    ("proved", r"\nabla^2 f(1, 2) = \begin{pmatrix} 2 & 0 \\ 0 & 2 \end{pmatrix}", SLOPES),
    ("proved", r"\det \nabla^2 f = 4", SLOPES),
    ("refuted", r"\nabla^2 f = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}", SLOPES),
    ("proved", r"\nabla_v (Av)^\top v = (A + A^\top) v", SQUARE),
    ("refuted", r"\nabla_v (Av)^\top v = 2Av", SQUARE),
    ("proved", r"\sum_{k=1}^{\infty} \frac{1}{2^k} < \infty", {}),
    ("refuted", r"\sum_{k=1}^{\infty} \frac1k < \infty", {}),
    ("proved", r"-\infty < e^x < \infty", {"x": {}}),
    ("proved", r"\min_x (ax^2 + bx) = -\frac{b^2}{4a}", BOWL),
    ("proved", r"\arg\min_x ax^2 + bx + 1 = -\frac{b}{2a}", BOWL),
    ("refuted", r"\max_x (ax^2 + bx) = -\frac{b^2}{4a}", BOWL),
    ("proved", r"\arg\min_x (x - 1)^2 + x^2 = \frac12", {"x": {}}),
    ("proved", r"\min_x (x - 1)^2 + b = b", {"x": {}, "b": {}}),
    ("proved", r"A \cap B \subseteq A \subseteq A \cup B", SETS),
    ("refuted", r"A \cup B \subseteq A", SETS),
    ("proved", r"A \subseteq B \iff A \cap B = A", SETS),
    ("refuted", r"A \subseteq B \iff A \cap B = B", SETS),
    ("proved", r"A \subseteq B \subseteq C \Rightarrow A \subseteq C", SETS | {"C": {"kind": "set"}}),
    ("refuted", r"A \subseteq B \subseteq C \Rightarrow C \subseteq A", SETS | {"C": {"kind": "set"}}),
    ("proved", r"P(X \le 1, Y \le 2) = P(X \le 1) P(Y \le 2)", APART),
    ("refuted", r"P(X \le 1, Y \le 2) = P(X \le 1) + P(Y \le 2)", APART),
    ("definition", r"m_t := \beta m_{t-1} + (1 - \beta) g_t", {"m_t": {}, "g_t": {}, r"\beta": {}}),
    (
        "undecided",
        r"\frac{\partial L}{\partial W} = \delta \mathbf{x}^\top",
        LAYER | {r"\delta": {"kind": "vector", "shape": (2, 1)}},
    ),
    ("undecided", r"x \in A \cap B \iff x \in A", {"x": {}}),
    ("proved", r"A \subseteq B \land B \subseteq A \Rightarrow A = B", SETS),
    ("refuted", r"A \subseteq B \land A \subseteq A \Rightarrow A = B", SETS),
    ("proved", r"\{x \in \mathbb{R} : x^2 < 4\} = (-2, 2)", {}),
    ("refuted", r"\{x \in \mathbb{R} : x^2 < 4\} = (-2, 3)", {}),
    ("refuted", r"\{x \in \mathbb{Z} : x^2 < 4\} = (-2, 2)", {}),
    ("proved", r"\{x \in \mathbb{Z} \mid x^2 = 4\} = \{2, -2\}", {}),
    ("refuted", r"\{x \in \mathbb{Z} \mid 2x = 1\} = \{\frac12\}", {}),  # ½ is no whole number
    ("refuted", r"\{x > 0 \mid x^2 = 1\} = \{1, -1\}", {}),
]
ROWS += [
    (kind, tex, {"x": {}, "y(x)" if "y'" in tex else "y": {}})
    for kind, tex in [
        ("proved", r"x^2 + y^2 = 25 \Rightarrow \frac{dy}{dx} = -\frac{x}{y}"),
        ("refuted", r"x^2 + y^2 = 25 \Rightarrow \frac{dy}{dx} = -\frac{y}{x}"),
        ("proved", r"xy = 1 \Rightarrow y' = -\frac{y}{x}"),
        ("refuted", r"xy = 1 \Rightarrow y' = \frac{y}{x}"),
        ("proved", r"x^2 + y^2 = 25, x = 3, y = 4 \Rightarrow \frac{dy}{dx} = -\frac34"),
        ("refuted", r"x^2 + y^2 = 25, x = 3, y = 4 \Rightarrow \frac{dy}{dx} = \frac34"),
        (
            "undecided",
            r"x^3 = y^3 \Rightarrow \frac{dy}{dx} = 1",
        ),  # true, and (0, 0) with any slope is no reason against it
        ("undecided", r"(y - x)^2 = 0 \Rightarrow \frac{dy}{dx} = 5"),
    ]
]
FIELD = {"F(x, y)": {"is": "(x^2, y^2)"}, "x": {}, "y": {}}
SPACE = {r"\mathbf{u}": {"kind": "vector", "shape": (3, 1)}, r"\mathbf{v}": {"is": "(1, 2)"}}
SQUARE = {"A": {"kind": "matrix", "shape": (2, 2)}, "B": {"is": r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"}}
WHOLE = {"m": {"kind": "integer"}, "n": {"kind": "integer"}}
GROWTH = {"P(t)": {"is": r"\frac{K}{1 + e^{-rt}}"}, "r": {"kind": "positive"}, "K": {"kind": "positive"}, "t": {}}
CHANCES = {"X": {"kind": "random"}, "n": {"kind": "natural"}, "p": {}, r"\lambda": {}}
ROWS += [
    ("proved", r"\operatorname{div} F = 2x + 2y", FIELD),
    ("refuted", r"\operatorname{div} F = 5", FIELD),
    ("proved", r"\operatorname{div} F(1, 2) = 6", FIELD),
    ("proved", r"\operatorname{rot}(xy, yz, zx) = (-y, -z, -x)", {key: {} for key in "xyz"}),
    ("refuted", r"\operatorname{curl}(xy, yz, zx) = (y, z, x)", {key: {} for key in "xyz"}),
    ("undecided", r"\operatorname{span}\{(1, 0), (0, 1)\} = \mathbb{R}^3", {}),
    ("proved", "v_1 + v_2 = 3", SPACE),
    ("refuted", "v_1 + v_2 = 4", SPACE),
    ("refuted", "v_2 = 1", SPACE),
    ("proved", r"\sum_{i=1}^{2} v_i^2 = 5", SPACE),
    ("proved", r"\mathbf{u} \cdot \mathbf{u} = \sum_i u_i^2", SPACE),
    ("refuted", r"\mathbf{u} \cdot \mathbf{u} = \sum_i u_i", SPACE),
    ("proved", r"\det A = a_{11} a_{22} - a_{12} a_{21}", SQUARE),
    ("refuted", r"\det A = a_{11} a_{22} + a_{12} a_{21}", SQUARE),
    ("proved", "B_{11} + B_{22} = 5", SQUARE),
    ("refuted", "b_{12} = 3", SQUARE),
    ("proved", r"n \text{ is even} \implies n^2 \text{ is even}", WHOLE),
    ("refuted", r"n \text{ is odd} \implies n^2 \text{ is even}", WHOLE),
    ("proved", r"n(n + 1) \text{ is even}", WHOLE),
    ("refuted", r"n \text{ is even}", WHOLE),
    ("proved", r"m \text{ odd}, n \text{ odd} \Rightarrow mn \text{ odd}", WHOLE),
    ("refuted", r"n^2 \equiv 0 \text{ or } 2 \pmod 4", WHOLE),
    ("proved", r"\frac{dP}{dt} = rP\left(1 - \frac{P}{K}\right)", GROWTH),
    ("refuted", r"\frac{dP}{dt} = rP\left(1 + \frac{P}{K}\right)", GROWTH),
    ("proved", r"X \sim \operatorname{Bin}(n, p) \Rightarrow \mathbb{E}[X] = np", CHANCES),
    ("refuted", r"X \sim \operatorname{Bin}(n, p) \Rightarrow \operatorname{Var}(X) = np", CHANCES),
    ("proved", r"X \sim \operatorname{Exp}(\lambda) \Rightarrow \mathbb{E}[X] = \frac{1}{\lambda}", CHANCES),
    ("refuted", r"X \sim \operatorname{Exp}(\lambda) \Rightarrow \mathbb{E}[X] = \lambda", CHANCES),
    ("proved", r"n \in \mathbb{Z} \Rightarrow \cos(2\pi n) = 1", {"n": {}}),
    ("refuted", r"\cos(\pi n) = 1, \quad n \in \mathbb{Z}", {"n": {}}),
    ("proved", r"0.1\overline{6} = \frac16", {}),
    ("refuted", r"0.1\overline{6} = \frac15", {}),
    ("refuted", r"0.\overline{9} < 1", {}),
    ("proved", r"\sqrt{-4} = 2i", {}),
    ("refuted", r"\sqrt{-4} = -2i", {}),
    ("proved", r"[0, 1]^c = (-\infty, 0) \cup (1, \infty)", {}),
    ("refuted", r"[0, 1]^c = (-\infty, 0] \cup (1, \infty)", {}),
    ("proved", r"\therefore 2 + 2 = 4", {}),
    ("refuted", r"\therefore 2 + 2 = 5", {}),
    ("proved", r"f: x \mapsto x^2", {"f(x)": {"is": "x^2"}}),
    ("refuted", r"f: x \mapsto x^3", {"f(x)": {"is": "x^2"}}),
    ("notation", r"2 + 2 \overset{?}{=} 5", {}),
    ("proved", r"\arg\min_x (x - 1)^2 = \{1\}", {"x": {}}),
    ("refuted", r"\arg\min_x (x - 1)^2 = \{2\}", {"x": {}}),
    ("proved", r"\frac{\partial}{\partial u_1} \|\mathbf{u}\|^2 = 2u_1", SPACE),
    ("refuted", r"\frac{\partial}{\partial u_1} \|\mathbf{u}\|^2 = 0", SPACE),
    ("undecided", r"\frac{\partial}{\partial v_1} \|\mathbf{v}\|^2 = 0", SPACE),  # v has a value
    ("proved", r"\mathbf{u} \in \mathbb{R}^3", SPACE),
    ("refuted", r"\mathbf{u} \in \mathbb{R}^2", SPACE),
    (
        "proved",
        r"Q^\top Q = I \Rightarrow \|Q\mathbf{u}\| = \|\mathbf{u}\|",
        SPACE | {"Q": {"kind": "matrix", "shape": (3, 3)}},
    ),
    ("refuted", r"\|2\mathbf{u}\| = \|\mathbf{u}\|", SPACE),
    ("proved", r"\|(i, 1)\| = \|(1, i)\|", {}),
    ("refuted", r"xy = 1 \Rightarrow \frac{dy}{dy} = -\frac{y}{x}", {"x": {}, "y": {}}),
    ("notation", r"C \in \mathbb{R}^{m \times n}", WHOLE | {"C": {"kind": "matrix"}}),
    ("proved", r"(1, 2) \in \mathbb{R}^2", {}),
    (
        "proved",
        r"T = 2\pi\sqrt{\frac{L}{g}} \Rightarrow g = \frac{4\pi^2 L}{T^2}",
        {key: {"kind": "positive"} for key in "TLg"},
    ),
    (
        "refuted",
        r"T = 2\pi\sqrt{\frac{L}{g}} \Rightarrow g = \frac{2\pi L}{T^2}",
        {key: {"kind": "positive"} for key in "TLg"},
    ),
    ("proved", r"\int_0^\infty e^{-x} \, dx = \left[-e^{-x}\right]_0^\infty = 1", {"x": {}}),
    ("refuted", r"\int_0^\infty e^{-x} \, dx = \left[e^{-x}\right]_0^\infty", {"x": {}}),
    ("proved", r"\lfloor -2.5 \rfloor = -3", {}),
    ("refuted", r"\lceil \pi \rceil = 3", {}),
    (
        "proved",
        r"\left.\frac{\partial f}{\partial x}\right|_{(1, 2)} = 4",
        {"f(x, y)": {"is": "x^2 y"}, "x": {}, "y": {}},
    ),
    (
        "refuted",
        r"\left.\frac{\partial f}{\partial x}\right|_{(1, 2)} = 2",
        {"f(x, y)": {"is": "x^2 y"}, "x": {}, "y": {}},
    ),
    ("proved", r"x^2 + y^2 = 25 \Rightarrow \left.\frac{dy}{dx}\right|_{(3, 4)} = -\frac34", {"x": {}, "y": {}}),
    ("refuted", r"x^2 + y^2 = 25 \Rightarrow \left.\frac{dy}{dx}\right|_{(3, 4)} = \frac34", {"x": {}, "y": {}}),
    ("proved", r"x = \frac{5 \pm \sqrt{1}}{2} = \frac{5 \pm 1}{2}", {"x": {"domain": "x^2 - 5x + 6 = 0"}}),
    ("refuted", r"x = \frac{5 \pm \sqrt{1}}{2} = \frac{5 \pm 3}{2}", {"x": {"domain": "x^2 - 5x + 6 = 0"}}),
    ("definition", r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}", {"z": {}, "z_i": {}, "z_j": {}}),
    ("definition", r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_1} + e^{z_2}}", {"z": {"shape": (2, 1)}}),
    ("undecided", r"\operatorname{softmax}(z) = e^z", {"z": {"shape": (2, 1)}}),
    ("undecided", r"\operatorname{softmax}(z)_1 = e^{z_1}", {"z": {"shape": (2, 1)}}),
    ("undecided", r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_2} + e^{z_3}}", {"z": {"shape": (3, 1)}}),
    ("undecided", r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_i e^{z_i}}", {"z": {}, "z_i": {}}),
]
INDICES = r"\sum_{i=1}^{2} \sum_{j=1}^{2} a_{ij} x_i x_j"


def test_indices_side_by_side_name_one_entry():
    lets = {key: {} for key in ("a_{11}", "a_{12}", "a_{21}", "a_{22}", "x_1", "x_2")}
    entries = r"a_{11} x_1^2 + a_{12} x_1 x_2 + a_{21} x_1 x_2 + a_{22} x_2^2"
    assert verdict(f"{INDICES} = {entries}", lets).kind == "proved"
    assert verdict(f"{INDICES} = {entries.replace('a_{21}', 'a_{12}')}", lets).kind != "proved"


SLOW = {
    r"\forall \varepsilon > 0\; \exists \delta > 0 : |x - 2| < \delta \Rightarrow |3x - 5| < \varepsilon",
    r"\int_a^b f(g(x)) g'(x) \, dx = \int_{g(a)}^{g(b)} f(u) \, du",
    r"\int_a^b (f'(x) g(x) + f(x) g'(x)) \, dx = f(b) g(b) - f(a) g(a)",
}
"""Each takes seconds; of each kind others are tried here too."""


@pytest.mark.parametrize(("kind", "tex", "lets"), all_but(SLOW, ROWS))
def test_a_formula_has_this_verdict(kind, tex, lets):
    assert verdict(tex, lets).kind == kind


@pytest.mark.parametrize(
    ("tex", "lets"),
    [
        (r"g = \log 8 = 3", {"g": {}}),
        ("W(x) = x^2", {"V(x)": {"is": "x^3"}}),
        (r"\operatorname{eval}(x) = 1", {"x": {}}),
        (r"\operatorname{softmax}(x)_1 = 5", {"x": {}}),
        (r"3 \cdot 4 \bmod 5 = 2", {}),
        (r"-7 \bmod 3 = 2", {}),
        (r"7 + 5 \bmod 12 = 0", {}),
        (r"x \pmod 5", {"x": {}}),
        (r"x \overset{d}{+} x", {"x": {}}),
        (r"x \text{ of } 200", {"x": {}}),
        (r"\text{speed} = \text{speed} + 1", {}),
        (r"x = \text{speed} + 1", {"x": {}}),
    ],
)
def test_what_may_be_a_slip_or_mean_two_things_is_not_read(tex, lets):
    with pytest.raises(Faulty):
        read(Text.written(tex), read_model(source(lets)))


def test_a_function_that_is_defined_by_a_formula_is_known_from_then_on():
    model = read_model(source({"J(t)": {}}))
    model = defining(model, read(Text.written(r"J(t) = t^2"), model).tree)
    kinds = [decided(Task(read(Text.written(tex), model), model)).kind for tex in ("J(3) = 9", "J(t) = t^3")]
    assert kinds == ["proved", "refuted"]


def test_what_exists_is_shown():
    assert verdict(r"\exists n \in \mathbb{N} : n^2 = 49", {}).method == "there is one: n = 7"
    assert "for all" in verdict(r"\exists x \in \mathbb{R} : x^2 = -1", {}).reason


def test_an_undeclared_log_has_no_value_in_a_later_formula():
    model = read_model(source({"x": {}}))
    model = defining(model, read(Text.written(r"g = \log 8"), model).tree)
    found = decided(Task(read(Text.written(r"g = \ln 8"), model), model))
    assert found.kind == "undecided"
    assert "declare" in found.reason


VARIANCE = r"s^2 = \frac{1}{n - 1} \sum_{i=1}^{n} (x_i - m)^2"


def test_what_has_no_value_yet_is_defined_by_its_role_and_never_refuted():
    lets = {"s": {}, "n": {"kind": "natural"}, "x_i": {}, "m": {}}
    assert verdict(VARIANCE, lets, role="definition").kind == "definition"
    assert verdict(VARIANCE, lets).kind == "undecided"


def test_the_role_defines_nothing_that_has_a_value_or_is_a_derivative():
    lets = {"f(x)": {"is": "x^2"}, "x": {}}
    assert verdict("f(2) = 5", lets, role="definition").kind == "refuted"
    assert verdict("f_x = 3x", lets, role="definition").kind == "refuted"


def test_brackets_around_a_sum_that_speaks_of_the_function_are_a_factor():
    lets = {"y(t)": {"is": r"\frac{1}{1 + e^{-t}}"}}
    assert verdict("y' = y(1 - y)", lets).kind == verdict("y(0) = y(1 - 1)", lets).kind == "proved"
    assert verdict("y' = y(1 + y)", lets).kind == "refuted"


ROTATION = {"Q": {"kind": "matrix", "shape": (3, 3)}} | {key: {"kind": "vector", "shape": (3, 1)} for key in "uv"}


def test_an_orthogonal_matrix_keeps_products():
    assert verdict(r"Q^\top Q = I \Rightarrow (Qu) \cdot (Qv) = u \cdot v", ROTATION).kind == "proved"
    assert verdict(r"Q^\top Q = I \Rightarrow (Qu) \cdot (Qv) = u \cdot u", ROTATION).kind == "refuted"


SMALL = {"x": {"domain": r"-\frac12 \le x \le \frac12"}}
NEAR = [
    ("proved", r"\sin x \approx x - \frac{x^3}{6}", SMALL, "0.0003"),
    ("refuted", r"\sin x \approx x - \frac{x^3}{6}", SMALL, "0.0002"),
    ("refuted", r"\sin x \approx x + \frac{x^3}{6}", SMALL, "0.001"),
    ("proved", r"\sqrt{1+x} \approx 1 + \frac{x}{2}", {"x": {"domain": r"|x| \le 0.1"}}, "0.0014"),
    ("refuted", r"\sqrt{1+x} \approx 1 + \frac{x}{2}", {"x": {"domain": r"|x| \le 0.1"}}, "0.0013"),
]


@pytest.mark.parametrize(("kind", "tex", "lets", "tol"), NEAR)
def test_a_function_is_near_its_polynomial_on_an_interval(kind, tex, lets, tol):
    assert verdict(tex, lets, tol=Fraction(tol)).kind == kind


CUBES = {key: {"kind": "matrix", "shape": (3, 3)} for key in "ABCQ"} | {"v": {"kind": "vector", "shape": (3, 1)}}


@pytest.mark.parametrize(
    "tex",
    [
        r"AB = 0 \Rightarrow A = 0 \text{ or } B = 0",
        r"AB = AC \Rightarrow B = C",
        r"A^2 = I \Rightarrow A = I \text{ or } A = -I",
        r"A^\top = A,\ B^\top = B \Rightarrow (AB)^\top = AB",
        r"Av = \lambda v \Rightarrow A^2 v = 2 \lambda v",
    ],
)
def test_a_false_implication_of_matrices_is_refuted_by_small_ones(tex):
    assert verdict(tex, CUBES | {r"\lambda": {}}).method == "small matrices"
    assert verdict(tex, CUBES | {r"\lambda": {}}, role="mistake").kind == "mistake"


def test_a_place_for_matrices_obeys_what_is_declared():
    lets = {"A": {"kind": "matrix", "shape": (2, 2), "domain": r"A^\top = A"}, "v": {"kind": "vector", "shape": (2, 1)}}
    assert verdict(r"Av = 0 \Rightarrow v^\top A = 0", lets).kind != "refuted"
    assert verdict(r"Av = 0 \Rightarrow v = 0", lets).kind == "refuted"


def test_the_equation_that_a_best_value_obeys_contradicts_nothing():
    lets = {key: {} for key in ("s", "a", "s'", "a'", "r", r"\gamma", "Q(s,a)")}
    assert verdict(r"Q(s,a) = r + \gamma \max_{a'} Q(s',a')", lets, role="definition").kind == "definition"
    assert verdict(r"Q(s,a) = r + \gamma \max_{a'} Q(s',a')", lets, role="given").kind == "given"


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"\max J = 2", "proved"),
        (r"\max J(t) = 2", "proved"),
        (r"\max J = 3", "refuted"),
        (r"\max J = 2 - t^2", "refuted"),
        (r"\max J(t) = J(t)", "refuted"),
        (r"\max J = J(1)", "refuted"),
        (r"\max \{J(1), J(0)\} = 2", "proved"),
    ],
)
def test_the_largest_value_of_a_function_is_no_value_at_t(tex, kind):
    assert verdict(tex, {"J(t)": {"is": "2 - t^2"}, "t": {}}).kind == kind


@pytest.mark.parametrize(
    ("tex", "kind"),
    [(r"(I - A)^{-1} = I + A + A^2 + \cdots", "undecided"), (r"(I - A)^{-1} = I + 2A + A^2 + \cdots", "refuted")],
)
def test_whether_powers_of_a_matrix_have_a_sum_is_not_decided(tex, kind):
    assert verdict(tex, {"A": {"kind": "matrix", "shape": (2, 2)}}).kind == kind
