//! How the screen is: dark or light, how wide, how dense. Pictures are drawn anew when it changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::MediaQueryList;

use crate::browser::room::{mark_room, root_size, window_size};
use crate::session::TextSize;

/// What a picture must know of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Appearance {
    /// Whether the person prefers light figures on a dark ground.
    pub dark: bool,
    /// Whether the strongest contrast is wanted, on a light ground.
    pub contrast: bool,
    /// Of the window, in CSS pixels.
    pub width: f64,
    /// Device pixels in one CSS pixel.
    pub density: f64,
    /// Of the type that the page is set in, in CSS pixels: one rem.
    pub root_size: f64,
    /// Of the text in pictures, in CSS pixels.
    pub text_size: f64,
}

impl Appearance {
    /// As it is now.
    #[must_use]
    pub fn current() -> Self {
        let root_size = root_size();
        Self {
            dark: matches("(prefers-color-scheme: dark)"),
            contrast: false,
            width: window_size().0,
            density: gloo::utils::window().device_pixel_ratio(),
            root_size,
            text_size: root_size * TextSize::default().in_pictures(),
        }
    }
}

/// What [`on_appearance_change`] listens with.
pub struct AppearanceListeners {
    _window: EventListener,
    _theme: Option<EventListener>,
    _density: Density,
}

/// Calls `report` after each change, as long as the listeners live.
#[must_use]
pub fn on_appearance_change(report: impl Fn(Appearance) + 'static) -> AppearanceListeners {
    let report = Rc::new(move || {
        mark_room();
        report(Appearance::current());
    });
    let (resized, coloured) = (report.clone(), report.clone());
    let window = gloo::utils::window();
    let theme = query("(prefers-color-scheme: dark)");
    let theme = theme.map(|query| EventListener::new(&query, "change", move |_| coloured()));
    let density = Density::default();
    watch_density(&density, report);
    AppearanceListeners {
        _window: EventListener::new(&window, "resize", move |_| resized()),
        _theme: theme,
        _density: density,
    }
}

/// The listener for the density of now.
type Density = Rc<RefCell<Option<EventListener>>>;

/// A page that goes to another screen, or is zoomed in a frame of fixed size, is not resized: the
/// query for the density of now ceases to match, and the next one is asked.
fn watch_density(listener: &Density, report: Rc<dyn Fn()>) {
    let density = gloo::utils::window().device_pixel_ratio();
    let Some(query) = query(&format!("(resolution: {density}dppx)")) else { return };
    // Who no longer listens must not be kept by the listener itself.
    let next = Rc::downgrade(listener);
    let heard = EventListener::once(&query, "change", move |_| {
        report();
        if let Some(listener) = next.upgrade() {
            watch_density(&listener, report);
        }
    });
    *listener.borrow_mut() = Some(heard);
}

fn matches(asked: &str) -> bool {
    query(asked).is_some_and(|query| query.matches())
}

fn query(asked: &str) -> Option<MediaQueryList> {
    gloo::utils::window().match_media(asked).ok().flatten()
}
