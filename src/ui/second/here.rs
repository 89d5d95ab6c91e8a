//! Whether the second part of the program is here, kept up to date.

use yew::prelude::*;

use crate::browser::{SecondPart, ask_for_second_part, on_second_part, second_part};

/// How the second part is; whoever uses this has asked for it.
#[hook]
pub fn use_second_part() -> SecondPart {
    let state = use_state_eq(second_part);
    let setter = state.setter();
    use_effect_with((), move |()| {
        let listener = on_second_part(move |now| setter.set(now));
        if second_part() == SecondPart::Coming {
            ask_for_second_part(|_| ());
        }
        move || drop(listener)
    });
    *state
}
