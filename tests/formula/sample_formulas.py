"""Formulas of every kind, the model that each is read with, and the words in which it is spoken.

The first part is the course's formula corpus, the second shows what the corpus does not.
"""

from sample_models import model

from mathora.formula import Node, read
from mathora.lesson import Text

SPOKEN = [
    (
        "loss",
        r"\frac{\partial L}{\partial w_1} = 2w_1",
        "the partial derivative of L with respect to w one equals two w one",
    ),
    ("loss", r"\nabla L = (2w_1,\; 6w_2)", "the gradient of L equals the vector two w one, six w two"),
    ("loss", r"\nabla L(1,1) = (2, 6)", "the gradient of L at one, one equals the vector two, six"),
    (
        "volume",
        r"V'(x) = (6-2x)^2 - 4x(6-2x)",
        (
            "V prime of x equals open paren six minus two x close paren squared minus four x times open paren six "
            "minus two x close paren"
        ),
    ),
    ("volume", r"V(0.35) \approx 9.8", "V of zero point three five is approximately equal to nine point eight"),
    ("loss", r"\nabla L \cdot t = 0", "the gradient of L dot t equals zero"),
    (
        "loss",
        r"\nabla L = \left(\frac{\partial L}{\partial w_1}, \frac{\partial L}{\partial w_2}, \dots\right)",
        (
            "the gradient of L equals the vector with components the partial derivative of L with respect to w "
            "one, the partial derivative of L with respect to w two, and so on"
        ),
    ),
    ("loss", r"w \leftarrow w - \eta \nabla L", "w becomes w minus eta times the gradient of L"),
    ("loss", r"L = w_1^2 + 3w_2^2", "L equals w one squared plus three w two squared"),
    ("letters", r"V(x) := x(6-2x)^2", "V of x is defined as x times open paren six minus two x close paren squared"),
    ("calculus", r"\frac{d}{dx} x^2 = 2x", "the derivative with respect to x of x squared equals two x"),
    (
        "calculus",
        r"\frac{d}{dx}\left(x^3 - 3x\right) = 3x^2 - 3",
        (
            "the derivative with respect to x of open paren x cubed minus three x close paren equals three x "
            "squared minus three"
        ),
    ),
    (
        "calculus",
        r"\frac{d}{dx}\sin(x^2) = 2x\cos(x^2)",
        "the derivative with respect to x of sine of x squared equals two x times cosine of x squared",
    ),
    (
        "calculus",
        r"\frac{d}{dx} x^2 + 3 = 2x + 3",
        "the derivative with respect to x of x squared, end derivative, plus three equals two x plus three",
    ),
    ("parabola", r"\frac{dy}{dx} = 2x", "the derivative of y with respect to x equals two x"),
    ("cubic", r"f'(x) = 3x^2", "f prime of x equals three x squared"),
    ("cubic", r"f''(x) = 6x", "f double prime of x equals six x"),
    ("cubic", r"\frac{d^2 f}{dx^2} = 6x", "the second derivative of f with respect to x equals six x"),
    (
        "loss",
        r"\frac{\partial^2 L}{\partial w_1 \partial w_2} = 0",
        "the second partial derivative of L with respect to w one and w two equals zero",
    ),
    (
        "loss",
        r"\frac{\partial L}{\partial w_2} = 3w_2",
        "the partial derivative of L with respect to w two equals three w two",
    ),
    (
        "loss",
        (
            r"\frac{dL}{dt} = \frac{\partial L}{\partial w_1}\frac{dw_1}{dt} + "
            r"\frac{\partial L}{\partial w_2}\frac{dw_2}{dt}"
        ),
        (
            "the derivative of L with respect to t equals the partial derivative of L with respect to w one times "
            "the derivative of w one with respect to t plus the partial derivative of L with respect to w two "
            "times the derivative of w two with respect to t"
        ),
    ),
    (
        "cubic",
        r"\lim_{h \to 0} \frac{f(x+h) - f(x)}{h} = f'(x)",
        (
            "the limit as h goes to zero of the fraction with numerator f of open paren x plus h close paren "
            "minus f of x, and denominator h equals f prime of x"
        ),
    ),
    (
        "letters",
        r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
        "the limit as x goes to zero of the fraction with numerator sine of x, and denominator x equals one",
    ),
    (
        "letters",
        r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
        "the limit as n goes to infinity of open paren one plus one over n close paren to the n equals e",
    ),
    (
        "letters",
        r"\lim_{x \to 0^+} \frac{1}{x} = \infty",
        "the limit as x goes to zero from above of one over x equals infinity",
    ),
    ("letters", r"\int_0^1 x^2 \, dx = \frac{1}{3}", "the integral from zero to one of x squared d x equals one third"),
    (
        "letters",
        r"\int_{-\infty}^{\infty} e^{-x^2}\, dx = \sqrt{\pi}",
        ("the integral from minus infinity to infinity of e to the minus x squared d x equals the square root of pi"),
    ),
    (
        "calculus",
        r"\int \frac{dx}{x} = \ln|x| + C",
        ("the integral of d x over x equals natural log of open paren the absolute value of x close paren plus C"),
    ),
    (
        "letters",
        r"\left[ \frac{x^3}{3} \right]_0^1 = \frac13",
        "open paren x cubed over three close paren, evaluated from zero to one equals one third",
    ),
    ("letters", r"\sum_{i=1}^{3} i + 1 = 7", "the sum from i equals one to three of i, end sum, plus one equals seven"),
    (
        "letters",
        r"\sum_{k=0}^{\infty} r^k = \frac{1}{1-r}",
        (
            "the sum from k equals zero to infinity of r to the k equals the fraction with numerator one, and "
            "denominator one minus r"
        ),
    ),
    (
        "letters",
        r"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}",
        "the sum from n equals one to infinity of one over n squared equals pi squared over six",
    ),
    ("letters", r"\sum_{n=1}^{\infty} \frac1n = 2", "the sum from n equals one to infinity of one over n equals two"),
    ("letters", r"\prod_{k=1}^{n} k = n!", "the product from k equals one to n of k equals n factorial"),
    (
        "letters",
        r"\frac{\partial}{\partial b} \sum_{i=1}^{2} (y_i - b)^2 = -2(y_1 + y_2) + 4b",
        (
            "the partial derivative with respect to b of the sum from i equals one to two of open paren y sub i "
            "minus b close paren squared equals minus two times open paren y one plus y two close paren plus four "
            "b"
        ),
    ),
    ("letters", r"\sin^2\theta + \cos^2\theta = 1", "sine squared of theta plus cosine squared of theta equals one"),
    (
        "calculus",
        r"\frac{d}{dx}\sin x^2 = 2x\cos x^2",
        "the derivative with respect to x of sine of x squared equals two x times cosine of x squared",
    ),
    ("letters", r"\ln(ab) = \ln a + \ln b", "natural log of a b equals natural log of a plus natural log of b"),
    ("letters", r"\sqrt{x^2} = |x|", "the square root of x squared equals the absolute value of x"),
    ("letters", r"\sqrt{x^2} = x", "the square root of x squared equals x"),
    (
        "letters",
        r"|ab| = |a||b|",
        "the absolute value of a b equals the absolute value of a times the absolute value of b",
    ),
    (
        "letters",
        r"a^2 - b^2 = (a-b)(a+b)",
        ("a squared minus b squared equals open paren a minus b close paren times open paren a plus b close paren"),
    ),
    (
        "letters",
        r"\frac{x^2-1}{x-1} = x+1",
        "the fraction with numerator x squared minus one, and denominator x minus one equals x plus one",
    ),
    (
        "letters",
        r"\binom{n}{2} = \frac{n(n-1)}{2}",
        (
            "n choose two equals the fraction with numerator n times open paren n minus one close paren, and "
            "denominator two"
        ),
    ),
    ("letters", r"x(x+1) = x^2 + x", "x times open paren x plus one close paren equals x squared plus x"),
    ("letters", r"n! = n \cdot (n-1)!", "n factorial equals n times open paren n minus one close paren factorial"),
    ("letters", r"e^{2x} = (e^x)^2", "e to the power of two x equals open paren e to the x close paren squared"),
    ("letters", r"\tan\frac{\pi}{4} = 1", "tangent of open paren pi over four close paren equals one"),
    ("letters", r"\cos^{-1}(0) = \frac{\pi}{2}", "inverse cosine of zero equals pi over two"),
    ("letters", r"\arctan(\tan x) = x", "arc tangent of open paren tangent of x close paren equals x"),
    ("letters", r"ab = ba", "a b equals b a"),
    ("letters", r"2bde = 2d \cdot be", "two b d e equals two d times b e"),
    (
        "indices",
        r"\alpha_{ij}\beta_k = \beta_k\alpha_{ij}",
        "alpha sub i j end sub beta sub k equals beta sub k alpha sub i j end sub",
    ),
    ("letters", r"3 \cdot 1{,}000 = 3{,}000", "three times one thousand equals three thousand"),
    ("letters", r"\frac{1}{0} = \infty", "one over zero equals infinity"),
    ("letters", r"\pi \approx 3.14", "pi is approximately equal to three point one four"),
    ("letters", r"\pi \approx 3.15", "pi is approximately equal to three point one five"),
    ("letters", r"\pi = 3.14", "pi equals three point one four"),
    ("letters", r"\sqrt{2} \approx 1.414", "the square root of two is approximately equal to one point four one four"),
    ("letters", r"c \approx 3 \times 10^8", "c is approximately equal to three times ten to the eight"),
    (
        "letters",
        r"1 - \frac{1}{e} \approx 63.2\%",
        "one minus one over e is approximately equal to sixty-three point two percent",
    ),
    (
        "letters",
        r"\left(1+\frac{1}{1000}\right)^{1000} \approx 2.718",
        (
            "open paren one plus one thousandth close paren to the one thousand is approximately equal to two "
            "point seven one eight"
        ),
    ),
    ("letters", r"\pi \approx \frac{22}{7}", "pi is approximately equal to twenty-two sevenths"),
    (
        "letters",
        r"-1 \le \sin x \le 1",
        "minus one is less than or equal to sine of x, which is less than or equal to one",
    ),
    ("letters", r"0 < x < 3", "zero is less than x, which is less than three"),
    (
        "letters",
        r"(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1",
        (
            "open paren x plus one close paren squared equals x squared plus two x plus one equals x times open "
            "paren x plus two close paren plus one"
        ),
    ),
    (
        "letters",
        r"2(x+3) = 2x + 6 = 2x + 5",
        "two times open paren x plus three close paren equals two x plus six equals two x plus five",
    ),
    (
        "volume",
        r"\begin{aligned} V'(x) &= (6-2x)^2 - 4x(6-2x) \\ &= (6-2x)(6-6x) \\ &= 12(3-x)(1-x) \end{aligned}",
        (
            "V prime of x equals open paren six minus two x close paren squared minus four x times open paren six "
            "minus two x close paren, equals open paren six minus two x close paren times open paren six minus "
            "six x close paren, equals twelve times open paren three minus x close paren times open paren one "
            "minus x close paren"
        ),
    ),
    ("letters", r"2x = 6 \Rightarrow x = 3", "two x equals six, implies x equals three"),
    (
        "letters",
        r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
        (
            "x equals the fraction with numerator minus b plus or minus the square root of b squared minus four a "
            "c, end root, and denominator two a"
        ),
    ),
    ("letters", r"x \in [0, 3]", "x is in the closed interval from zero to three"),
    ("letters", r"f \colon \mathbb{R} \to \mathbb{R}", "f maps the real numbers to the real numbers"),
    ("volume", r"\max_{0 \le x \le 3} V(x) = 16", "the maximum over x from zero to three of V of x equals sixteen"),
    ("sets", r"(AB)^T = B^T A^T", "open paren A B close paren transpose equals B transpose times A transpose"),
    (
        "letters",
        r"H = \begin{bmatrix} 2 & 0 \\ 0 & 6 \end{bmatrix}",
        "H equals the two by two matrix with first row two, zero, next row zero, six",
    ),
    (
        "letters",
        r"\begin{array}{c|c} 2 & 0 \\ 0 & 6 \end{array}",
        "the two by two augmented matrix with first row two, zero, next row zero, six",
    ),
    (
        "errors",
        r"\text{MSE} = \frac{1}{n}\sum_{i=1}^{n}(y_i - \hat{y}_i)^2",
        (
            "MSE equals one over n times the sum from i equals one to n of open paren y sub i minus y hat sub i "
            "close paren squared"
        ),
    ),
    ("relu", r"\operatorname{ReLU}(x) = \max(0, x)", "ReLU of x equals the maximum of zero and x"),
    (
        "descent",
        r"w_{\text{new}} = w_{\text{old}} - \eta \cdot \nabla L(w_{\text{old}})",
        "w new equals w old minus eta times the gradient of L at w old",
    ),
    ("letters", r"\hat{y} = wx + b", "y hat equals w x plus b"),
    (
        "differences",
        r"\frac{\Delta y}{\Delta x} = \frac{f(x+\Delta x) - f(x)}{\Delta x}",
        (
            "delta y over delta x equals the fraction with numerator f of open paren x plus delta x close paren "
            "minus f of x, and denominator delta x"
        ),
    ),
    (
        "letters",
        r"\cos x = 1 - \frac{x^2}{2} + \dots",
        "cosine of x equals one minus x squared over two plus and so on",
    ),
    ("letters", r"9^{9^{9}} > 1", "nine to the nine to the nine is greater than one"),
    ("letters", r'\text{__import__("os").system("true")} = 1', "import os system true equals one"),
    (
        "loss",
        r"\left.\frac{\partial L}{\partial w_1}\right|_{w_1 = 1} = 2",
        "the partial derivative of L with respect to w one, evaluated at w one equals one, equals two",
    ),
    ("loss", r"\nabla L(1, 1) \cdot t = 0", "the gradient of L at one, one, end point, dot t equals zero"),
    ("loss", r"-\nabla L", "minus the gradient of L"),
    (
        "loss",
        r"\frac{\partial L}{\partial w_1}(1, 1) = 2",
        "the partial derivative of L with respect to w one at one, one equals two",
    ),
    ("loss", r"\|\nabla L\|_2", "the two norm of the gradient of L"),
    (
        "letters",
        r"|x| = \begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}",
        "the absolute value of x equals x if x is greater than or equal to zero, minus x otherwise",
    ),
    ("letters", r"\sqrt{x^2 + 1} + 1", "the square root of x squared plus one, end root, plus one"),
    ("letters", r"(\sqrt{x})^2 = x", "open paren the square root of x close paren squared equals x"),
    ("letters", r"\sqrt{x}^2", "the square root of x end root squared"),
    ("letters", r"\sqrt[3]{x}", "the cube root of x"),
    ("letters", r"\frac{a}{b} + c", "a over b plus c"),
    (
        "letters",
        r"\frac{a}{b + c} + d",
        "the fraction with numerator a, and denominator b plus c, end fraction, plus d",
    ),
    ("letters", r"\frac{a + b}{c}", "the fraction with numerator a plus b, and denominator c"),
    ("letters", r"a^{n+1} b", "a to the power of n plus one, end exponent, times b"),
    ("letters", r"a^{n+1}", "a to the power of n plus one"),
    ("letters", r"a^{-1}", "a to the minus one"),
    ("letters", r"\sin 2x + 1", "sine of two x plus one"),
    ("letters", r"x = 1 \text{ or } x = 2", "x equals one or x equals two"),
    (
        "letters",
        r"\forall x \in \mathbb{R} : x^2 \ge 0",
        "for all x in the real numbers, x squared is greater than or equal to zero",
    ),
    (
        "letters",
        r"\{x \in \mathbb{R} \mid x > 0\}",
        "the set of all x in the real numbers such that x is greater than zero",
    ),
    ("letters", r"\lfloor x \rfloor + 1", "the floor of x plus one"),
    ("letters", r"90^\circ", "ninety degrees"),
    ("letters", r"x = 9.8\,\text{m}/\text{s}^2", "x equals nine point eight metres per second squared"),
    ("letters", r"\log_2 8 = 3", "log base two of eight equals three"),
    (
        "letters",
        r"\int_0^1 (x + 1)\,dx + 1",
        "the integral from zero to one of open paren x plus one close paren d x plus one",
    ),
    ("letters", r"\prod_{k=1}^{n} a k", "the product from k equals one to n of a k"),
    (
        "letters",
        r"\lim_{x \to 0^-} \frac{1}{x} = -\infty",
        "the limit as x goes to zero from below of one over x equals minus infinity",
    ),
    ("letters", r"a \le b = c", "a is less than or equal to b equals c"),
    ("letters", r"x \in (0, 3]", "x is in the interval from zero, excluded, to three, included"),
    ("letters", r"\frac{3}{4} x", "three quarters x"),
    ("letters", r"\dfrac{1}{2} + \tfrac{a}{b} + a/b", "one half plus a over b plus a over b"),
    ("letters", r"\max_{0 \le x \le 3} x + 1", "the maximum over x from zero to three of x, end maximum, plus one"),
    ("letters", r"\operatorname*{arg\,min}_x x^2", "the x that minimizes x squared"),
    ("letters", r"\left(1 + \frac{1}{n}\right)^n", "open paren one plus one over n close paren to the n"),
    ("vectors", r"\mathbf{u} \cdot \mathbf{v} = 0", "u dot v equals zero"),
    ("vectors", r"\langle \mathbf{u}, \mathbf{v} \rangle = 0", "the inner product of u and v equals zero"),
    (
        "vectors",
        r"\langle A\mathbf{u}, \mathbf{v} \rangle^2",
        "the inner product of open paren A u close paren and v end inner product squared",
    ),
    ("letters", r"\Gamma(n) = 1", "the gamma function of n equals one"),
    ("vectors", r"\vec{a} \times \vec{b}", "vector a cross vector b"),
    ("vectors", r"\|\mathbf{v}\| = 1", "the norm of v equals one"),
    (
        "vectors",
        r"\det A = \begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}",
        (
            "the determinant of A equals the determinant of the two by two matrix with first row one, two, next "
            "row three, four"
        ),
    ),
    ("vectors", r"\begin{pmatrix} 1 \\ 2 \end{pmatrix}", "the column vector one, two"),
    ("vectors", r"A^{-1}", "A to the minus one"),
    ("vectors", r"\|\mathbf{v}\|_2 + 1", "the two norm of v plus one"),
    ("cubic", r"f'(x)^2", "open paren f prime of x close paren squared"),
    ("loss", r"\partial_{w_1} L = 2w_1", "the partial derivative of L with respect to w one equals two w one"),
    (
        "loss",
        r"\partial_{w_1 w_2} L + \partial_{w_1}^2 \partial_{w_2} L",
        (
            "the second partial derivative of L with respect to w one and w two plus the third partial derivative of "
            "L with respect to w one twice and w two"
        ),
    ),
    ("calculus", r"\partial_x x^2", "the partial derivative with respect to x of x squared"),
    ("cubic", r"f^{(4)}(x)", "the fourth derivative of f of x"),
    (
        "cubic",
        r"\frac{d^2}{dx^2} f(x) + 1",
        "the second derivative with respect to x of f of x, end derivative, plus one",
    ),
    ("cubic", r"f(x)^2", "open paren f of x close paren squared"),
    ("cubic", r"f(x+1) + f(x)", "f of open paren x plus one close paren plus f of x"),
    ("cubic", r"\int \frac{dx}{x}", "the integral of d x over x"),
    ("cubic", r"\boxed{x = 3}", "x equals three"),
    ("cubic", r"f(x) = x^3 \text{ for } x > 0", "f of x equals x cubed for x is greater than zero"),
    ("letters", r"\underbrace{a + b}_{c}", "a plus b, which is c"),
    ("letters", r"x^* = a", "x star equals a"),
    ("letters", r"\bar{x} = \frac{a + b}{2}", "x bar equals the fraction with numerator a plus b, and denominator two"),
    ("letters", r"\mathbb{E}[X]", "the expectation of X"),
    ("letters", r"n!! + 1", "n double factorial plus one"),
    ("sets", r"A \cup B", "A union B"),
    ("letters", r"a \mid b", "a divides b"),
    ("letters", r"\{1, 2, 3\}", "the set of one, two, three"),
    ("letters", r"\cancel{x} + a", "crossed out x plus a"),
    ("letters", r"\overbrace{a + b}^{n} + 1", "a plus b, which is n, plus one"),
    ("cubic", r"f^{(n)}(x)", "the derivative of order n of f of x"),
    ("letters", r"\lnot (x = 1)", "not open paren x equals one close paren"),
    ("loss", r"D_{t} L", "the directional derivative along t of L"),
    ("letters", r"f \colon [0, 1] \to \mathbb{R}", "f maps the closed interval from zero to one to the real numbers"),
    ("loss", r"\nabla \cdot t", "the divergence of t"),
    ("vectors", r"\nabla \times \mathbf{u}", "the curl of u"),
    ("loss", r"\nabla_w L", "the gradient of L with respect to w"),
    ("calculus", r"\dot{x} = x", "x dot equals x"),
    ("letters", r"\lceil x \rceil", "the ceiling of x"),
    ("letters", r"\exists x : x > 0", "there exists x such that x is greater than zero"),
    ("letters", r"x = 1, y_1 = 2", "x equals one, y one equals two"),
    ("letters", r"a \div b", "a over b"),
    ("letters", r"a \pm b \mp c", "a plus or minus b minus or plus c"),
    ("letters", r"\{\}", "the empty set"),
    ("sets", r"A \setminus B \subseteq \emptyset", "A without B is a subset of the empty set"),
    ("letters", r"\sup_{x > 0} x", "the supremum, where x is greater than zero, of x"),
    ("letters", r"[a, b)", "the interval from a, included, to b, excluded"),
    ("matrices", r"A^{\top} B", "A transpose times B"),
    ("matrices", r"\operatorname{tr} A", "the trace of A"),
    ("letters", r"\begin{aligned} x &= 1 \\ a &= 2 \end{aligned}", "x equals one, a equals two"),
    ("letters", r"|x|^2", "the absolute value of x end absolute value squared"),
    ("cubic", r"(f \circ f)(x)", "open paren f composed with f close paren of x"),
    ("parabola", r"y''", "y double prime"),
    ("letters", r"e^{i\pi} = -1", "e to the power of i pi equals minus one"),
    ("letters", r"\mathrm{e}^x", "e to the x"),
    ("letters", r"\operatorname{Var}(X)", "the variance of X"),
    ("letters", r"x = \answer", "x equals blank"),
    ("letters", r"a = 2 \quad \text{divide by } 2", "a equals two, divide by two"),
    (
        "letters",
        r"\begin{aligned} 2a &= 4 \quad \text{halve} \\ a &= 2 \end{aligned}",
        "two a equals four, halve, a equals two",
    ),
    ("letters", r"x \text{ is even}", "x is even"),
    ("letters", r"\cos x = 1 - \cdots", "cosine of x equals one minus and so on"),
    (
        "chance",
        r"P(A \mid B) = \frac{P(A \cap B)}{P(B)}",
        "P of A given B equals the fraction with numerator P of A intersection B, and denominator P of B",
    ),
    ("chance", r"P(A | B) P(B)", "P of A given B times P of B"),
    ("chance", r"P(A^c) = 1 - P(A)", "P of open paren A complement close paren equals one minus P of A"),
    ("chance", r"P(X = k \mid A, B)", "P of X equals k given A, B"),
    ("chance", r"P(D \mid +)", "P of D given plus"),
    ("chance", r"\Pr(X \ge 3)", "the probability of X is greater than or equal to three"),
    ("chance", r"p(x; \theta)", "p of x with theta"),
    ("chance", r"p(x \| \theta)", "p of x relative to theta"),
    ("chance", r"E[X]", "E of X"),
    ("chance", r"\mathbb{E}[X \mid Y]", "the expectation of X given Y"),
    ("letters", r"15\% \text{ of } 200 = 30", "fifteen percent of two hundred equals thirty"),
    ("letters", r"a = b \quad (n \ne -1)", "a equals b if open paren n is not equal to minus one close paren"),
    ("letters", r"a = x, \quad x > 0", "a equals x for x is greater than zero"),
    ("letters", r"3^4 \equiv 4 \pmod 7", "three to the four is identical to four, modulo seven"),
    ("letters", r"17 \bmod 5 = 2", "seventeen modulo five equals two"),
    (
        "letters",
        r"\forall x > 0 \; \exists y \in \mathbb{R} : y > x",
        "for all x is greater than zero, there exists y in the real numbers such that y is greater than x",
    ),
    ("letters", r"\overline{ab}", "open paren a b close paren bar"),
    ("matrices", r"(AB)_{12}", "open paren A B close paren twelve"),
    ("matrices", r"A^{-\top} = A^{-T}", "A inverse transpose equals A inverse transpose"),
    (
        "letters",
        r"\min_{x} x^2 \quad \text{s.t.} \quad x = 1",
        "the minimum over x of x squared subject to x equals one",
    ),
    ("letters", r"D_{KL}(p \| q) := 0", "D sub K L end sub of p relative to q is defined as zero"),
    ("letters", r"x \xrightarrow{d} a", "x goes to, with the note d, a"),
    ("letters", r"x \overset{\text{iid}}{\sim} a", "x is distributed as, with the note iid, a"),
]

FORMULAS = [(name, tex) for name, tex, _ in SPOKEN]


def tree(name: str, tex: str) -> Node:
    """The formula's tree, read with the model of that name."""
    return read(Text.written(tex), model(name), placeholder=True).tree
