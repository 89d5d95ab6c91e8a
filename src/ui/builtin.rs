//! The built-in model and regions.

use tuiyan_split::second_part;

use crate::analysis::{self, ReferenceClass, Workbench};
use crate::diagnostic::{Diagnostic, SourceFile};
use crate::model::Model;
use crate::region::Region;

/// The built-in model's document.
pub const MODEL: SourceFile<'_> = SourceFile {
    name: "models/city-sti/model.toml",
    text: include_str!("../../models/city-sti/model.toml"),
};

/// What other places achieved: the 31 provinces.
#[must_use]
pub fn reference_class() -> ReferenceClass {
    ReferenceClass::read(include_str!("../../regions/provinces.csv"))
}

/// A region document that the page carries with it.
#[derive(Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Id of the region.
    pub id: &'static str,
    /// What to call it in a list: city and plan year.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

macro_rules! document {
    ($id:literal) => {
        include_str!(concat!("../../regions/", $id, ".toml"))
    };
}

macro_rules! built_in {
    ($first:literal, $first_zh:literal, $first_en:literal; $($id:literal, $zh:literal, $en:literal;)*) => {
        /// All built-in regions; the page opens with the first.
        pub static REGIONS: &[BuiltIn] = &[
            BuiltIn { id: $first, zh: $first_zh, en: $first_en },
            $(BuiltIn { id: $id, zh: $zh, en: $en },)*
        ];

        impl BuiltIn {
            /// The document. That of the first region is always there.
            #[must_use]
            pub fn text(&self) -> &'static str {
                if self.id == $first { document!($first) } else { other_text(self) }
            }
        }

        fn text_of_other(region: &BuiltIn) -> &'static str {
            match region.id {
                $($id => document!($id),)*
                _ => "",
            }
        }
    };
}

built_in! {
    "yiyang-2020", "益阳市2020年", "Yiyang 2020";
    "xiangxi-2022", "湘西州2022年", "Xiangxi 2022";
    "tongren-2020", "铜仁市2020年", "Tongren 2020";
    "changde-2019", "常德市2019年", "Changde 2019";
    "shiyan-2020", "十堰市2020年", "Shiyan 2020";
    "blank", "空白地区", "Blank region";
}

second_part! {
    fn other_text(region: &BuiltIn) -> &'static str = text_of_other, "00000000000000000000000000000004";
}

/// The built-in region with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static BuiltIn> {
    REGIONS.iter().find(|region| region.id == id)
}

/// Reads the built-in model and one of the regions.
///
/// # Errors
///
/// Everything that is wrong with them, in the order of the files.
pub fn load(built_in: &BuiltIn) -> Result<(Model, Region), Vec<Diagnostic>> {
    let model = crate::model::read(MODEL);
    let model = model.value.ok_or(model.diagnostics)?;
    let name = format!("regions/{}.toml", built_in.id);
    let region = crate::region::read(SourceFile { name: &name, text: built_in.text() }, &model);
    let region = region.value.ok_or(region.diagnostics)?;
    Ok((model, region))
}

/// The fingerprint of the built-in city in hexadecimal, to compare builds of the program with.
#[must_use]
pub fn fingerprint() -> String {
    const DRAWS: usize = 512;
    load(&REGIONS[0]).map_or_else(
        |diagnostics| format!("{} problems", diagnostics.len()),
        |(model, region)| {
            format!("{:016x}", analysis::fingerprint(&Workbench::new(model, region, DRAWS)))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_loads_under_its_own_id_and_name() {
        for built_in in REGIONS {
            let (_, region) = load(built_in).unwrap();
            assert_eq!(region.id, built_in.id);
            assert!(built_in.zh.starts_with(&region.name.zh), "{}", built_in.zh);
            assert!(built_in.en.starts_with(&region.name.en), "{}", built_in.en);
            assert_eq!(find(built_in.id), Some(built_in));
        }
    }
}
