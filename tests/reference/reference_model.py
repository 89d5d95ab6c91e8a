"""The city model in plain numpy: the reference our engine is compared with.

It was written before the engine, revised with the equations of the refit, and shares no code with it. `make_cities.py`
runs it at fixed parameters and shocks; the Rust tests read only its output.

Units: money in 亿元 (1e8 yuan), nominal, unless the name ends in _w (万元, 1e4 yuan).
Every baseline value carries a provenance tag:
  'S' = in a published plan          'P' = on another public page
  'D' = by arithmetic from S and P   'A' = assumption, not found
"""
import numpy as np

# ---------------------------------------------------------------------------------
# 1. Parameters: name -> (low, mode, high)  triangular, source class
#    M = mechanical rule, E = empirical (published estimate), J = judgement
# ---------------------------------------------------------------------------------
PARAM = {
    # enterprise R&D baseline growth process (log points)
    'phi':      (0.10, 0.22, 0.33, 'E'),   # AR(1) of R&D growth, own panel estimate 0.22 (s.e. 0.11)
    'mu_prov':  (0.09, 0.11, 0.14, 'E'),   # mean log growth, provinces 2012-23: 0.115; <10bn base 0.135
    'beta_y':   (0.20, 0.40, 0.60, 'E'),   # response to nominal GDP growth surprise, panel 0.41 (0.085)
    'sig_city': (0.05, 0.08, 0.12, 'E'),   # shock s.d. where R&D is 200 亿; * (200 / R&D) ** 0.35, between 0.35 and 1.8 times
    'sig_y':    (0.025, 0.04, 0.06, 'E'),  # shock s.d. of nominal GDP growth, 297 cities
    'pdec':     (0.80, 0.90, 0.98, 'J'),   # yearly decay of the growth premium over GDP
    'icap':     (1.15, 1.40, 1.80, 'J'),   # ceiling of city intensity as a multiple of provincial intensity
    'lam':      (0.05, 0.15, 0.30, 'E'),   # relabelled share in reported baseline enterprise R&D (Chen et al .242 of treated firms)
    # policy response
    'theta':    (0.30, 0.50, 0.70, 'E'),   # share of the long-run response reached each year
    'a_after':  (0.40, 0.90, 1.40, 'E'),   # performed R&D per yuan of after-subsidy (Boeing 0.5 ... Dimos&Pugh 1 ... OECD 1.4)
    'a_grant':  (0.50, 1.00, 1.50, 'E'),   # performed R&D per yuan of project grant
    's_half':   (0.03, 0.06, 0.12, 'J'),   # subsidy/BE ratio at which the average effect is halved
    'eps_uc':   (0.20, 0.80, 1.60, 'E'),   # |user-cost elasticity|: CPB .15-.21; H&VR 1; Chen real 1.14; Qian 1.6-2.0
    'rho_rel':  (0.10, 0.27, 0.45, 'E'),   # share of the REPORTED response that is relabelled (Chen et al .242-.45)
    'eta_loan': (0.02, 0.076, 0.12, 'E'),  # R&D rise in firms that obtain guaranteed credit (Yu et al 2022: 7.6 %)
    'loan_per_rd': (1.5, 3.0, 6.0, 'J'),   # yuan of covered credit per yuan of R&D of covered firms
    'npl':      (0.01, 0.03, 0.08, 'P'),   # bad-loan rate; Hubei rule warns at 5 %, fuses at 8 %
    'a_vouch':  (0.20, 0.50, 0.90, 'J'),
    'r_hnte_w': (150., 300., 600., 'J'),   # R&D of a marginal new HNTE in a weak prefecture, 万元/yr
    'psi':      (0.10, 0.30, 0.60, 'J'),   # share of that R&D that would not exist without recognition
    'r_plat_w': (30., 100., 250., 'J'),    # additional R&D per net new provincial platform, 万元/yr
    'r_team_w': (50., 120., 300., 'J'),    # per recruited team
    'real_anchor': (0.40, 0.70, 0.90, 'J'),# realisation of announced anchor-project R&D
    'rsv_eff':  (0.00, 0.01, 0.03, 'J'),   # R&D rise in firms filing a 研发准备金
    # statistics coverage
    'kap_gap':  (0.00, 0.05, 0.12, 'J'),   # share of true R&D now missed by the R&D survey
    'kap_eff':  (0.40, 0.70, 0.90, 'J'),   # share of the gap closed when every firm is trained
    # HNTE
    'rho_ren':  (0.55, 0.72, 0.85, 'E'),   # renewal probability at year 3 (upper bounds .63-.95 from provincial batches)
    'ren_max':  (0.85, 0.90, 0.95, 'J'),
    'rev':      (0.004, 0.009, 0.02, 'E'), # revoked each year (2025: >4300 of ~500 thousand)
    'w_drift':  (-.25, -.03, 0.15, 'E'),   # drift of the applicant flow; 2025 brought two fifths less than 2024
    'w_sig':    (0.30, 0.45, 0.60, 'E'),   # its yearly s.d.
    'h_aw':     (0.02, 0.05, 0.10, 'J'),   # max extra hazard from cash award
    'aw0_w':    (10., 20., 40., 'J'),      # award (万元/firm) giving 63 % of it
    'h_tr':     (0.02, 0.06, 0.10, 'J'),   # max extra hazard from coaching
    'tr0':      (0.15, 0.30, 0.60, 'J'),   # coached share of pool giving 63 % of it
    'elig':     (0.20, 0.30, 0.45, 'J'),   # share of S&T SMEs that could ever qualify
    # S&T SME register
    'rho_sme':  (0.60, 0.75, 0.85, 'J'),   # re-registration rate (annual)
    'sig_m':    (0.10, 0.18, 0.30, 'J'),   # shock s.d. of the register's growth
    # high-tech output
    'beta_k':   (0.04, 0.08, 0.14, 'E'),   # elasticity of output to knowledge stock (Ugur .07; Chen .124)
    'delta':    (0.10, 0.15, 0.25, 'E'),
    'o_hnte':   (0.05, 0.15, 0.40, 'J'),   # 亿元 output entering statistics per net new HNTE
    # technology contracts
    'sig_T':    (0.20, 0.30, 0.50, 'E'),   # shock s.d. where turnover is 100 亿; * (100 / turnover) ** 0.25, between 0.4 and 2.2 times
    'gT':       (0.10, 0.22, 0.34, 'E'),   # provinces: log growth
    'T_cap':    (0.06, 0.12, 0.20, 'J'),   # ceiling of turnover over GDP (nation 2024: .051)
    't_brok_w': (100., 300., 1000., 'J'),  # registered turnover per active broker, 万元/yr (before saturation)
    'gam_T':    (0.30, 0.80, 2.00, 'J'),   # contracts signed but not registered, as a multiple of registered turnover
    'eta_aw':   (0.05, 0.20, 0.50, 'J'),   # max registration gain from a contract award
    'aw_rate0': (0.002, 0.005, 0.01, 'P'), # award rate: Sanming 1 % / 0.5 % / 0.1 % tiers
    # patents
    'el_pat':   (0.15, 0.30, 0.60, 'E'),   # FE panel 0.30 (0.13); pooled 0.98
    'd_pat':    (0.03, 0.05, 0.08, 'J'),
    'g_pat':    (0.12, 0.17, 0.22, 'E'),   # log growth of valid inventions, provinces
    'sig_pat':  (0.04, 0.06, 0.09, 'E'),   # its yearly s.d.
    # upward funds
    'p_proj':   (0.15, 0.25, 0.40, 'J'),
    'm_proj_w': (20., 60., 150., 'J'),
}


# ---------------------------------------------------------------------------------
# 2. Levers (policy settings per year).  All are CHANGES against the present policy.
# ---------------------------------------------------------------------------------
LEVER0 = dict(
    after_w=0.,      # 1 municipal after-subsidy for enterprise R&D, 万元/yr (extra)
    grant_w=0.,      # 2 municipal project grants, 万元/yr (extra)
    uptake_pp=0.,    # 3 super-deduction uptake, percentage points of enterprise R&D (extra)
    pool_w=0.,       # 4 risk-compensation pool, 万元 (municipal share)
    lev=10.,         #   loans per yuan of total pool (policy design 10-30)
    voucher_w=0.,    # 5 innovation vouchers, 万元/yr
    award_w=0.,      # 6 HNTE award per newly recognised firm, 万元 (extra)
    coach=0.,        # 7 share of the HNTE candidate pool coached (extra)
    renew=0.,        # 8 renewal service intensity 0..1
    cover=0.,        # 9 share of R&D-capable firms given statistics / accounting training
    sme_new=0.,      # 10 extra S&T SMEs entered through campaigns, firms/yr
    incub=0.,        # 11 net new incubators (grad rate below)
    plat=0.,         # 12 net new provincial platforms per year
    contract_award=0.,  # 13 award rate on registered contract turnover (0.005 = 0.5 %)
    brokers=0.,      # 14 extra active technology brokers
    apps=0.,         # 15 extra upward project applications per year
    teams=0.,        # 16 recruited talent teams per year
    anchor_w=0.,     # 17 announced R&D of attracted anchor projects, 万元/yr
    reserve_sh=0.,   # 18 share of enterprise R&D in firms filing an R&D reserve (extra)
)
COST = dict(cover_w=0.5, coach_w=1.0, renew_w=0.8, incub_w=60., plat_w=30., broker_w=1.5, app_w=2.0, team_w=100., sme_w=0.3)


class City:
    """Baseline of one city (year 0 = year before the plan year)."""
    def __init__(self, name, year0, **kw):
        self.name, self.year0 = name, year0
        tagged = lambda x: isinstance(x, tuple) and len(x) == 2 and isinstance(x[1], str)
        self.v = {k: (x[0] if tagged(x) else x) for k, x in kw.items()}
        self.tag = {k: (x[1] if tagged(x) else 'A') for k, x in kw.items()}

    def __getattr__(self, k):
        try:
            return self.__dict__['v'][k]
        except KeyError:
            raise AttributeError(k)


def simulate(c, H, lev, par, shocks):
    """Simulate H years.  lev: dict lever -> scalar or sequence of length H.
    par: dict parameter -> [n].  shocks: e, y, T, h, o, m, r, i, u, v -> [H+1, n] (row 0 unused), b -> [5, n] (base
    errors), cy, co -> [n] (errors of the medium-term growth of GDP and of high-tech output).
    Returns dict of arrays [H+1, n]."""
    P = par
    n = len(P['phi'])
    L = {k: np.zeros(H + 1) for k in LEVER0}
    for k in LEVER0:
        val = (lev or {}).get(k, LEVER0[k])
        L[k][1:] = val
    SD = {'S': .01, 'P': .01, 'D': .05, 'A': .12}                       # base-value uncertainty by provenance
    bu = lambda i, name: np.exp(SD[c.tag.get(name, 'A')] * shocks['b'][i])
    z = lambda: np.zeros((H + 1, n))
    o = {k: z() for k in ('Y BEbase BE GI HE OT R I A K HO HVA HVAsh M E N New Renew Lapsed Revoked C0 C1 C2 Pool '
                          'T V Gr Vp FS W cost loans BEsh BEreal').split()}
    Y0, R0 = c.Y0, c.R0 * bu(0, 'R0')
    T0, M0, HVA0, new_base = c.T0 * bu(1, 'T0'), c.M0 * bu(2, 'M0'), c.HVA0 * bu(3, 'HVA0'), c.new_base * bu(4, 'new_base')
    o['Y'][0] = Y0
    o['GI'][0], o['HE'][0], o['OT'][0] = R0 * c.sh_gi, R0 * c.sh_he, R0 * c.sh_ot
    o['BE'][0] = o['BEbase'][0] = R0 - o['GI'][0] - o['HE'][0] - o['OT'][0]
    o['BEreal'][0] = o['BE'][0] * (1 - P['lam'])
    o['R'][0] = R0; o['I'][0] = 100 * R0 / Y0; o['BEsh'][0] = 100 * o['BE'][0] / R0
    # five own years against six that the reference class counts for
    mu = (5. * c.g_own + 6. * P['mu_prov']) / 11.
    sig_e = P['sig_city'] * np.clip((200. / R0) ** 0.35, 0.35, 1.8)
    sig_T = P['sig_T'] * np.clip((100. / T0) ** 0.25, 0.4, 2.2)
    T_cap = np.maximum(P['T_cap'], T0 / Y0)
    x = np.full(n, c.g_last); prem = mu - (c.g_real2 + c.defl2)
    Icap0 = P['icap'] * c.I_prov; room0 = np.maximum(1 - (100 * R0 / Y0) / Icap0, 0.05)
    gr = np.array([c.g_real] + [c.g_real2] * 30); ghat = gr[0] + c.defl
    o['K'][0] = R0 / (P['delta'] + np.maximum(mu, 0.02))
    Kb = o['K'][0].copy()                            # baseline (no extra policy) knowledge stock
    o['HO'][0] = HVA0 / c.vrate; o['HVA'][0] = HVA0; o['HVAsh'][0] = 100 * HVA0 / Y0
    o['M'][0] = M0
    coh = np.array(c.cohort, float)                 # recognised in years -2,-1,0
    o['C2'][0], o['C1'][0], o['C0'][0] = coh
    o['N'][0] = coh.sum()
    ent = P['elig'] * (1 - P['rho_sme']) * M0     # inflow of candidates
    pool = np.maximum(P['elig'] * M0, new_base / 0.35)
    h0 = -np.log(1 - np.minimum(new_base / pool, 0.9))
    ent = np.maximum(ent, new_base * 1.0)           # pool stationary at base policy
    o['Pool'][0] = pool
    o['T'][0] = T0; Tb = T0 * np.ones(n); o['V'][0] = c.V0; o['Gr'][0] = c.V0 * 0.22; o['Vp'][0] = c.V0 / c.pop
    o['FS'][0] = c.FS0; o['W'][0] = c.W0_w / 1e4
    wv = np.zeros(n); A = np.zeros(n); Ar = np.zeros(n); Ncf = o['N'][0].copy(); cf = [np.full(n, coh[0]), np.full(n, coh[1]), np.full(n, coh[2])]
    poolcf = pool.copy(); kap_c = np.zeros(n); plat_stock = 0.0; team_stock = 0.0; HOnb = o['HO'][0].copy()
    o['E'][0] = M0 * np.maximum(1 - P['rho_sme'] / (1 + c.g_sme), 0.)
    Mb = M0.copy(); HEb = o['HE'][0].copy()            # register and universities, no-policy path
    Ib = o['I'][0].copy()
    for t in range(1, H + 1):
        l = {k: L[k][t] for k in L}
        gdet = gr[t - 1] + (c.defl if t == 1 else c.defl2)
        gtrend = c.g_real2 + c.defl2
        surprise = shocks['cy'] + P['sig_y'] * shocks['y'][t]
        gy = gdet + surprise
        o['Y'][t] = o['Y'][t - 1] * np.exp(np.log1p(gdet) + surprise)
        # -- enterprise R&D, no-policy-change path
        Icap = Icap0 * 1.03 ** (t - 1)
        room = np.clip(1 - Ib / Icap, 0.0, None) / room0
        mu_t = gtrend + prem * P['pdec'] ** (t - 1) * np.clip(room, 0, 1.2)
        x = mu_t + P['phi'] * (x - mu_t) + P['beta_y'] * (gy - gtrend) + sig_e * shocks['e'][t]
        o['BEbase'][t] = o['BEbase'][t - 1] * np.exp(x)
        BE = o['BEbase'][t]
        # -- HNTE block (before R&D so that the firm channel can act)
        wv = wv + P['w_drift'] + P['w_sig'] * shocks['h'][t]
        def hnte(pool_, c_, dl):
            haz = 1 - np.exp(-(h0 + P['h_aw'] * (1 - np.exp(-dl['award_w'] / P['aw0_w']))
                               + P['h_tr'] * (1 - np.exp(-dl['coach'] / P['tr0']))) * np.exp(wv))
            new = pool_ * haz
            ren = np.clip(P['rho_ren'] + 0.05 * shocks['r'][t]
                          + np.maximum(P['ren_max'] - P['rho_ren'], 0) * (1 - np.exp(-2.0 * dl['renew'])), 0., P['ren_max'])
            expire = c_[0]
            renew = ren * expire; lapsed = expire - renew
            revoked = P['rev'] * (c_[1] + c_[2])
            keep = 1 - P['rev']
            c2, c1, c0 = c_[1] * keep, c_[2] * keep, new + renew
            return new, renew, lapsed, revoked, [c2, c1, c0], haz
        prevN = o['N'][t - 1]
        cc = [o['C2'][t - 1], o['C1'][t - 1], o['C0'][t - 1]]
        new, renew, lapsed, revoked, c3, haz = hnte(o['Pool'][t - 1], cc, l)
        o['New'][t], o['Renew'][t], o['Lapsed'][t], o['Revoked'][t] = new, renew, lapsed, revoked
        o['C2'][t], o['C1'][t], o['C0'][t] = c3
        o['N'][t] = prevN + new - lapsed - revoked
        # lapsed firms return to the pool with a lag; entrants scale with the register
        inflow = ent * Mb / M0
        campaigned = l['sme_new'] / (1 + l['sme_new'] / (0.5 * M0))
        ent_t = inflow + 0.3 * P['elig'] * campaigned
        o['Pool'][t] = o['Pool'][t - 1] - new + ent_t + 0.5 * lapsed
        z0 = dict(award_w=0., coach=0., renew=0.)
        newc, _, lapc, revc, cf, _ = hnte(poolcf, cf, z0)
        poolcf = poolcf - newc + inflow + 0.5 * lapc
        Ncf = Ncf + newc - lapc - revc
        dN = o['N'][t] - Ncf
        # -- long-run additional R&D from levers (reported), 亿元
        half = P['s_half'] * BE                       # both pay the same firms and saturate together
        raw1, raw2 = P['a_after'] * l['after_w'] / 1e4, P['a_grant'] * l['grant_w'] / 1e4
        a1 = raw1 / (1 + raw1 / half)
        a2 = (raw1 + raw2) / (1 + (raw1 + raw2) / half) - a1
        du = l['uptake_pp'] / 100.
        tau, dlt = c.tau, c.sdrate
        u0 = c.uptake0
        uc0 = (1 - tau * (1 + dlt * u0)) / (1 - tau); uc1 = (1 - tau * (1 + dlt * min(u0 + du, 1))) / (1 - tau)
        a3 = BE * ((uc1 / uc0) ** (-P['eps_uc']) - 1)
        loans = 2 * l['pool_w'] / 1e4 * l['lev'] * (l['pool_w'] > 0)      # province matches 1:1
        loans = np.minimum(loans, 0.5 * BE * P['loan_per_rd'])            # demand cap
        cov = np.minimum(loans / (P['loan_per_rd'] * BE), 0.5)
        a4 = P['eta_loan'] * cov * BE
        a5 = P['a_vouch'] * l['voucher_w'] / 1e4
        a6 = P['psi'] * P['r_hnte_w'] / 1e4 * dN
        a7 = P['r_plat_w'] / 1e4 * plat_stock                             # one-year delay
        plat_stock = 0.82 * plat_stock + l['plat']
        team_stock = 0.82 * team_stock + l['teams']
        a8 = P['r_team_w'] / 1e4 * team_stock
        a9 = P['real_anchor'] * l['anchor_w'] / 1e4
        gained = l['apps'] / (1 + l['apps'] / 40.) * P['p_proj'] * P['m_proj_w'] / 1e4
        a11 = 0.6 * P['a_grant'] * gained
        a10 = P['rsv_eff'] * l['reserve_sh'] * BE
        incentive = a1 + a3 + a6 + a10                                     # keyed on reported R&D
        Areal = a2 + a4 + a5 + a7 + a8 + a9 + a11 + incentive
        Astar = Areal + incentive * (1 / (1 - P['rho_rel']) - 1)           # plus relabelled part
        A = A + P['theta'] * (Astar - A)
        Ar = Ar + P['theta'] * (Areal - Ar)                                # the real part has its own memory
        # statistics coverage (level effect, reported only)
        kap_t = P['kap_gap'] * P['kap_eff'] * min(l['cover'], 1.0)
        kap_c = kap_c + 0.6 * (kap_t - kap_c)
        o['A'][t] = A
        o['BE'][t] = BE * (1 + kap_c) + A
        o['BEreal'][t] = BE * (1 - P['lam']) + Ar
        # -- upward project funds
        o['W'][t] = o['W'][0] * 1.03 ** t + gained
        # -- public sector R&D; 40 % of extra upward funds is performed by institutes / universities
        public = 1.05 * np.exp(0.10 * shocks['i'][t])
        o['GI'][t] = o['GI'][t - 1] * public; o['OT'][t] = o['OT'][t - 1] * public
        HEb = HEb * (1 + c.g_he) * np.exp(0.15 * shocks['u'][t])
        o['HE'][t] = HEb + 0.4 * gained
        o['R'][t] = o['BE'][t] + o['GI'][t] + o['HE'][t] + o['OT'][t]
        o['I'][t] = 100 * o['R'][t] / o['Y'][t]
        o['BEsh'][t] = 100 * o['BE'][t] / o['R'][t]
        # -- knowledge stock and high-tech output
        Rb = BE + o['GI'][t] + o['HE'][t] - 0.4 * gained + o['OT'][t]   # no-policy-change R&D
        Ib = 100 * Rb / o['Y'][t]
        dreal = Ar + 0.4 * gained                                          # real additional R&D only
        o['K'][t] = (1 - P['delta']) * o['K'][t - 1] + Rb + dreal; Kb = (1 - P['delta']) * Kb + Rb
        HOnb = HOnb * (1 + (c.g_ht if t == 1 else c.g_ht2)) * np.exp(shocks['co'] + 0.06 * shocks['o'][t])
        o['HO'][t] = HOnb * (o['K'][t] / Kb) ** P['beta_k'] + P['o_hnte'] * dN
        o['HVA'][t] = c.vrate * o['HO'][t]
        o['HVAsh'][t] = 100 * o['HVA'][t] / o['Y'][t]
        # -- S&T SME register
        Eb = Mb * np.maximum((1 + c.g_sme) * np.exp(P['sig_m'] * shocks['m'][t]) - P['rho_sme'], 0.)
        o['E'][t] = Eb + campaigned + 6.0 * l['incub'] * (t > 1)
        o['M'][t] = P['rho_sme'] * o['M'][t - 1] + o['E'][t]
        Mb = P['rho_sme'] * Mb + Eb
        # -- technology contracts: levers act on the level of the year, baseline keeps growing
        Tb = np.minimum(Tb * np.exp(P['gT'] * c.gT_scale + sig_T * shocks['T'][t]), T_cap * o['Y'][t])
        unreg = P['gam_T'] * Tb
        Tadd = unreg * (1 - np.exp(-l['brokers'] * P['t_brok_w'] / 1e4 / np.maximum(unreg, 1e-9))) + 0.4 * l['voucher_w'] / 1e4 / 0.3
        award = P['eta_aw'] * (1 - np.exp(-l['contract_award'] / P['aw_rate0']))
        o['T'][t] = np.minimum(Tb * (1 + award) + Tadd, Tb + unreg + 0.4 * l['voucher_w'] / 1e4 / 0.3)
        # -- patents
        lag = np.log(o['R'][t - 1] / o['R'][max(t - 2, 0)]) if t >= 2 else c.g_last
        o['V'][t] = o['V'][t - 1] * np.exp(P['g_pat'] + P['sig_pat'] * shocks['v'][t] + 0.22 * P['el_pat'] * (lag - mu))
        o['Gr'][t] = o['V'][t] - o['V'][t - 1] * (1 - P['d_pat'])
        o['Vp'][t] = o['V'][t] / c.pop
        line_206 = l['after_w'] + l['grant_w'] + l['voucher_w'] + COST['plat_w'] * l['plat'] + COST['team_w'] * l['teams']
        o['FS'][t] = o['FS'][0] * (1 + c.g_fs) ** t + line_206 / 1e4
        # -- municipal cash cost of the levers, 万元
        o['loans'][t] = loans
        o['cost'][t] = (l['after_w'] + l['grant_w'] + l['voucher_w'] + COST['cover_w'] * c.nf * l['cover'] + l['award_w'] * new
                        + COST['coach_w'] * l['coach'] * o['Pool'][t - 1] + COST['renew_w'] * l['renew'] * cc[0]
                        + 0.5 * 0.8 * P['npl'] * loans * 1e4 + COST['incub_w'] * l['incub'] + COST['plat_w'] * l['plat']
                        + l['contract_award'] * o['T'][t] * 1e4 * 0.5 + COST['broker_w'] * l['brokers'] + COST['app_w'] * l['apps']
                        + 0.10 * l['anchor_w'] + COST['team_w'] * l['teams'] + COST['sme_w'] * l['sme_new']
                        + 0.35 * tau * dlt * du * BE * 1e4)   # local share of the tax forgone (assumed 35 %)
    return o


def check_identities(o):
    e1 = np.max(np.abs(o['R'] - o['BE'] - o['GI'] - o['HE'] - o['OT']))
    e2 = np.max(np.abs(o['I'] - 100 * o['R'] / o['Y']))
    e3 = np.max(np.abs(o['N'][1:] - (o['N'][:-1] + o['New'][1:] - o['Lapsed'][1:] - o['Revoked'][1:])))
    e4 = np.max(np.abs(o['N'] - o['C0'] - o['C1'] - o['C2']))
    e5 = np.max(np.abs(o['HVA'] / o['HO'] - (o['HVA'][0] / o['HO'][0])))
    return dict(R=e1, intensity=e2, N_flow=e3, N_cohort=e4, vrate=e5)


# ---------------------------------------------------------------------------------
# 3. Baselines of the five cities (year 0 = year before plan year)
# ---------------------------------------------------------------------------------
COMMON = dict(g_real2=0.055, defl2=0.01, g_ht2=0.09, nf=1200., tau=0.20, sdrate=0.75, uptake0=0.45, g_sme=0.10, gT_scale=1.0, g_fs=0.05, sh_ot=0.01, g_he=0.06)
CITIES = {
 'Yiyang': City('益阳 Yiyang (plan 2020)', 2019, Y0=(1785., 'D'), g_real=0.035, defl=0.01,
    R0=(28.6, 'D'), sh_gi=0.01, sh_he=0.05, g_own=0.20, g_last=0.20, I_prov=1.98,   # 12.78 (2015) -> 34.94 (2020) P: CAGR 22.3 %
    HVA0=(330., 'A'), vrate=0.30, g_ht=0.09, M0=(300., 'A'), cohort=(40, 55, 65), new_base=48., T0=(6.0, 'A'), V0=1100.,
    pop=385.2, FS0=(9.0, 'A'), W0_w=3200., **COMMON),
 'Xiangxi': City('湘西 Xiangxi (plan 2022)', 2021, Y0=(790., 'D'), g_real=0.045, defl=0.01,
    R0=(5.5, 'A'), sh_gi=0.02, sh_he=0.15, g_own=0.14, g_last=0.12, I_prov=2.23,
    HVA0=(66.6, 'D'), vrate=0.36, g_ht=0.075, M0=(380., 'A'), cohort=(30, 45, 55), new_base=32., T0=(6.0, 'A'), V0=600.,
    pop=248.8, FS0=(4.5, 'A'), W0_w=3600., **{**COMMON, 'sdrate': 1.0, 'g_sme': 0.20, 'nf': 400., 'g_real2': 0.04}),
 'Tongren': City('铜仁 Tongren (plan 2020)', 2019, Y0=(1250., 'D'), g_real=0.045, defl=0.015,
    R0=(5.9, 'A'), sh_gi=0.03, sh_he=0.28, g_own=0.15, g_last=0.15, I_prov=0.86,
    HVA0=(33.8, 'A'), vrate=0.25, g_ht=0.10, M0=(70., 'A'), cohort=(9, 13, 18), new_base=13., T0=(0.45, 'A'), V0=350.,
    pop=329.9, FS0=(6.0, 'A'), W0_w=4300., **{**COMMON, 'nf': 400.}),
 'Changde': City('常德 Changde (plan 2019)', 2018, Y0=(3400., 'S'), g_real=0.06, defl=-0.008,
    R0=(49.3, 'S'), sh_gi=0.01, sh_he=0.03, g_own=0.15, g_last=0.15, I_prov=1.81,
    HVA0=(345.5, 'S'), vrate=0.30, g_ht=0.11, M0=(220., 'A'), cohort=(35, 62, 112), new_base=78., T0=(12., 'A'), V0=1375.,
    pop=582.7, FS0=(9.0, 'A'), W0_w=3237., **{**COMMON, 'nf': 1400., 'g_real2': 0.05}),
 'Shiyan': City('十堰 Shiyan (plan 2020)', 2019, Y0=(2010., 'A'), g_real=-0.05, defl=0.003,
    R0=(36.0, 'A'), sh_gi=0.01, sh_he=0.10, g_own=0.12, g_last=0.10, I_prov=2.09,
    HVA0=(420., 'A'), vrate=0.26, g_ht=-0.03, M0=(200., 'A'), cohort=(55, 85, 125), new_base=55., T0=(45., 'A'), V0=900.,
    pop=320.9, FS0=(8.0, 'A'), W0_w=3000., **COMMON),
}
