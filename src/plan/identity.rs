//! Which model a plan was made with.

use crate::model::Model;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// A model's name in a saved plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelIdentity {
    /// Id of the model.
    pub id: String,
    /// Version of its contents.
    pub version: String,
    /// FNV-1a of its text, 16 hexadecimal digits: tells a changed file from
    /// the same one; it is no protection against forgery.
    pub hash: String,
}

impl ModelIdentity {
    /// The identity of `model`, read from `text`.
    #[must_use]
    pub fn of(model: &Model, text: &str) -> Self {
        let hash = fingerprint(text.as_bytes());
        Self { id: model.id.clone(), version: model.version.clone(), hash }
    }
}

/// FNV-1a of some bytes, 16 hexadecimal digits.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    format!("{:016x}", bytes.iter().fold(FNV_OFFSET, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_values() {
        assert_eq!(fingerprint(b""), "cbf29ce484222325");
        assert_eq!(fingerprint(b"a"), "af63dc4c8601ec8c");
        assert_eq!(fingerprint(b"foobar"), "85944171f73967e8");
    }
}
