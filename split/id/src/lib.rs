//! Names for the ends of a seam, so that nobody has to make up any.

use proc_macro::{Literal, TokenStream, TokenTree};

/// 32 hexadecimal digits for a name, the same for the same name, as a literal.
#[proc_macro]
pub fn id(name: TokenStream) -> TokenStream {
    let digits = format!("{:032x}", hash(&name.to_string()));
    TokenTree::from(Literal::string(&digits)).into()
}

/// FNV-1a of 128 bits, by its published constants.
fn hash(text: &str) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn the_hash_is_that_of_the_published_examples() {
        assert_eq!(hash(""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(hash("a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
