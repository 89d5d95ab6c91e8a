//! What is on screen: Yew components and their hooks, each in its own file, by screen and part of the frame.

pub mod app;
pub mod charts;
pub mod compare;
pub mod data;
pub mod desk;
pub mod explain;
pub mod frame;
pub mod levers;
pub mod output;
pub mod plans;
pub mod seam;
pub mod second;
pub mod state;
pub mod targets;
pub mod wall;
pub mod widgets;

pub use app::App;
