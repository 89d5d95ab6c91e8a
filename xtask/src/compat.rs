//! Since when Chromium knows what style sheets say: MDN's browser-compat-data, which npm brings.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::{npm, paths, stamp};

/// For what no Chromium knows.
pub(crate) const NEVER: u32 = u32::MAX;

/// Units as old as style sheets, which the data does not list, and that of grids.
const OLD_UNITS: [&str; 9] = ["px", "cm", "mm", "in", "pt", "pc", "s", "ms", "fr"];

/// What the data says of style sheets. Each answer is the first Chromium, or none if the data does not have the name.
pub(crate) struct Compat {
    css: Value,
    /// Names that something in the data had before, such as `grid-gap`.
    former: BTreeMap<String, u32>,
    units: BTreeMap<String, u32>,
}

impl Compat {
    /// Reads the data, and installs it before if it is not there.
    ///
    /// # Errors
    /// When it cannot be had, or has another form than is known here.
    pub(crate) fn read() -> Result<Self> {
        npm::ready()?;
        let file = stamp::read(&paths::root("node_modules/@mdn/browser-compat-data/data.json"))?;
        // The other four fifths, of scripts and addresses, stay text.
        let parts: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&file)?;
        let css = parts.get("css").context("the data has nothing of style sheets")?;
        let css: Value = serde_json::from_str(css.get())?;
        let mut former = BTreeMap::new();
        collect_former(&css["properties"], &mut former);
        let kinds = ["length", "angle", "resolution"].iter();
        let units = kinds.flat_map(|kind| units(&css["types"][kind]));
        let units = units.chain(OLD_UNITS.map(|unit| (unit.to_owned(), 1))).collect();
        Ok(Self { css, former, units })
    }

    /// A property, in the block of an at-rule or, where that is empty, of an ordinary rule.
    pub(crate) fn property(&self, at_rule: &str, name: &str) -> Option<u32> {
        let properties = &self.css["properties"];
        let descriptor = since(&self.css["at-rules"][at_rule][name], "");
        let prefixed = || since(&properties[name.strip_prefix("-webkit-")?], "-webkit-");
        let known = descriptor.or_else(|| since(&properties[name], "")).or_else(prefixed);
        known.or_else(|| self.former.get(name).copied())
    }

    /// A property that the data tells apart by the layout it stands in, `grid` or `flex`.
    pub(crate) fn property_in(&self, name: &str, layout: &str) -> Option<u32> {
        since(&self.css["properties"][name][format!("{layout}_context")], "")
    }

    /// A word of a property's value. Names that a page gives are none of the data's.
    pub(crate) fn keyword(&self, property: &str, word: &str) -> Option<u32> {
        let own = since(&self.css["properties"][property][word], "");
        own.or_else(|| since(&self.css["types"]["global_keywords"][word], ""))
    }

    pub(crate) fn function(&self, property: &str, name: &str) -> Option<u32> {
        let types = &self.css["types"];
        let kinds = types.as_object().into_iter().flat_map(serde_json::Map::values);
        let homes = [&self.css["properties"][property], types].into_iter().chain(kinds);
        let names = [name.to_owned(), format!("{name}_function"), format!("{name}-function")];
        homes.flat_map(|home| names.each_ref().map(|name| since(&home[name], ""))).flatten().next()
    }

    pub(crate) fn unit(&self, name: &str) -> Option<u32> {
        self.units.get(name).copied()
    }

    /// A pseudo-class or pseudo-element, or another part of a selector by the data's own name for it.
    pub(crate) fn selector(&self, name: &str) -> Option<u32> {
        since(&self.css["selectors"][name], "")
    }

    /// `:not(a, b)`.
    pub(crate) fn list_in(&self, selector: &str) -> Option<u32> {
        since(&self.css["selectors"][selector]["selector_list"], "")
    }

    pub(crate) fn at_rule(&self, name: &str) -> Option<u32> {
        since(&self.css["at-rules"][name], "")
    }

    /// `(width >= 600px)`.
    pub(crate) fn range_in_media(&self) -> Option<u32> {
        since(&self.css["at-rules"]["media"]["range_syntax"], "")
    }
}

/// The first Chromium that knows an entry of the data under this prefix, wholly and without a switch, and still does.
fn since(entry: &Value, prefix: &str) -> Option<u32> {
    let support = entry.get("__compat")?.get("support")?.get("chrome")?;
    let known = statements(support).iter().filter(|statement| {
        let limits = ["alternative_name", "flags", "partial_implementation", "version_removed"];
        limits.iter().all(|limit| statement.get(limit).is_none())
            && statement["prefix"].as_str().unwrap_or_default() == prefix
    });
    Some(known.map(version).min().unwrap_or(NEVER))
}

fn statements(support: &Value) -> &[Value] {
    support.as_array().map_or(std::slice::from_ref(support), Vec::as_slice)
}

/// `≤37` means that nobody looked further back.
fn version(statement: &Value) -> u32 {
    let text = statement["version_added"].as_str().unwrap_or_default();
    text.trim_start_matches('≤').parse().unwrap_or(NEVER)
}

fn collect_former(entry: &Value, former: &mut BTreeMap<String, u32>) {
    let Some(entries) = entry.as_object() else { return };
    for (key, entry) in entries {
        if key != "__compat" {
            collect_former(entry, former);
            continue;
        }
        for statement in statements(&entry["support"]["chrome"]) {
            if let Some(name) = statement["alternative_name"].as_str() {
                former.insert(name.to_owned(), version(statement));
            }
        }
    }
}

/// An entry is a unit, or several that its description names.
fn units(kind: &Value) -> Vec<(String, u32)> {
    let entries = kind.as_object().into_iter().flatten();
    let entries = entries.filter_map(|(name, entry)| Some((name, entry, since(entry, "")?)));
    let named = entries.flat_map(|(name, entry, since)| {
        let description = entry["__compat"]["description"].as_str().unwrap_or_default();
        let named = description.split("<code>").skip(1).filter_map(|rest| rest.split('<').next());
        named.chain([name.as_str()]).map(|name| (name.to_owned(), since)).collect::<Vec<_>>()
    });
    named.collect()
}
