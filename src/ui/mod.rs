//! What is on screen: Yew components, each in its own file.

pub mod announcer;
pub mod app;
pub mod budget;
pub mod builtin;
pub mod changes;
pub mod desk;
pub mod dock;
pub mod dumbbell;
pub mod evidence;
pub mod fan_canvas;
pub mod fan_figure;
pub mod file_report;
pub mod figure;
pub mod foot;
pub mod gap;
pub mod indicator_card;
pub mod lever_card;
pub mod lever_panel;
pub mod lever_rail;
pub mod library;
pub mod light;
pub mod not_judged;
pub mod number_field;
pub mod origins;
pub mod page;
pub mod reach_board;
pub mod run;
pub mod scenario_strip;
pub mod scene;
pub mod shift;
pub mod status_field;
pub mod top_bar;
pub mod verdict;
pub mod workspace;

pub use app::App;
