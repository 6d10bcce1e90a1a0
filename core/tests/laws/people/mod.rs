//! Histories of people: whose customer somebody is, who answers for it, and who may do what in its account.

#[path = "book.rs"]
pub mod book;
#[path = "history.rs"]
pub mod history;
#[path = "laws.rs"]
mod laws_of_people;
#[path = "views.rs"]
pub mod views;
#[path = "world.rs"]
pub mod world;

pub use laws_of_people::LAWS;
