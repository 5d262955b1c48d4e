"""Random-effects pooling."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.evidence.pooling import Effect, pool, student_t_quantile

# NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2: one-sided 0.95 and 0.975.
NIST_T = [
    (0.95, 1, 6.314), (0.95, 2, 2.920), (0.95, 4, 2.132), (0.95, 7, 1.895), (0.95, 12, 1.782),
    (0.95, 30, 1.697), (0.975, 3, 3.182), (0.975, 10, 2.228), (0.975, 60, 2.000),
]  # fmt: skip
EFFECTS = st.lists(
    st.builds(Effect, st.floats(0.1, 100), st.floats(0.05, 1)), min_size=3, max_size=12
)


@pytest.mark.parametrize(("probability", "degrees", "published"), NIST_T)
def test_student_t_quantile_matches_nist_table(probability, degrees, published):
    assert student_t_quantile(probability, degrees) == pytest.approx(published, abs=6e-4)


def test_student_t_quantile_outside_its_range_is_refused():
    for probability, degrees in ((0.4, 5), (1.0, 5), (0.9, 0)):
        with pytest.raises(ValueError, match="no quantile"):
            student_t_quantile(probability, degrees)


def test_pool_identical_effects_returns_that_effect_without_spread():
    pooled = pool([Effect(5.0, 0.2)] * 4)
    assert pooled.mean == pytest.approx(5)
    assert pooled.mean_interval == pytest.approx((5, 5))
    assert (pooled.between_studies, pooled.inconsistency) == (0, 0)


def test_pool_weights_precise_studies_more():
    pooled = pool([Effect(1.0, 0.01), Effect(1.0, 0.01), Effect(10.0, 5.0)])
    assert pooled.mean == pytest.approx(1, abs=0.01)


def test_pool_paule_mandel_solves_its_own_equation():
    """At the variance found, Q equals its degrees of freedom (Paule and Mandel 1982)."""
    effects = [Effect(size, 0.2) for size in (2.0, 5.0, 9.0, 30.0)]
    tau2 = pool(effects).between_studies ** 2
    logs = [math.log(effect.size) for effect in effects]
    mean = sum(logs) / 4
    assert sum((log - mean) ** 2 for log in logs) / (0.04 + tau2) == pytest.approx(3)


@given(EFFECTS, st.floats(0.01, 100))
def test_pool_scales_with_the_unit(effects, factor):
    scaled = pool([Effect(each.size * factor, each.standard_error) for each in effects])
    plain = pool(effects)
    assert scaled.mean == pytest.approx(plain.mean * factor)
    assert scaled.next_study[1] == pytest.approx(plain.next_study[1] * factor, rel=1e-6)


@given(EFFECTS)
def test_pool_next_study_interval_contains_interval_of_the_mean(effects):
    pooled = pool(effects)
    assert pooled.next_study[0] <= pooled.mean_interval[0] <= pooled.mean
    assert pooled.mean <= pooled.mean_interval[1] <= pooled.next_study[1]
    assert 0 <= pooled.inconsistency < 1


def test_pool_too_few_effects_is_refused():
    with pytest.raises(ValueError, match="three or more"):
        pool([Effect(1, 1), Effect(2, 1)])
