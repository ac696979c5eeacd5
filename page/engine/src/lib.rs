//! The engine of the quiz in a browser, as WebAssembly without imports.
//!
//! The page writes a request into [`room`], calls [`load`] with a catalogue or [`answer`] with
//! JSON, and reads the reply, which is JSON too, at [`reply`]: `{"ok": ...}`, or
//! `{"error": "what is wrong, in words"}`. All that is asked and told is in [`Request`].

mod commands;
mod quiz;
mod request;

use std::cell::RefCell;

use serde_json::{Value, json};

pub use quiz::{Quiz, Wrong};
pub use request::{Request, Settings};

/// What is held between two calls.
#[derive(Default)]
struct Desk {
    request: Vec<u8>,
    reply: Vec<u8>,
    /// The bytes of a catalogue, until the quiz is opened.
    catalogue: Vec<u8>,
    quiz: Option<Quiz>,
}

thread_local! {
    // WebAssembly has one thread here.
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Makes room for a request of so many bytes, and says where it is.
#[expect(unsafe_code, reason = "the name is exported; no other is called so")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    DESK.with_borrow_mut(|desk| {
        desk.request = vec![0; length];
        desk.request.as_mut_ptr()
    })
}

/// Takes the request for the bytes of a catalogue, as [`rolefit_engine::catalogue::embed`]
/// made them.
#[expect(unsafe_code, reason = "the name is exported; no other is called so")]
#[unsafe(no_mangle)]
pub extern "C" fn load() {
    DESK.with_borrow_mut(|desk| desk.catalogue = std::mem::take(&mut desk.request));
}

/// Answers the request, which is a [`Request`] as JSON, and says how many bytes the reply has.
#[expect(unsafe_code, reason = "the name is exported; no other is called so")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> usize {
    DESK.with_borrow_mut(|desk| {
        let request = std::mem::take(&mut desk.request);
        let told = match desk.told(&request) {
            Ok(told) => json!({ "ok": told }),
            Err(wrong) => json!({ "error": wrong.to_string() }),
        };
        desk.reply = told.to_string().into_bytes();
        desk.reply.len()
    })
}

/// Where the last reply is.
#[expect(unsafe_code, reason = "the name is exported; no other is called so")]
#[unsafe(no_mangle)]
pub extern "C" fn reply() -> *const u8 {
    DESK.with_borrow(|desk| desk.reply.as_ptr())
}

impl Desk {
    fn told(&mut self, request: &[u8]) -> Result<Value, Wrong> {
        let request: Request = serde_json::from_slice(request)?;
        if let Request::Open(settings) = request {
            let quiz = Quiz::open(&std::mem::take(&mut self.catalogue), &settings)?;
            let told = quiz.questionnaire();
            self.quiz = Some(quiz);
            return Ok(told);
        }
        self.quiz.as_ref().ok_or(Wrong::NotOpen)?.told(request)
    }
}
