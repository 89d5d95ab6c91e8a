//! Tells screen readers of a new verdict once the levers have come to rest.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Rest after which a text is announced, milliseconds.
const REST: u32 = 800;

/// Properties of [`Announcer`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to announce when it stays.
    pub text: AttrValue,
}

/// A polite live region that skips what passes by during a drag.
#[component]
pub fn Announcer(props: &Props) -> Html {
    let announced = use_state(AttrValue::default);
    {
        let announced = announced.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            let timeout = Timeout::new(REST, move || announced.set(text));
            move || drop(timeout)
        });
    }
    html! { <p class="for-readers" role="status" aria-live="polite">{ (*announced).clone() }</p> }
}
