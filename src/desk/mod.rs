//! The work on a plan without a screen: what it is computed on, what came out, what is made of that.
//!
//! Nothing here knows a browser; the page and the command line both stand on it.

mod content;
mod draw;
mod exported;
mod fan;
mod goal;
mod ground;
mod opening;
mod output_file;
mod pack;
pub mod place;
pub mod record;
mod run;
mod scene;
mod setting;
mod several;
pub mod source;
mod subject;
pub mod target;
mod work;
mod workspace;

pub use content::{ChartPicture, Content};
pub use draw::Draw;
pub use exported::{Format, exported};
pub use fan::{JudgedTarget, Named, drawn, fan_figure, overlaid, pictured};
pub use goal::{SoughtSetting, SoughtTarget, levers_ranked, setting_sought};
pub use ground::{Computed, Ground};
pub use opening::follow;
pub use output_file::OutputFile;
pub use pack::pack;
pub use run::FinishedRun;
pub use scene::{Outcome, Scene};
pub use setting::{grid, setting, stepped};
pub use subject::Subject;
pub use work::Work;
pub use workspace::{Bring, Request, Workspace};
