//! Uniform numbers: one column for each thing that is not known.
//!
//! A column depends on the name of its input and the year only. Adding an input
//! to a model, or moving a lever, leaves every other column as it was, so two
//! plans are compared on the same luck.
//!
//! Each column is the one-dimensional Sobol sequence with its values scrambled
//! in Owen's nested way and its order shuffled ("padding"): every first 2ᵏ
//! draws have one value in each of 2ᵏ equal intervals. The scrambling is that
//! of B. Burley, "Practical Hash-based Owen Scrambling", Journal of Computer
//! Graphics Techniques 9(4), 2020. Burley shuffles by scrambling the index,
//! which keeps neighbours together and widens the correlation of two columns by
//! a quarter; shuffling the draws from 2ᵏ to 2ᵏ⁺¹ freely keeps every first 2ᵏ
//! and leaves columns as uncorrelated as independent ones.

/// The first `draws` uniform numbers of an input, all strictly between 0 and 1.
///
/// `key` is the input's id. `year` tells apart the columns of a shock, which
/// is drawn anew every year; an input drawn once has none. A longer column
/// begins with the shorter one.
///
/// # Panics
///
/// If `draws` is over 2³¹: the sequence ends at 2³².
#[must_use]
pub fn uniform_column(key: &str, year: Option<u32>, draws: usize) -> Vec<f64> {
    assert!(draws <= 1 << 31, "a column has at most 2^31 draws");
    let seed = seed(key, year);
    let mut column: Vec<f64> = (0..draws.next_power_of_two() as u32)
        .map(|index| centre(scramble(sobol(index).reverse_bits(), seed as u32).reverse_bits()))
        .collect();
    shuffle_each_doubling(&mut column, seed);
    column.truncate(draws);
    column
}

/// The sequence as a whole number of 2³² parts: `index` with its bits reversed.
fn sobol(index: u32) -> u32 {
    index.reverse_bits()
}

/// The middle of the `cell`-th of 2³² equal intervals: neither 0 nor 1.
fn centre(cell: u32) -> f64 {
    (f64::from(cell) + 0.5) / 4_294_967_296.0
}

/// Owen's nested uniform scrambling of a number whose bits are reversed: each
/// bit flips according to the bits below it.
///
/// Method: Laine and Karras (2011); constants: N. Vegdahl, "Building a Better
/// LK Hash" (2021), <https://psychopath.io/post/2021_01_30_building_a_better_lk_hash>.
fn scramble(mut reversed: u32, seed: u32) -> u32 {
    reversed ^= reversed.wrapping_mul(0x3d20_adea);
    reversed = reversed.wrapping_add(seed);
    reversed = reversed.wrapping_mul((seed >> 16) | 1);
    reversed ^= reversed.wrapping_mul(0x0552_6c56);
    reversed ^ reversed.wrapping_mul(0x53a2_2864)
}

/// Shuffles draws 2 to 3, 4 to 7, 8 to 15 and so on, each among themselves
/// (Fisher and Yates). The length is a power of two.
fn shuffle_each_doubling(column: &mut [f64], mut state: u64) {
    let mut start = 1;
    while start < column.len() {
        let block = &mut column[start..2 * start];
        for last in (1..block.len()).rev() {
            block.swap(last, random_up_to(last, &mut state));
        }
        start *= 2;
    }
}

/// A whole number from 0 to `last`, by the high part of a product.
fn random_up_to(last: usize, state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let random = mix(*state) >> 32;
    ((random * (last as u64 + 1)) >> 32) as usize
}

/// A number that looks random and depends on every letter of `key` and on `year`.
fn seed(key: &str, year: Option<u32>) -> u64 {
    // No letter has byte 0xff in UTF-8, so a key cannot imitate a year.
    let year = year.map(u32::to_le_bytes);
    let year = year.into_iter().flat_map(|bytes| std::iter::once(0xff).chain(bytes));
    mix(key.bytes().chain(year).fold(0xcbf2_9ce4_8422_2325, fowler_noll_vo))
}

/// One step of FNV-1a, 64 bits.
fn fowler_noll_vo(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The output function of `SplitMix64` (Steele, Lea and Flood, 2014): near
/// inputs get far outputs.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 4096;

    /// The columns of a large model: parameters, and a few shocks over years.
    fn columns() -> Vec<Vec<f64>> {
        let parameters = (0..40).map(|i| uniform_column(&format!("parameter_{i}"), None, DRAWS));
        let shocks = ["rd_shock", "gdp_shock"].into_iter();
        let years = shocks.flat_map(|key| (2020..2030).map(move |year| (key, year)));
        parameters.chain(years.map(|(key, year)| uniform_column(key, Some(year), DRAWS))).collect()
    }

    /// Pearson's, with the mean ½ and variance 1/12 that a stratified column has.
    fn correlation(a: &[f64], b: &[f64]) -> f64 {
        let products = a.iter().zip(b).map(|(a, b)| (a - 0.5) * (b - 0.5));
        12.0 * products.sum::<f64>() / a.len() as f64
    }

    #[test]
    fn every_power_of_two_prefix_is_stratified() {
        for column in columns() {
            for size in (0..=12).map(|power| 1_usize << power) {
                let mut cells: Vec<_> =
                    column[..size].iter().map(|u| (u * size as f64) as usize).collect();
                cells.sort_unstable();
                assert!(cells.into_iter().eq(0..size), "the first {size} draws");
            }
        }
    }

    #[test]
    fn columns_look_independent() {
        let columns = columns();
        let mut largest: f64 = 0.0;
        for (i, a) in columns.iter().enumerate() {
            for b in &columns[..i] {
                largest = largest.max(correlation(a, b).abs());
            }
        }
        // Independent draws: standard deviation 1/64, and the largest of 1,770
        // pairs lies above 0.07 = 4.5 deviations once in a hundred sets.
        assert!(largest < 0.07, "largest correlation {largest}");
    }

    #[test]
    fn a_pair_fills_the_square() {
        let columns = columns();
        for pair in columns.windows(2) {
            let mut counts = [0_i32; 64];
            for (a, b) in pair[0].iter().zip(&pair[1]) {
                counts[(a * 8.0) as usize * 8 + (b * 8.0) as usize] += 1;
            }
            // 64 draws are expected in each of the 64 squares.
            let distance: i32 = counts.iter().map(|count| (count - 64).pow(2)).sum();
            // χ² with 63 degrees of freedom exceeds 126 once in 235,000 pairs.
            assert!(distance < 126 * 64, "chi-squared {}", f64::from(distance) / 64.0);
        }
    }

    #[test]
    fn a_longer_column_begins_with_the_shorter() {
        let long = uniform_column("rd_shock", Some(2021), DRAWS);
        assert_eq!(uniform_column("rd_shock", Some(2021), 1000), long[..1000]);
        assert_eq!(uniform_column("rd_shock", Some(2021), 0), [0.0; 0]);
    }

    #[test]
    fn key_and_year_choose_the_column() {
        let column = |key, year| uniform_column(key, year, 8);
        assert_eq!(column("a", Some(1)), column("a", Some(1)));
        assert_ne!(column("a", Some(1)), column("a", Some(2)));
        assert_ne!(column("a", Some(1)), column("b", Some(1)));
        assert_ne!(column("a", None), column("a", Some(0)));
    }

    /// The published points are in Gray-code order.
    #[test]
    fn the_sequence_is_sobols() {
        let text = include_str!("../../../tests/reference/statistics.json");
        let reference: serde_json::Value = serde_json::from_str(text).unwrap();
        let points = reference["sobol_joe_kuo_published_10x3"].as_array().unwrap();
        assert_eq!(points.len(), 10);
        for (place, point) in (0_u32..).zip(points) {
            let ours = f64::from(sobol(place ^ (place >> 1))) / 4_294_967_296.0;
            assert_eq!(point[0].as_f64(), Some(ours));
        }
    }

    #[test]
    fn values_stay_inside() {
        assert!(centre(0) > 0.0 && centre(u32::MAX) < 1.0);
    }

    /// A saved plan shows the same figures in every version of the program.
    #[test]
    fn draws_stay_as_released() {
        let column = uniform_column("rd_growth_inertia", None, 3);
        let cells: Vec<_> = column.iter().map(|u| (u * 4_294_967_296.0) as u32).collect();
        assert_eq!(cells, [3_917_164_172, 1_243_584_640, 2_449_161_040]);
    }
}
