//! A model of 73 equations three times: in the language, as loops over lanes, and plainly.

mod lanes;
pub(crate) mod race;
mod scalar;

/// The model in the language.
pub(crate) const MODEL: &str = include_str!("model.toml");
/// The place that it is run for.
pub(crate) const REGION: &str = include_str!("region.toml");
/// Years that a run computes.
pub(crate) const YEARS: usize = 10;
/// Variables that are stored.
pub(crate) const OUTPUTS: usize = OUTPUT_IDS.len();
/// Their ids.
pub(crate) const OUTPUT_IDS: [&str; 8] =
    ["co2", "cum_co2", "balance", "debt", "pt_trips", "speed", "npv", "hit"];

/// What a page would show of it.
pub(crate) const INDICATOR_IDS: [&str; 12] = [
    "co2",
    "cum_co2",
    "balance",
    "debt",
    "pt_trips",
    "speed",
    "npv",
    "tax_rev",
    "car_km",
    "ev_share",
    "heat",
    "accidents",
];

/// Declares columns by parameter and one draw of them.
macro_rules! parameters {
    ($($name:ident)*) => {
        /// One value of each parameter a draw.
        pub(crate) struct Columns {
            $(pub(crate) $name: Vec<f64>,)*
        }

        /// One draw.
        pub(crate) struct Draw {
            $(pub(crate) $name: f64,)*
        }

        impl Columns {
            /// Asks for the column of each id.
            pub(crate) fn new(column: impl Fn(&str) -> Vec<f64>) -> Self {
                Self { $($name: column(stringify!($name)),)* }
            }

            /// Every parameter's id and column.
            pub(crate) fn listed(&self) -> Vec<(&'static str, &[f64])> {
                vec![$((stringify!($name), self.$name.as_slice()),)*]
            }

            /// A draw.
            pub(crate) fn draw(&self, position: usize) -> Draw {
                Draw { $($name: self.$name[position],)* }
            }
        }
    };
}

parameters! {
    g_pop g_inc e_car_price e_car_inc e_pt_fare e_cross e_pt_serv beta_ev lr_batt g_ev_world g_oil oil_level overrun build_delay eff_retro hdd_trend rebound grid_decl induced cong_a cong_b scrap tax_el g_maint acc_risk
}

impl Columns {
    /// Number of draws.
    pub(crate) fn count(&self) -> usize {
        self.g_pop.len()
    }
}

/// Settings of the levers, the same in all years.
pub(crate) struct Levers {
    pub(crate) fare_cut: f64,
    pub(crate) park_fee: f64,
    pub(crate) toll: f64,
    pub(crate) transit_inv: f64,
    pub(crate) ev_subsidy: f64,
    pub(crate) ctax_end: f64,
    pub(crate) retrofit_target: f64,
    pub(crate) solar_inv: f64,
}

impl Levers {
    /// Moved from the present.
    pub(crate) const MOVED: Self = Self {
        fare_cut: 0.3,
        park_fee: 4.0,
        toll: 1.5,
        transit_inv: 40.0,
        ev_subsidy: 3.0,
        ctax_end: 120.0,
        retrofit_target: 0.03,
        solar_inv: 12.0,
    };

    /// Ids and settings.
    pub(crate) fn listed(&self) -> [(&'static str, f64); 8] {
        [
            ("fare_cut", self.fare_cut),
            ("park_fee", self.park_fee),
            ("toll", self.toll),
            ("transit_inv", self.transit_inv),
            ("ev_subsidy", self.ev_subsidy),
            ("ctax_end", self.ctax_end),
            ("retrofit_target", self.retrofit_target),
            ("solar_inv", self.solar_inv),
        ]
    }
}

/// Values of the outputs: `[output][year][draw]`.
pub(crate) struct Results {
    count: usize,
    values: Vec<f64>,
}

impl Results {
    fn new(count: usize) -> Self {
        Self { count, values: vec![f64::NAN; OUTPUTS * YEARS * count] }
    }

    /// The values of an output in a year.
    pub(crate) fn series(&self, output: usize, year: usize) -> &[f64] {
        let start = (output * YEARS + year) * self.count;
        &self.values[start..start + self.count]
    }

    fn lanes(&mut self, output: usize, year: usize, first: usize, lanes: usize) -> &mut [f64] {
        let start = (output * YEARS + year) * self.count + first;
        &mut self.values[start..start + lanes]
    }
}
