//! The documents for planners name what is on the page in its own words, and their pictures exist.

use std::fs;
use std::path::{Path, PathBuf};

use super::texts;
use crate::locale::Locale;
use crate::sorted::Set;

const DOCUMENTS: [&str; 2] = ["使用手册.md", "研讨会主持指南.md"];

/// Of a picture, bytes: documents go through office mail.
const LARGEST: u64 = 150_000;

/// A text with gaps is known by so many letters at least.
const FEWEST: usize = 2;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn document(name: &str) -> String {
    fs::read_to_string(docs().join(name)).unwrap()
}

/// What stands between two marks, in its order.
fn between<'t>(text: &'t str, open: &'t str, close: char) -> impl Iterator<Item = &'t str> {
    text.split(open)
        .skip(1)
        .filter_map(move |rest| rest.split_once(close).map(|(inside, _)| inside))
}

/// Whether words are what a text of the page says: in full, with its gaps filled, or up to a gap.
fn says(text: &str, words: &str) -> bool {
    if text == words {
        return true;
    }
    let Some((head, _)) = text.split_once('{') else { return false };
    let parts: Vec<&str> = text.split(['{', '}']).step_by(2).collect();
    let fixed = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_begun = fixed(words) >= FEWEST && head.starts_with(words);
    let is_filled =
        parts.iter().map(|part| fixed(part)).sum::<usize>() >= FEWEST && fits(words, &parts);
    is_begun || is_filled
}

/// Whether the parts stand in the words in this order, at both ends, with something in each gap.
fn fits(words: &str, parts: &[&str]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let Some(mut rest) = words.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else {
        return false;
    };
    for part in &parts[1..parts.len() - 1] {
        match rest.split_once(part) {
            Some((gap, after)) if !gap.is_empty() => rest = after,
            _ => return false,
        }
    }
    !rest.is_empty()
}

#[test]
fn every_control_is_called_what_the_page_calls_it() {
    let texts: Vec<&str> = texts::all().map(|phrase| phrase.get(Locale::Zh)).collect();
    // What the page says when the program does not stand.
    let shell = fs::read_to_string(docs().join("../index.html")).unwrap();
    let is_on_page = |words: &&str| {
        texts.iter().any(|text| says(text, words)) || shell.contains(&format!(">{words} <"))
    };
    for name in DOCUMENTS {
        let text = document(name);
        let quoted: Vec<&str> =
            between(&text, "「", '」').filter(|words| !words.is_empty()).collect();
        assert!(quoted.len() > 20, "{name}");
        let strange: Set<&str> = quoted.into_iter().filter(|words| !is_on_page(words)).collect();
        assert!(strange.is_empty(), "{name}: not on the page: {strange:?}");
    }
}

#[test]
fn every_picture_exists_is_small_and_is_shown() {
    let shown: Set<String> = DOCUMENTS
        .into_iter()
        .flat_map(|name| {
            let text = document(name);
            between(&text, "](images/", ')').map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert!(shown.len() > 5);
    for picture in &shown {
        let file = fs::metadata(docs().join("images").join(picture))
            .unwrap_or_else(|error| panic!("{picture}: {error}"));
        assert!(file.len() <= LARGEST, "{picture} has {} bytes", file.len());
    }
    let stored = fs::read_dir(docs().join("images")).unwrap();
    let stored = stored.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let idle: Vec<String> =
        stored.filter(|name| name.starts_with("manual-") && !shown.contains(name)).collect();
    assert!(idle.is_empty(), "no document shows {idle:?}");
}

#[test]
fn chapters_that_the_manual_points_to_exist() {
    for name in DOCUMENTS {
        let text = document(name);
        let headings: Vec<String> = text
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .map(|heading| heading.chars().filter(|letter| letter.is_alphanumeric()).collect())
            .collect();
        for anchor in between(&text, "](#", ')') {
            assert!(
                headings.iter().any(|heading| heading == anchor),
                "{name}: no chapter {anchor}"
            );
        }
        let is_document =
            |link: &&str| Path::new(link).extension().is_some_and(|kind| kind == "md");
        for file in between(&text, "](", ')').filter(is_document) {
            assert!(docs().join(file).exists(), "{name}: no {file}");
        }
    }
}

#[test]
fn a_text_is_known_in_full_filled_or_up_to_its_gap() {
    assert!(says("反推", "反推") && !says("反推出", "反推"));
    assert!(says("开始{year}年规划", "开始2027年规划") && !says("开始{year}年规划", "开始年规划"));
    assert!(says("还缺{count}个数", "还缺") && !says("{count}个", "三个"));
}
