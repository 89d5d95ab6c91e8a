"""Writes cities.json: the reference model run for the five cities, at fixed inputs and as Monte Carlo.

Run:  python3 make_cities.py        (needs numpy)
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
    'sig_y': ('gdp_growth_volatility', '1'),
    'sig_m': ('tech_sme_volatility', '1'),
    'T_cap': ('contract_ceiling', '1'),
    'sig_pat': ('patent_volatility', '1'),
    'pdec': ('rd_premium_retention', '1'),
    'icap': ('rd_ceiling_multiple', '1'),
    'lam': ('rd_relabelled_base_share', '1'),
    'theta': ('rd_response_speed', '1'),
    'a_after': ('after_subsidy_yield', '1'),
    'a_grant': ('project_grants_yield', '1'),
    's_half': ('subsidy_half_ratio', '1'),
    'eps_uc': ('rd_user_cost_elasticity', '1'),
    'rho_rel': ('rd_relabelled_response_share', '1'),
    'eta_loan': ('loan_rd_gain', '1'),
    'loan_per_rd': ('loan_per_rd', '1'),
    'npl': ('loan_bad_rate', '1'),
    'a_vouch': ('voucher_yield', '1'),
    'r_hnte_w': ('rd_per_new_hnte', '万元/家'),
    'psi': ('rd_per_new_hnte_additional', '1'),
    'r_plat_w': ('rd_per_platform', '万元/个'),
    'r_team_w': ('rd_per_team', '万元/个'),
    'real_anchor': ('anchor_realisation', '1'),
    'rsv_eff': ('rd_reserve_gain', '1'),
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
    'beta_k': ('output_knowledge_elasticity', '1'),
    'delta': ('knowledge_depreciation', '1'),
    'o_hnte': ('output_per_hnte', '亿元/家'),
    'sig_T': ('contract_volatility', '1'),
    'gT': ('contract_growth', '1'),
    't_brok_w': ('contract_per_broker', '万元/人'),
    'gam_T': ('contract_unregistered', '1'),
    'eta_aw': ('contract_award_gain', '1'),
    'aw_rate0': ('contract_award_scale', '1'),
    'el_pat': ('patent_rd_elasticity', '1'),
    'd_pat': ('patent_loss', '1'),
    'g_pat': ('patent_trend', '1'),
    'p_proj': ('upper_project_success', '1'),
    'm_proj_w': ('upper_project_amount', '万元/项'),
}
SHOCKS = {'e': 'rd_shock', 'y': 'gdp_shock', 'h': 'hnte_shock', 'o': 'high_tech_shock', 'T': 'contract_shock',
          'm': 'tech_sme_shock', 'r': 'hnte_renewal_shock', 'i': 'rd_public_shock', 'u': 'rd_university_shock',
          'v': 'invention_shock'}
# Errors of growth that are drawn once, with their standard deviation: the bounds that the model states, P5 and P95,
# over 1.6448536.
ONCE = {'cy': ('gdp_growth_error', 0.033 / 1.6448536269514722), 'co': ('high_tech_trend_error', 0.06 / 1.6448536269514722)}
# Degrees of freedom of the shocks with heavy tails.
HEAVY = {'e': 4, 'y': 4, 'T': 4, 'u': 4, 'v': 4}
BASE_ERRORS = ['rd', 'tech_contracts', 'tech_sme', 'high_tech_value_added', 'hnte_new']
# name in the reference -> (our id, our unit, offset, factor): ours = offset + factor * reference
LEVERS = {
    'after_w': ('after_subsidy', '万元', 0, 1),
    'grant_w': ('project_grants', '万元', 0, 1),
    'uptake_pp': ('super_deduction_uptake', '%', 45, 1),
    'pool_w': ('risk_pool', '万元', 0, 1),
    'lev': ('risk_pool_leverage', '倍', 0, 1),
    'voucher_w': ('innovation_vouchers', '万元', 0, 1),
    'award_w': ('hnte_award', '万元/家', 0, 1),
    'coach': ('hnte_coaching', '%', 0, 100),
    'renew': ('hnte_renewal_service', '%', 0, 100),
    'cover': ('statistics_coverage', '%', 0, 100),
    'sme_new': ('tech_sme_campaign', '家', 0, 1),
    'incub': ('incubators', '个', 0, 1),
    'plat': ('platforms_new', '个', 0, 1),
    'contract_award': ('contract_award', '%', 0, 100),
    'brokers': ('brokers', '人', 0, 1),
    'apps': ('upper_applications', '项', 0, 1),
    'teams': ('talent_teams', '个', 0, 1),
    'anchor_w': ('anchor_project_rd', '万元', 0, 1),
    'reserve_sh': ('rd_reserve_share', '%', 0, 100),
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
    'K': ('knowledge_stock', '亿元'),
    'HO': ('high_tech_output', '亿元'),
    'HVA': ('high_tech_value_added', '亿元'),
    'HVAsh': ('high_tech_value_added_share', '%'),
    'M': ('tech_sme', '家'),
    'E': ('tech_sme_entries', '家'),
    'N': ('hnte', '家'),
    'New': ('hnte_new', '家'),
    'Renew': ('hnte_renewed', '家'),
    'Lapsed': ('hnte_lapsed', '家'),
    'Revoked': ('hnte_revoked', '家'),
    'C0': ('hnte_certificate_1', '家'),
    'C1': ('hnte_certificate_2', '家'),
    'C2': ('hnte_certificate_3', '家'),
    'Pool': ('hnte_candidates', '家'),
    'T': ('tech_contracts', '亿元'),
    'V': ('inventions', '件'),
    'Gr': ('inventions_granted', '件'),
    'Vp': ('inventions_per_10k', '件/万人'),
    'FS': ('fiscal_science', '亿元'),
    'W': ('upper_funds_expected', '亿元'),
    'cost': ('policy_cost', '万元'),
    'loans': ('covered_loans', '亿元'),
    'BEsh': ('rd_enterprise_share', '%'),
    'BEreal': ('rd_enterprise_real', '亿元'),
}
# The reference leaves these at 0 in the base year.
FROM_YEAR_1 = ['New', 'Renew', 'Lapsed', 'Revoked', 'E']
# One plausible setting of each lever, and the end of its range, in the reference's unit.
MIDDLE = dict(after_w=1500., grant_w=1000., uptake_pp=20., pool_w=1500., lev=15., voucher_w=200., award_w=15., coach=.3,
              renew=.5, cover=.5, sme_new=40., incub=1., plat=4., contract_award=.004, brokers=20., apps=30., teams=3.,
              anchor_w=5000., reserve_sh=.2)
# Above 100 % the reference stops the effect of the super-deduction but goes on charging for it: stay at 100 %.
GREATEST = dict(after_w=5000., grant_w=5000., uptake_pp=55., pool_w=5000., lev=30., voucher_w=1000., award_w=50., coach=1.,
                renew=1., cover=1., sme_new=200., incub=5., plat=15., contract_award=.01, brokers=60., apps=100., teams=15.,
                anchor_w=50000., reserve_sh=.6)
SERVICES = {lever: MIDDLE[lever] for lever in ('coach', 'renew', 'cover', 'sme_new', 'brokers', 'apps')}
CITY_REGIONS = {'Yiyang': 'yiyang-2020', 'Xiangxi': 'xiangxi-2022', 'Tongren': 'tongren-2020', 'Changde': 'changde-2019',
                'Shiyan': 'shiyan-2020'}
# Monte Carlo: draws, levers, compared variables, years.
DRAWS = 40_000
SAMPLED = ['R', 'I', 'BE', 'BEreal', 'K', 'N', 'New', 'M', 'HO', 'HVAsh', 'T', 'Vp']
SAMPLED_YEARS = [1, 3, 10]
SHARES = [5, 10, 50, 90, 95]


def parameters(choose):
    """Every parameter of PARAM; `choose` gets (low, mode, high)."""
    return {name: np.array([choose(*row[:3])]) for name, row in PARAM.items()}


LOWS = parameters(lambda low, mode, high: low)
MODES = parameters(lambda low, mode, high: mode)
HIGHS = parameters(lambda low, mode, high: high)


def quiet():
    """Shocks and base errors that are all zero."""
    return {**{name: np.zeros((HORIZON + 1, 1)) for name in SHOCKS}, **{name: np.zeros(1) for name in ONCE},
            'b': np.zeros((5, 1))}


def random_inputs(random, base_errors, n=1):
    """Parameter vectors inside the ranges, and shocks of the reference's distributions."""
    shocks = {name: random.normal(0, 1, (HORIZON + 1, n)) for name in SHOCKS}
    for name, degrees in HEAVY.items():
        shocks[name] = random.standard_t(degrees, (HORIZON + 1, n)) / np.sqrt(degrees / (degrees - 2))
    for name, (_, spread) in ONCE.items():
        shocks[name] = random.normal(0, spread, n)
    shocks['b'] = random.normal(0, 1, (5, n)) if base_errors else np.zeros((5, n))
    drawn = {name: random.triangular(*row[:3], n) for name, row in PARAM.items()}
    return drawn, shocks


def cases(city, random):
    """(name, parameters, shocks, levers) of every case of a city."""
    first, first_shocks = random_inputs(random, base_errors=False)
    second, second_shocks = random_inputs(random, base_errors=True)
    yield 'modes', MODES, quiet(), {}
    yield 'random_2_base_errors', second, second_shocks, {}
    yield 'services', MODES, quiet(), SERVICES
    yield 'after_subsidy_in_year_1', MODES, quiet(), {'after_w': [2000.] + [0.] * (HORIZON - 1)}
    yield 'all_levers', MODES, quiet(), MIDDLE
    yield 'all_levers_random_1', first, first_shocks, MIDDLE
    yield 'greatest_random_2_base_errors', second, second_shocks, GREATEST
    if city == 'Yiyang':
        yield 'lows', LOWS, quiet(), {}
        yield 'highs', HIGHS, quiet(), {}
        yield 'greatest_lows', LOWS, quiet(), GREATEST
        yield 'greatest_highs', HIGHS, quiet(), GREATEST
        for lever, value in MIDDLE.items():
            alone = {lever: value} if lever != 'lev' else {'lev': value, 'pool_w': 500.}
            yield f'only_{LEVERS[lever][0]}', MODES, quiet(), alone


def lever_path(name, setting):
    """Our value of a lever in each of the years 1 to HORIZON."""
    _, _, offset, factor = LEVERS[name]
    values = np.broadcast_to(np.asarray(setting, float), (HORIZON,))
    return [offset + factor * value for value in values.tolist()]


def run(city, levers, parameter, shocks):
    """The reference's output, its identities checked."""
    output = simulate(CITIES[city], HORIZON, levers, parameter, shocks)
    # Errors of rounding only: the largest values are about 1e5.
    errors = check_identities(output)
    assert max(errors.values()) < 1e-8, (city, errors)
    return output


def record(city, name, parameter, shocks, levers):
    """One case as stored."""
    output = run(city, levers, parameter, shocks)
    return {
        'name': f'{city}: {name}',
        'region': CITY_REGIONS[city],
        'parameters': {**{ours: parameter[key].item() for key, (ours, _) in PARAMETERS.items()},
                       **{ours: shocks[key].item() for key, (ours, _) in ONCE.items()}},
        'shocks': {ours: shocks[key][1:, 0].tolist() for key, ours in SHOCKS.items()},
        'base_errors': {ours: shocks['b'][place].item() for place, ours in enumerate(BASE_ERRORS)},
        'levers': {LEVERS[key][0]: lever_path(key, value) for key, value in levers.items()},
        'outputs': {ours: output[key][:, 0].tolist() for key, (ours, _) in VARIABLES.items()},
    }


def sample(city, random, name, levers):
    """Quantiles of a Monte Carlo run of the reference."""
    output = run(city, levers, *random_inputs(random, base_errors=True, n=DRAWS))
    return {
        'name': f'{city}: {name}',
        'region': CITY_REGIONS[city],
        'levers': {LEVERS[key][0]: lever_path(key, value) for key, value in levers.items()},
        'quantiles': {
            VARIABLES[key][0]: {str(t): np.percentile(output[key][t], SHARES).tolist() for t in SAMPLED_YEARS}
            for key in SAMPLED
        },
    }


def main():
    random = np.random.default_rng(SEED)
    document = {
        'origin': f'make_cities.py, numpy {np.__version__}, seed {SEED}',
        'horizon': HORIZON,
        'units': {
            'parameters': {**dict(PARAMETERS.values()), **{ours: '1' for ours, _ in ONCE.values()}},
            'levers': {ours: unit for ours, unit, _, _ in LEVERS.values()},
            'outputs': dict(VARIABLES.values()),
        },
        'from_year_1': [VARIABLES[key][0] for key in FROM_YEAR_1],
        'cases': [record(city, *case) for city in CITIES for case in cases(city, random)],
        'draws': DRAWS,
        'shares': SHARES,
        'samples': [
            sample(city, random, name, levers)
            for city in CITIES for name, levers in (('present', {}), ('all levers', MIDDLE))
        ],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(',', ':'))
    # One case a line: a change shows in the diff as the cases it touches.
    text = text.replace('{"name":', '\n{"name":')
    Path(__file__).with_name('cities.json').write_text(text + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
