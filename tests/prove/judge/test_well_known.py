"""What is known by its name is not defined otherwise; beside each false formula stand true ones."""

import pytest

from tests.prove.test_what_courses_write import verdict

NAMES = {
    "n": {"kind": "natural"},
    "X": {"kind": "random"},
    "f(x)": {},
    "t": {},
    "S": {"is": r"\{1, 2, 3\}"},
    "C(t)": {},
    "A": {"kind": "matrix", "shape": (2, 2)},
    r"\mu": {},
    r"\sigma": {"kind": "positive"},
}
OTHERWISE = [
    r"H(X) = -\sum_x p(x)^2 \log p(x)",
    r"H(X) = -\sum_i p_i^2 \log p_i",
    r"H(X) = \sum_x p(x) \log p(x)",
    r"H(p) = -\sum_i p_i^2 \ln p_i",
    r"H(p, q) = -\sum_i q_i \ln p_i",
    r"D_{KL}(P\|Q) = \sum_x P(x) \log \frac{Q(x)}{P(x)}",
    r"D_{KL}(p\|q) = \int p(x) \ln\frac{q(x)}{p(x)}\,dx",
    r"H(X) = -\sum_x x \log p(x)",
    r"H(p, q) = -\sum_i p_i \ln p_i",
    r"\operatorname{Var}(X) = \int x^2 f(x)\,dx",
    r"\operatorname{Var}(X) = \int (x - \mu) f(x)\,dx",
    r"\operatorname{Var}(X) = \int x^2 f(x)\,dx + \mu^2",
    r"\text{RMSE} = \frac1n\sum_{i=1}^n (y_i - \hat y_i)^2",
    r"\hat\sigma^2 = \frac{1}{n-2}\sum_{i=1}^n (y_i - \bar y)^2",
    r"\mathbb E[X] = \int x^2 f(x)\,dx",
    r"\mathbb E[X] = \int f(x)\,dx",
    r"\mathbb E[X^2] = \int x f(x)\,dx",
    r"\text{MSE} = \sum_{i=1}^n (y_i - \hat y_i)^2",
    r"\operatorname{MSE} = \frac1n\sum_{i=1}^n |y_i - \hat y_i|",
    r"\text{MSE} = \frac1n\sum_{i=1}^{n-1} (y_i - \hat y_i)^2",
    r"\text{MAE} = \frac1n\sum_{i=1}^n (y_i - \hat y_i)^2",
    r"\bar y = \frac{1}{n-1}\sum_{i=1}^n y_i",
    r"\bar y = \frac1n\sum_{i=0}^n y_i",
    r"s^2 = \frac{1}{n}\sum_{i=1}^n (y_i + \bar y)^2",
    r"s^2 = \frac{1}{n-2}\sum_{i=1}^n (y_i - \bar y)^2",
    r"\operatorname{SE} = \frac{\sigma}{n}",
    r"z = \frac{x-\mu}{\sigma^2}",
    r"\varphi(x) = \frac{1}{2\pi} e^{-x^2/2}",
    r"\operatorname{odds} = \frac{1 - p}{p}",
    r"F_1 = \frac{PR}{P + R}",
    r"M_X(t) = \mathbb E[e^{-tX}]",
    r"M_X(t) = \mathbb E[e^X]",
    r"\operatorname{Var}(X) = \sum_{i=1}^n (x_i - \mu)^2",
    r"\operatorname{Var}(X) = \frac{1}{n+1}\sum_{i=1}^n (x_i - \mu)^2",
    r"s^2 = \sum_i (x_i - \bar x)^2",
    r"\mathcal{P}(S) = 8",
    r"\mathcal{P}(\{1, 2\}) = 4",
    r"\delta[n] = 1",
    r"\delta[n - 1] = 0",
    "N(A) = C(A)",
    "R(A) = C(A)",
    r"C(A) = N(A^\top)",
    r"\bar x = \sum_{i=1}^4 x_i",
    r"\bar x = \frac15 \sum_{i=1}^4 x_i",
    r"\bar x = \sum_{i=1}^n \frac{x_i}{n - 1}",
    r"\text{RMSE} = \sqrt{\sum_i (y_i - \hat y_i)^2}",
    r"s^2 = \sum_{i=1}^5 \frac{(x_i - \bar x)^2}{7}",
    r"H(X) = -\sum_x p(x) (3 \log_2 p(x) - 2 \ln p(x))",
    r"D_{KL}(P \| Q) = \sum_x P(x) (\log_2 P(x) - \ln Q(x))",
]
KNOWN = [
    r"H(X) = -\sum_x p(x) \log p(x)",
    r"H(X) = -\sum_{i=1}^n p_i \log_2 p_i",
    r"H(X) = \sum_x p(x) \log\frac{1}{p(x)}",
    r"H(p) = -p\log_2 p - (1-p)\log_2(1-p)",
    r"H(p, q) = -\sum_i p_i \ln q_i",
    r"D_{KL}(P\|Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}",
    r"D_{KL}(P\|Q) = \sum_x P(x)(\ln P(x) - \ln Q(x))",
    r"H(X) = -\frac{1}{\ln 2}\sum_x p(x) \ln p(x)",
    r"\operatorname{Var}(X) = \int (x - \mu)^2 f(x)\,dx",
    r"\operatorname{Var}(X) = \int x^2 f(x)\,dx - \mu^2",
    r"\operatorname{Var}(X) = \sum_x (x - \mathbb E[X])^2 p(x)",
    r"\text{RMSE} = \sqrt{\frac1n\sum_{i=1}^n (y_i - \hat y_i)^2}",
    r"\hat\sigma^2 = \frac{1}{n-2}\sum_{i=1}^n (y_i - \hat y_i)^2",
    r"\mathbb E[X] = \int x f(x)\,dx",
    r"\mathbb E[X^2] = \int_{-\infty}^\infty x^2 f(x)\,dx",
    r"\text{MSE} = \frac1n\sum_{i=1}^n (y_i - \hat y_i)^2",
    r"\text{MSE} = \frac1n\sum_{i=0}^{n-1} (y_i - \hat y_i)^2",
    r"\text{MSE} = \frac1n\sum_{i=1}^n (y_i - w x_i - b)^2",
    r"\text{MAE} = \frac1n\sum_{i=1}^n |y_i - \hat y_i|",
    r"\bar y = \frac{1}{n}\sum_{i=1}^n y_i",
    r"s^2 = \frac{1}{n-1}\sum_{i=1}^n (y_i - \bar y)^2",
    r"\hat\sigma^2 = \frac{1}{n}\sum_{i=1}^n (y_i - \bar y)^2",
    r"\operatorname{SE} = \frac{\sigma}{\sqrt n}",
    r"z = \frac{x-\mu}{\sigma}",
    r"z = wx + b",
    r"\varphi(x) = \frac{1}{\sqrt{2\pi}} e^{-x^2/2}",
    r"\varphi(x) = e^{-x^2/2}",
    r"\text{odds} = \frac{p}{1 - p}",
    r"F_1 = \frac{2PR}{P + R}",
    r"F_1 = ma",
    r"M_X(t) = \mathbb E[e^{tX}]",
    r"\operatorname{Var}(X) = \frac{1}{n}\sum_{i=1}^n (x_i - \mu)^2",
    r"\operatorname{Var}(X) = \sum_i p_i (x_i - \mu)^2",
    r"\mathcal{P}(S) = 2^S",
    r"\delta[n] = \begin{cases} 1 & n = 0 \\ 0 & n \ne 0 \end{cases}",
    "y[n] = 1",
    r"\bar x = \sum_{i=1}^4 \frac14 x_i",
    r"\bar x = \frac14 \sum_{i=1}^4 x_i",
    r"\bar x = \sum_{i=1}^n \frac{x_i}{n}",
    r"\bar x = \sum_i \frac{x_i}{4}",
    r"\operatorname{Var}(X) = \sum_{k=1}^6 \frac{(k - \mu)^2}{6}",
    r"s^2 = \sum_{i=1}^5 \frac{(x_i - \bar x)^2}{4}",
    r"D_{KL}(P \| Q) = \sum_x P(x) (\log_2 P(x) - \log_2 Q(x))",
    r"R(A) = C(A^\top)",
    r"N(A) = \ker(A)",
    "N(t) = C(t)",
]


def told(tex):
    spoken = {"X": "X", "f(x)": "f(x)", "t": "t", "C(t)": "C(t", "A": "(A", "S": "(S"}
    return verdict(tex, {key: one for key, one in NAMES.items() if spoken.get(key, "") in tex})


@pytest.mark.parametrize("tex", OTHERWISE)
def test_what_is_known_is_not_defined_otherwise(tex):
    assert not told(tex).holds


@pytest.mark.parametrize("tex", KNOWN)
def test_what_is_known_may_be_written_down(tex):
    assert told(tex).holds
