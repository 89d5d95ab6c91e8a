//! The model as a person would write it first: draw by draw, equation by equation, with the
//! functions of the standard library.
#![expect(clippy::disallowed_methods, reason = "the platform's functions are the comparison")]

use super::{Columns, Draw, Levers, OUTPUTS, Results, YEARS};

/// Stocks as the year begins.
struct State {
    pop: f64,
    inc: f64,
    roadcap: f64,
    ptwip: f64,
    ptcap: f64,
    icev: f64,
    ev: f64,
    cum_ev: f64,
    bold: f64,
    bnew: f64,
    debt: f64,
    cum_co2: f64,
    cong_perc: f64,
    access_lag: f64,
    solar: f64,
    npv: f64,
}

/// Runs as many draws as `columns` has.
pub(crate) fn run(columns: &Columns, levers: &Levers) -> Results {
    let mut results = Results::new(columns.count());
    for position in 0..columns.count() {
        one(&columns.draw(position), levers, position, &mut results);
    }
    results
}

#[expect(clippy::too_many_lines, reason = "one line an equation")]
fn one(draw: &Draw, levers: &Levers, position: usize, results: &mut Results) {
    let mut state = State {
        pop: 1000.0,
        inc: 30.0,
        roadcap: 100.0,
        ptwip: 60.0,
        ptcap: 100.0,
        icev: 400.0,
        ev: 20.0,
        cum_ev: 40.0,
        bold: 50.0,
        bnew: 5.0,
        debt: 300.0,
        cum_co2: 0.0,
        cong_perc: 1.1,
        access_lag: -1.1,
        solar: 30.0,
        npv: 0.0,
    };
    for year in 0..YEARS {
        let time = (year + 1) as f64;
        let ramp = 1.0_f64.min(time / 6.0);
        let ctax = 20.0 + (levers.ctax_end - 20.0) * ramp;
        let fare = 2.5 * (1.0 - levers.fare_cut * ramp);
        let fee = 2.0 + (levers.park_fee - 2.0) * ramp;
        let disc = 1.03_f64.powf(-time);
        let oil = 80.0 * draw.oil_level * (draw.g_oil * time).exp();
        let fuel_price = 0.55 + 0.0063 * oil + 0.0023 * ctax;
        let learn_b = (1.0 - draw.lr_batt).ln() / 2.0_f64.ln();
        let batt_cost = 130.0 * (state.cum_ev / 40.0).powf(learn_b);
        let grid_int = 350.0
            * (-(draw.grid_decl * time)).exp()
            * (1.0 - 0.3 * state.solar / (state.solar + 400.0));
        let elec_price = 0.22 + 0.00008 * ctax * grid_int / 100.0;
        let ev_tco = 22.0 + 0.06 * batt_cost - levers.ev_subsidy * ramp + 14.0 * elec_price;
        let ice_tco = 24.0 + 0.01 * ctax + 5.0 * fuel_price;
        let ev_share = 1.0 / (1.0 + (draw.beta_ev * (ev_tco - ice_tco)).exp());
        let fleet = state.icev + state.ev;
        let ev_frac = state.ev / fleet;
        let car_cost = 0.07 * fuel_price * (1.0 - ev_frac)
            + 0.18 * elec_price * ev_frac
            + 0.008 * fee
            + 0.02 * levers.toll * ramp;
        let inc_rel = state.inc / 30.0;
        let cost_rel = car_cost / 0.1;
        let car_dem = 4.0
            * state.pop
            * inc_rel.powf(draw.e_car_inc)
            * cost_rel.powf(draw.e_car_price)
            * state.cong_perc.powf(-0.3)
            * (state.roadcap / 100.0).powf(0.3 * draw.induced);
        let pt_dem = 0.2
            * state.pop
            * (fare / 2.5).powf(draw.e_pt_fare)
            * cost_rel.powf(draw.e_cross)
            * (state.ptcap / 100.0).powf(draw.e_pt_serv);
        let crowd = pt_dem / (2.3 * state.ptcap);
        let pt_trips = if crowd > 1.0 { pt_dem / crowd } else { pt_dem };
        let diverted = 0.0_f64.max(pt_dem - pt_trips);
        let car_km = car_dem + 2.4 * diverted;
        let vc = car_km / (42.0 * state.roadcap);
        let delay_ratio = 1.0 + draw.cong_a * vc.powf(draw.cong_b);
        let speed = 48.0 / delay_ratio;
        let time_lost = car_km * (1.0 / speed - 1.0 / 48.0);
        let road_need = 0.0_f64.max(vc - 0.9) * 60.0;
        let road_build = 6.0_f64.min(road_need) / draw.overrun;
        let pt_complete = state.ptwip / draw.build_delay;
        let target_own = 0.42 * inc_rel.powf(0.5 * draw.e_car_inc);
        let car_sales = draw.scrap * fleet + 0.0_f64.max(target_own * state.pop - fleet) * 0.2;
        let ice_eff = 0.19 * (-0.015 * time).exp();
        let co2_car = car_km * ((1.0 - ev_frac) * ice_eff + ev_frac * 0.00018 * grid_int);
        let heat_need = 9.5 * (draw.hdd_trend * time).exp();
        let heat = heat_need
            * (state.bold
                + state.bnew * (1.0 - draw.eff_retro) * (1.0 + draw.rebound * draw.eff_retro));
        let co2_heat = 0.2 * heat;
        let co2 = co2_car + co2_heat;
        let tax_rev = 300.0 * (inc_rel * state.pop / 1000.0).powf(draw.tax_el);
        let fare_rev = 0.12 * pt_trips * fare;
        let fee_rev = 0.004 * car_km * (fee + levers.toll * ramp);
        let ctax_rev = 0.0004 * ctax * co2;
        let pt_opex = 0.25 * state.ptcap + 0.02 * pt_trips;
        let maint = 40.0 * (draw.g_maint * time).exp() * state.roadcap / 100.0;
        let interest = 0.035 * 0.0_f64.max(state.debt);
        let retro = levers.retrofit_target
            * ramp
            * state.bold
            * (if state.debt > 600.0 { 0.5 } else { 1.0 });
        let spending = 180.0
            + pt_opex
            + maint
            + interest
            + levers.transit_inv
            + levers.solar_inv
            + 9.0 * retro
            + 4.0 * road_build
            + levers.ev_subsidy * ramp * ev_share * car_sales;
        let balance = tax_rev + fare_rev + fee_rev + ctax_rev - spending;
        let accidents =
            draw.acc_risk * 0.8 * (car_km / 4000.0).powf(0.9) * (speed / 40.0).powf(1.5);
        let gc_car = car_cost * 10.0 + 12.0 / speed;
        let gc_pt = 0.4 * fare + 0.5 * 1.0_f64.max(crowd) + 0.3;
        let access = ((-gc_car).exp() + 0.6 * (-gc_pt).exp()).ln();
        let access_gain = state.pop * (access - state.access_lag) * 0.1;
        let co2_pc = co2 / state.pop;
        let hit = if co2_pc < 0.00074 * (1000.0 - 30.0 * time) { 1.0 } else { 0.0 };
        state = State {
            pop: state.pop + state.pop * (draw.g_pop + 0.02 * (access - state.access_lag)),
            inc: state.inc + state.inc * draw.g_inc,
            roadcap: state.roadcap + (road_build - 0.01 * state.roadcap),
            ptwip: state.ptwip + (levers.transit_inv / draw.overrun - pt_complete),
            ptcap: state.ptcap + (0.9 * pt_complete - 0.03 * state.ptcap),
            icev: state.icev + (car_sales * (1.0 - ev_share) - draw.scrap * state.icev),
            ev: state.ev + (car_sales * ev_share - draw.scrap * state.ev),
            cum_ev: state.cum_ev + 10.0 * (1.0 + draw.g_ev_world).powf(time),
            bold: state.bold - retro,
            bnew: state.bnew + (retro + 0.4),
            debt: state.debt - balance,
            cum_co2: state.cum_co2 + co2,
            cong_perc: state.cong_perc + 0.5 * (delay_ratio - state.cong_perc),
            access_lag: state.access_lag + (access - state.access_lag),
            solar: state.solar
                + (levers.solar_inv / (0.9 + 0.1 * draw.overrun) - 0.02 * state.solar),
            npv: state.npv
                + disc
                    * (balance + 8.0 * access_gain
                        - 0.09 * co2
                        - 2.5 * accidents
                        - 12.0 * time_lost),
        };
        let outputs: [f64; OUTPUTS] =
            [co2, state.cum_co2, balance, state.debt, pt_trips, speed, state.npv, hit];
        for (output, value) in outputs.into_iter().enumerate() {
            results.lanes(output, year, position, 1)[0] = value;
        }
    }
}
