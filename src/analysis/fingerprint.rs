//! One number over every bit of a run: how builds of the program are compared.

use std::fmt::Write as _;

use crate::analysis::Workbench;
use crate::plan::{LeverPath, Settings};

/// FNV-1a with 64 bits; anything that mixes every byte would do.
const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Over what `workbench` reports at present and with every lever moved: each
/// quantile, probability and cost, printed so that a different last bit is a
/// different text.
#[must_use]
pub fn fingerprint(workbench: &Workbench) -> u64 {
    let mut digest = Digest(START);
    for settings in [Settings::present(), every_lever_moved(workbench)] {
        // Writing to a digest cannot fail.
        let _ = write!(digest, "{:?}", workbench.evaluate(&settings));
    }
    digest.0
}

fn every_lever_moved(workbench: &Workbench) -> Settings {
    let mut settings = Settings::present();
    for lever in &workbench.model().levers {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + (high - low) * 0.6));
    }
    settings
}

struct Digest(u64);

impl std::fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0 = text
            .bytes()
            .fold(self.0, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(PRIME));
        Ok(())
    }
}
