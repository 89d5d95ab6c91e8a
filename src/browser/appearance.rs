//! How the screen is: dark or light, how wide, how dense. Pictures are drawn anew when it changes.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

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
    /// Of the text in pictures, in CSS pixels.
    pub text_size: f64,
}

impl Appearance {
    /// As it is now.
    #[must_use]
    pub fn current() -> Self {
        let window = gloo::utils::window();
        let width = window.inner_width().ok().and_then(|width| width.as_f64());
        Self {
            dark: dark_query().is_some_and(|query| query.matches()),
            contrast: false,
            width: width.unwrap_or_default(),
            density: window.device_pixel_ratio(),
            text_size: TextSize::default().in_pictures(),
        }
    }
}

/// Calls `told` after each change, as long as the listeners live.
#[must_use]
pub fn on_appearance_change(told: impl Fn(Appearance) + Clone + 'static) -> Vec<EventListener> {
    let resized = told.clone();
    let window = gloo::utils::window();
    let resize = EventListener::new(&window, "resize", move |_| resized(Appearance::current()));
    let theme = dark_query()
        .map(|query| EventListener::new(&query, "change", move |_| told(Appearance::current())));
    std::iter::once(resize).chain(theme).collect()
}

fn dark_query() -> Option<MediaQueryList> {
    gloo::utils::window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}
