//! A field of a form that is entered as a whole: what is typed counts as soon as it is there, and the form says what
//! is wrong with it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field of a form.
pub struct FormField {
    /// Its id; the sentence about it has one made of it.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What stands in it while it is empty.
    pub hint: AttrValue,
    /// The id of a list of what can be typed.
    pub list: Option<&'static str>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// Called with every text.
    pub on_text: Callback<String>,
}

impl FormField {
    /// The field below its label, and the sentence about it.
    pub fn draw(self) -> Html {
        let label = self.label.clone();
        let problem = self.problem.clone().map(|words| {
            html! { <p class="field-problem" id={self.problem_id()}>{ words }</p> }
        });
        html! {
            <div class={classes!("form-field", problem.is_some().then_some("form-bad"))}>
                <label for={self.id.clone()}>{ label }</label>
                { self.input(None) }
                if let Some(problem) = problem {
                    { problem }
                }
            </div>
        }
    }

    /// The field alone, whose label is only heard.
    pub fn draw_bare(self) -> Html {
        let label = self.label.clone();
        self.input(Some(label))
    }

    fn problem_id(&self) -> String {
        format!("{}-problem", self.id)
    }

    fn input(&self, label: Option<AttrValue>) -> Html {
        let is_bad = self.problem.is_some();
        let oninput = self
            .on_text
            .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <input id={some(&self.id)} type="text" autocomplete="off" list={self.list} value={&self.value} placeholder={some(&self.hint)}
                aria-label={label} aria-invalid={is_bad.then_some("true")} aria-describedby={is_bad.then(|| self.problem_id())}
                {oninput} />
        }
    }
}

fn some(text: &AttrValue) -> Option<AttrValue> {
    Some(text.clone()).filter(|text| !text.is_empty())
}
