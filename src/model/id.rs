//! Positions in a model's lists, each of a type of its own: a lever's place cannot index the
//! indicators.

/// Declares the type of the positions in one list, which is a
/// [`TiVec`](typed_index_collections::TiVec).
macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(usize);

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                Self(position)
            }
        }

        impl From<$name> for usize {
            fn from(position: $name) -> Self {
                position.0
            }
        }
    };
}
pub(crate) use position;

position! {
    /// Position of a lever in [`Model::levers`](crate::model::Model::levers).
    ///
    /// ```
    /// fn id(model: &tuiyan::model::Model, lever: tuiyan::model::LeverId) -> &str {
    ///     &model.levers[lever].id
    /// }
    /// ```
    ///
    /// It finds nothing in another list:
    ///
    /// ```compile_fail
    /// fn id(model: &tuiyan::model::Model, lever: tuiyan::model::LeverId) -> &str {
    ///     &model.variables[lever].id
    /// }
    /// ```
    LeverId
}
position! {
    /// Position of a variable in [`Model::variables`](crate::model::Model::variables).
    VariableId
}
position! {
    /// Position of a parameter in [`Model::parameters`](crate::model::Model::parameters).
    ParameterId
}
