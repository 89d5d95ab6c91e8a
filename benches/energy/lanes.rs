//! The model as a person would write it for speed: one loop over 128 lanes an equation,
//! what no draw changes outside the loops, our own `exp` and `ln`.

use tuiyan::math;

use super::{Columns, Levers, OUTPUTS, Results, YEARS};

/// Draws that a loop handles.
const LANES: usize = 128;

type Block = [f64; LANES];

/// Stocks as the year begins.
struct State {
    pop: Block,
    inc: Block,
    roadcap: Block,
    ptwip: Block,
    ptcap: Block,
    icev: Block,
    ev: Block,
    cum_ev: Block,
    bold: Block,
    bnew: Block,
    debt: Block,
    cum_co2: Block,
    cong_perc: Block,
    access_lag: Block,
    solar: Block,
    npv: Block,
}

/// Runs as many draws as `columns` has, in blocks of 128.
pub(crate) fn run(columns: &Columns, levers: &Levers) -> Results {
    let mut results = Results::new(columns.count());
    for first in (0..columns.count()).step_by(LANES) {
        block(columns, levers, first, &mut results);
    }
    results
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "a call inside a lane loop would keep it scalar")]
fn each(value: impl Fn(usize) -> f64) -> Block {
    let mut block = [0.0; LANES];
    for (lane, target) in block.iter_mut().enumerate() {
        *target = value(lane);
    }
    block
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "a call inside a lane loop would keep it scalar")]
fn power(base: f64, exponent: f64) -> f64 {
    math::exp(exponent * math::ln(base))
}

/// The lanes of a parameter from draw `first` on.
fn lanes(column: &[f64], first: usize) -> &Block {
    column[first..].first_chunk().expect("draws come in whole blocks")
}

#[expect(clippy::too_many_lines, reason = "one line an equation")]
fn block(columns: &Columns, levers: &Levers, first: usize, results: &mut Results) {
    let g_pop = lanes(&columns.g_pop, first);
    let g_inc = lanes(&columns.g_inc, first);
    let e_car_price = lanes(&columns.e_car_price, first);
    let e_car_inc = lanes(&columns.e_car_inc, first);
    let e_pt_fare = lanes(&columns.e_pt_fare, first);
    let e_cross = lanes(&columns.e_cross, first);
    let e_pt_serv = lanes(&columns.e_pt_serv, first);
    let beta_ev = lanes(&columns.beta_ev, first);
    let lr_batt = lanes(&columns.lr_batt, first);
    let g_ev_world = lanes(&columns.g_ev_world, first);
    let g_oil = lanes(&columns.g_oil, first);
    let oil_level = lanes(&columns.oil_level, first);
    let overrun = lanes(&columns.overrun, first);
    let build_delay = lanes(&columns.build_delay, first);
    let eff_retro = lanes(&columns.eff_retro, first);
    let hdd_trend = lanes(&columns.hdd_trend, first);
    let rebound = lanes(&columns.rebound, first);
    let grid_decl = lanes(&columns.grid_decl, first);
    let induced = lanes(&columns.induced, first);
    let cong_a = lanes(&columns.cong_a, first);
    let cong_b = lanes(&columns.cong_b, first);
    let scrap = lanes(&columns.scrap, first);
    let tax_el = lanes(&columns.tax_el, first);
    let g_maint = lanes(&columns.g_maint, first);
    let acc_risk = lanes(&columns.acc_risk, first);
    let learn_b = each(|lane| math::ln(1.0 - lr_batt[lane]) / math::ln(2.0));
    let mut state = State {
        pop: [1000.0; LANES],
        inc: [30.0; LANES],
        roadcap: [100.0; LANES],
        ptwip: [60.0; LANES],
        ptcap: [100.0; LANES],
        icev: [400.0; LANES],
        ev: [20.0; LANES],
        cum_ev: [40.0; LANES],
        bold: [50.0; LANES],
        bnew: [5.0; LANES],
        debt: [300.0; LANES],
        cum_co2: [0.0; LANES],
        cong_perc: [1.1; LANES],
        access_lag: [-1.1; LANES],
        solar: [30.0; LANES],
        npv: [0.0; LANES],
    };
    for year in 0..YEARS {
        let time = (year + 1) as f64;
        let ramp = math::minimum(1.0, time / 6.0);
        let ctax = 20.0 + (levers.ctax_end - 20.0) * ramp;
        let fare = 2.5 * (1.0 - levers.fare_cut * ramp);
        let fee = 2.0 + (levers.park_fee - 2.0) * ramp;
        let disc = power(1.03, -time);
        let ice_eff = 0.19 * math::exp(-0.015 * time);
        let oil = each(|lane| 80.0 * oil_level[lane] * math::exp(g_oil[lane] * time));
        let fuel_price = each(|lane| 0.55 + 0.0063 * oil[lane] + 0.0023 * ctax);
        let batt_cost = each(|lane| 130.0 * power(state.cum_ev[lane] / 40.0, learn_b[lane]));
        let grid_int = each(|lane| {
            350.0
                * math::exp(-(grid_decl[lane] * time))
                * (1.0 - 0.3 * state.solar[lane] / (state.solar[lane] + 400.0))
        });
        let elec_price = each(|lane| 0.22 + 0.00008 * ctax * grid_int[lane] / 100.0);
        let ev_tco = each(|lane| {
            22.0 + 0.06 * batt_cost[lane] - levers.ev_subsidy * ramp + 14.0 * elec_price[lane]
        });
        let ice_tco = each(|lane| 24.0 + 0.01 * ctax + 5.0 * fuel_price[lane]);
        let ev_share =
            each(|lane| 1.0 / (1.0 + math::exp(beta_ev[lane] * (ev_tco[lane] - ice_tco[lane]))));
        let fleet = each(|lane| state.icev[lane] + state.ev[lane]);
        let ev_frac = each(|lane| state.ev[lane] / fleet[lane]);
        let car_cost = each(|lane| {
            0.07 * fuel_price[lane] * (1.0 - ev_frac[lane])
                + 0.18 * elec_price[lane] * ev_frac[lane]
                + 0.008 * fee
                + 0.02 * levers.toll * ramp
        });
        let inc_rel = each(|lane| state.inc[lane] / 30.0);
        let cost_rel = each(|lane| car_cost[lane] / 0.1);
        let car_dem = each(|lane| {
            4.0 * state.pop[lane]
                * power(inc_rel[lane], e_car_inc[lane])
                * power(cost_rel[lane], e_car_price[lane])
                * power(state.cong_perc[lane], -0.3)
                * power(state.roadcap[lane] / 100.0, 0.3 * induced[lane])
        });
        let pt_dem = each(|lane| {
            0.2 * state.pop[lane]
                * power(fare / 2.5, e_pt_fare[lane])
                * power(cost_rel[lane], e_cross[lane])
                * power(state.ptcap[lane] / 100.0, e_pt_serv[lane])
        });
        let crowd = each(|lane| pt_dem[lane] / (2.3 * state.ptcap[lane]));
        let pt_trips =
            each(|lane| if crowd[lane] > 1.0 { pt_dem[lane] / crowd[lane] } else { pt_dem[lane] });
        let diverted = each(|lane| math::maximum(0.0, pt_dem[lane] - pt_trips[lane]));
        let car_km = each(|lane| car_dem[lane] + 2.4 * diverted[lane]);
        let vc = each(|lane| car_km[lane] / (42.0 * state.roadcap[lane]));
        let delay_ratio = each(|lane| 1.0 + cong_a[lane] * power(vc[lane], cong_b[lane]));
        let speed = each(|lane| 48.0 / delay_ratio[lane]);
        let time_lost = each(|lane| car_km[lane] * (1.0 / speed[lane] - 1.0 / 48.0));
        let road_need = each(|lane| math::maximum(0.0, vc[lane] - 0.9) * 60.0);
        let road_build = each(|lane| math::minimum(6.0, road_need[lane]) / overrun[lane]);
        let pt_complete = each(|lane| state.ptwip[lane] / build_delay[lane]);
        let target_own = each(|lane| 0.42 * power(inc_rel[lane], 0.5 * e_car_inc[lane]));
        let car_sales = each(|lane| {
            scrap[lane] * fleet[lane]
                + math::maximum(0.0, target_own[lane] * state.pop[lane] - fleet[lane]) * 0.2
        });
        let co2_car = each(|lane| {
            car_km[lane]
                * ((1.0 - ev_frac[lane]) * ice_eff + ev_frac[lane] * 0.00018 * grid_int[lane])
        });
        let heat_need = each(|lane| 9.5 * math::exp(hdd_trend[lane] * time));
        let heat = each(|lane| {
            heat_need[lane]
                * (state.bold[lane]
                    + state.bnew[lane]
                        * (1.0 - eff_retro[lane])
                        * (1.0 + rebound[lane] * eff_retro[lane]))
        });
        let co2_heat = each(|lane| 0.2 * heat[lane]);
        let co2 = each(|lane| co2_car[lane] + co2_heat[lane]);
        let tax_rev =
            each(|lane| 300.0 * power(inc_rel[lane] * state.pop[lane] / 1000.0, tax_el[lane]));
        let fare_rev = each(|lane| 0.12 * pt_trips[lane] * fare);
        let fee_rev = each(|lane| 0.004 * car_km[lane] * (fee + levers.toll * ramp));
        let ctax_rev = each(|lane| 0.0004 * ctax * co2[lane]);
        let pt_opex = each(|lane| 0.25 * state.ptcap[lane] + 0.02 * pt_trips[lane]);
        let maint =
            each(|lane| 40.0 * math::exp(g_maint[lane] * time) * state.roadcap[lane] / 100.0);
        let interest = each(|lane| 0.035 * math::maximum(0.0, state.debt[lane]));
        let retro = each(|lane| {
            levers.retrofit_target
                * ramp
                * state.bold[lane]
                * (if state.debt[lane] > 600.0 { 0.5 } else { 1.0 })
        });
        let spending = each(|lane| {
            180.0
                + pt_opex[lane]
                + maint[lane]
                + interest[lane]
                + levers.transit_inv
                + levers.solar_inv
                + 9.0 * retro[lane]
                + 4.0 * road_build[lane]
                + levers.ev_subsidy * ramp * ev_share[lane] * car_sales[lane]
        });
        let balance = each(|lane| {
            tax_rev[lane] + fare_rev[lane] + fee_rev[lane] + ctax_rev[lane] - spending[lane]
        });
        let accidents = each(|lane| {
            acc_risk[lane]
                * 0.8
                * power(car_km[lane] / 4000.0, 0.9)
                * power(speed[lane] / 40.0, 1.5)
        });
        let gc_car = each(|lane| car_cost[lane] * 10.0 + 12.0 / speed[lane]);
        let gc_pt = each(|lane| 0.4 * fare + 0.5 * math::maximum(1.0, crowd[lane]) + 0.3);
        let access =
            each(|lane| math::ln(math::exp(-gc_car[lane]) + 0.6 * math::exp(-gc_pt[lane])));
        let access_gain =
            each(|lane| state.pop[lane] * (access[lane] - state.access_lag[lane]) * 0.1);
        let co2_pc = each(|lane| co2[lane] / state.pop[lane]);
        let hit =
            each(|lane| if co2_pc[lane] < 0.00074 * (1000.0 - 30.0 * time) { 1.0 } else { 0.0 });
        state = State {
            pop: each(|lane| {
                state.pop[lane]
                    + state.pop[lane]
                        * (g_pop[lane] + 0.02 * (access[lane] - state.access_lag[lane]))
            }),
            inc: each(|lane| state.inc[lane] + state.inc[lane] * g_inc[lane]),
            roadcap: each(|lane| {
                state.roadcap[lane] + (road_build[lane] - 0.01 * state.roadcap[lane])
            }),
            ptwip: each(|lane| {
                state.ptwip[lane] + (levers.transit_inv / overrun[lane] - pt_complete[lane])
            }),
            ptcap: each(|lane| {
                state.ptcap[lane] + (0.9 * pt_complete[lane] - 0.03 * state.ptcap[lane])
            }),
            icev: each(|lane| {
                state.icev[lane]
                    + (car_sales[lane] * (1.0 - ev_share[lane]) - scrap[lane] * state.icev[lane])
            }),
            ev: each(|lane| {
                state.ev[lane] + (car_sales[lane] * ev_share[lane] - scrap[lane] * state.ev[lane])
            }),
            cum_ev: each(|lane| state.cum_ev[lane] + 10.0 * power(1.0 + g_ev_world[lane], time)),
            bold: each(|lane| state.bold[lane] - retro[lane]),
            bnew: each(|lane| state.bnew[lane] + (retro[lane] + 0.4)),
            debt: each(|lane| state.debt[lane] - balance[lane]),
            cum_co2: each(|lane| state.cum_co2[lane] + co2[lane]),
            cong_perc: each(|lane| {
                state.cong_perc[lane] + 0.5 * (delay_ratio[lane] - state.cong_perc[lane])
            }),
            access_lag: each(|lane| {
                state.access_lag[lane] + (access[lane] - state.access_lag[lane])
            }),
            solar: each(|lane| {
                state.solar[lane]
                    + (levers.solar_inv / (0.9 + 0.1 * overrun[lane]) - 0.02 * state.solar[lane])
            }),
            npv: each(|lane| {
                state.npv[lane]
                    + disc
                        * (balance[lane] + 8.0 * access_gain[lane]
                            - 0.09 * co2[lane]
                            - 2.5 * accidents[lane]
                            - 12.0 * time_lost[lane])
            }),
        };
        let outputs: [&Block; OUTPUTS] =
            [&co2, &state.cum_co2, &balance, &state.debt, &pt_trips, &speed, &state.npv, &hit];
        for (output, values) in outputs.into_iter().enumerate() {
            results.lanes(output, year, first, LANES).copy_from_slice(values);
        }
    }
}
