"""Writes yiyang.json: the reference model run for Yiyang at fixed inputs.

Run:  python3 make_yiyang.py        (needs numpy)
"""
import json
from pathlib import Path

import numpy as np

from reference_model import CITIES, PARAM, check_identities, simulate

HORIZON = 10
SEED = 20240601

# name in the reference -> (our id, unit here)
PARAMETERS = {
    'phi': ('rd_growth_inertia', '1'),
    'mu_prov': ('rd_growth_peers', '1'),
    'beta_y': ('rd_growth_gdp_response', '1'),
    'sig_city': ('rd_growth_volatility', '1'),
    'pdec': ('rd_premium_retention', '1'),
    'icap': ('rd_ceiling_multiple', '1'),
    'lam': ('rd_relabelled_base_share', '1'),
    'theta': ('rd_response_speed', '1'),
    'a_after': ('after_subsidy_yield', '1'),
    'a_grant': ('project_grants_yield', '1'),
    's_half': ('subsidy_half_ratio', '1'),
    'eps_uc': ('rd_user_cost_elasticity', '1'),
    'rho_rel': ('rd_relabelled_response_share', '1'),
    'r_hnte_w': ('rd_per_new_hnte', '万元/家'),
    'psi': ('rd_per_new_hnte_additional', '1'),
    'real_anchor': ('anchor_realisation', '1'),
    'kap_gap': ('statistics_gap', '1'),
    'kap_eff': ('statistics_closing', '1'),
    'rho_ren': ('hnte_renewal_rate', '1'),
    'ren_max': ('hnte_renewal_ceiling', '1'),
    'rev': ('hnte_revocation_rate', '1'),
    'w_drift': ('hnte_wave_drift', '1'),
    'w_sig': ('hnte_wave_volatility', '1'),
    'h_aw': ('hnte_award_gain', '1'),
    'aw0_w': ('hnte_award_scale', '万元/家'),
    'h_tr': ('hnte_coaching_gain', '1'),
    'tr0': ('hnte_coaching_scale', '1'),
    'elig': ('hnte_eligible_share', '1'),
    'rho_sme': ('tech_sme_retention', '1'),
}
SHOCKS = {'e': 'rd_shock', 'y': 'gdp_shock', 'h': 'hnte_shock'}
BASE_ERRORS = {0: 'rd', 2: 'tech_sme', 4: 'hnte_new'}
# name in the reference -> (our id, our unit, offset, factor): ours = offset + factor * reference
LEVERS = {
    'after_w': ('after_subsidy', '万元', 0, 1),
    'grant_w': ('project_grants', '万元', 0, 1),
    'uptake_pp': ('super_deduction_uptake', '%', 45, 1),
    'award_w': ('hnte_award', '万元/家', 0, 1),
    'coach': ('hnte_coaching', '%', 0, 100),
    'renew': ('hnte_renewal_service', '%', 0, 100),
    'cover': ('statistics_coverage', '%', 0, 100),
    'anchor_w': ('anchor_project_rd', '万元', 0, 1),
}
VARIABLES = {
    'Y': ('gdp', '亿元'),
    'BEbase': ('rd_enterprise_trend', '亿元'),
    'BE': ('rd_enterprise', '亿元'),
    'GI': ('rd_institute', '亿元'),
    'HE': ('rd_university', '亿元'),
    'OT': ('rd_other', '亿元'),
    'R': ('rd', '亿元'),
    'I': ('rd_intensity', '%'),
    'A': ('rd_policy', '亿元'),
    'BEsh': ('rd_enterprise_share', '%'),
    'BEreal': ('rd_enterprise_real', '亿元'),
    'N': ('hnte', '家'),
    'New': ('hnte_new', '家'),
    'Renew': ('hnte_renewed', '家'),
    'Lapsed': ('hnte_lapsed', '家'),
    'Revoked': ('hnte_revoked', '家'),
    'C0': ('hnte_certificate_1', '家'),
    'C1': ('hnte_certificate_2', '家'),
    'C2': ('hnte_certificate_3', '家'),
    'Pool': ('hnte_candidates', '家'),
    'M': ('tech_sme', '家'),
    'E': ('tech_sme_entries', '家'),
    'cost': ('policy_cost', '万元'),
}
# The reference leaves these at 0 in the base year.
FROM_YEAR_1 = ['New', 'Renew', 'Lapsed', 'Revoked', 'E']
# One plausible setting of each lever, in the reference's unit.
MIDDLE = dict(after_w=1500., grant_w=1000., uptake_pp=20., award_w=15., coach=.3, renew=.5, cover=.5, anchor_w=5000.)


def parameters(choose):
    """Every parameter of PARAM; `choose` gets (low, mode, high)."""
    return {name: np.array([choose(*row[:3])]) for name, row in PARAM.items()}


LOWS = parameters(lambda low, mode, high: low)
MODES = parameters(lambda low, mode, high: mode)
HIGHS = parameters(lambda low, mode, high: high)


def quiet():
    """Shocks and base errors that are all zero."""
    return {**{name: np.zeros((HORIZON + 1, 1)) for name in 'eyTho'}, 'b': np.zeros((5, 1))}


def random_inputs(random, base_errors):
    """A parameter vector inside the ranges, and shocks of the reference's distributions."""
    shocks = quiet()
    for name in 'yTho':
        shocks[name] = random.normal(0, 1, (HORIZON + 1, 1))
    shocks['e'] = random.standard_t(5, (HORIZON + 1, 1)) / np.sqrt(5 / 3)
    if base_errors:
        shocks['b'] = random.normal(0, 1, (5, 1))
    return parameters(lambda low, mode, high: random.triangular(low, mode, high)), shocks


def cases():
    """(name, parameters, shocks, levers) of every case."""
    random = np.random.default_rng(SEED)
    first, first_shocks = random_inputs(random, base_errors=False)
    second, second_shocks = random_inputs(random, base_errors=True)
    yield 'modes', MODES, quiet(), {}
    yield 'lows', LOWS, quiet(), {}
    yield 'highs', HIGHS, quiet(), {}
    yield 'random_1', first, first_shocks, {}
    yield 'random_2_base_errors', second, second_shocks, {}
    for lever, value in MIDDLE.items():
        yield f'only_{LEVERS[lever][0]}', MODES, quiet(), {lever: value}
    yield 'all_levers', MODES, quiet(), MIDDLE
    yield 'all_levers_lows', LOWS, quiet(), MIDDLE
    yield 'all_levers_highs', HIGHS, quiet(), MIDDLE
    yield 'all_levers_random_1', first, first_shocks, MIDDLE
    yield 'all_levers_random_2_base_errors', second, second_shocks, MIDDLE
    # Above 100 % the reference stops the effect but goes on charging for it: stay below.
    yield 'super_deduction_for_all', MODES, quiet(), {'uptake_pp': 55.}
    yield 'after_subsidy_in_year_1', MODES, quiet(), {'after_w': [2000.] + [0.] * (HORIZON - 1)}


def lever_path(name, setting):
    """Our value of a lever in each of the years 1 to HORIZON."""
    _, _, offset, factor = LEVERS[name]
    values = np.broadcast_to(np.asarray(setting, float), (HORIZON,))
    return [offset + factor * value for value in values.tolist()]


def record(name, parameter, shocks, levers):
    """One case as stored."""
    output = simulate(CITIES['Yiyang'], HORIZON, levers, parameter, shocks)
    # Errors of rounding only: the largest values are about 1e3.
    errors = check_identities(output)
    assert max(errors.values()) < 1e-11, (name, errors)
    return {
        'name': name,
        'parameters': {ours: parameter[key].item() for key, (ours, _) in PARAMETERS.items()},
        'shocks': {ours: shocks[key][1:, 0].tolist() for key, ours in SHOCKS.items()},
        'base_errors': {ours: shocks['b'][place].item() for place, ours in BASE_ERRORS.items()},
        'levers': {LEVERS[key][0]: lever_path(key, value) for key, value in levers.items()},
        'outputs': {ours: output[key][:, 0].tolist() for key, (ours, _) in VARIABLES.items()},
    }


def main():
    units = {
        'parameters': dict(PARAMETERS.values()),
        'levers': {ours: unit for ours, unit, _, _ in LEVERS.values()},
        'outputs': dict(VARIABLES.values()),
    }
    document = {
        'origin': f'make_yiyang.py, numpy {np.__version__}, seed {SEED}',
        'city': 'Yiyang',
        'base_year': CITIES['Yiyang'].year0,
        'horizon': HORIZON,
        'units': units,
        'from_year_1': [VARIABLES[key][0] for key in FROM_YEAR_1],
        'cases': [record(*case) for case in cases()],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(',', ':'))
    # One case a line: a change shows in the diff as the cases it touches.
    text = text.replace('{"name":', '\n{"name":')
    Path(__file__).with_name('yiyang.json').write_text(text + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
