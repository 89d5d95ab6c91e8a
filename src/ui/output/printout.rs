//! The document, while the browser prints.

use yew::prelude::*;

use crate::browser::on_print;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::state::given::Given;

/// Nothing on screen; the document while the browser prints.
#[component]
pub fn Printout(given: &Given) -> Html {
    let printing = use_state(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let listeners = on_print(move |now| printing.set(now));
            move || drop(listeners)
        });
    }
    if *printing {
        html! { <Later part={Part::Paper(given.clone())} locale={given.scene.locale} /> }
    } else {
        Html::default()
    }
}
