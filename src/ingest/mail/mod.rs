//! E-mail: who wrote when, their own words apart from what they quote and sign with, and what they attached.

mod automatic;
mod bodies;
mod decoding;
mod envelope;
mod history;
mod mbox;
mod mime;
mod msg;
mod parts;
mod passing;
mod properties;
mod signatures;
mod threads;

pub(crate) use automatic::is_automatic_subject;
pub(crate) use mbox::{places, read as read_mbox};
pub(crate) use mime::read as read_eml;
pub(crate) use msg::read as read_msg;
#[cfg(test)]
pub(super) use msg::tests::made as made_msg;

use super::documents::Document;

/// One message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// Name of the sender, when given. For a message that was forwarded with hardly a word, the original sender.
    pub(crate) name: String,
    /// Address of the sender.
    pub(crate) address: String,
    /// When it was sent, as the header says (RFC 2822 or ISO), or empty.
    pub(crate) date: String,
    /// Subject.
    pub(crate) subject: String,
    /// Message-ID without its angle brackets, or empty.
    pub(crate) id: String,
    /// An automatic reply, delivery report or other message that nobody wrote (by headers or subject).
    pub(crate) is_automatic: bool,
    /// The body: own words as paragraphs, quoted history as [`Kind::Quoted`](super::documents::Kind::Quoted), signature
    /// and disclaimers as [`Kind::Signature`](super::documents::Kind::Signature). Nothing of it is left out.
    pub(crate) body: Document,
    /// What was attached, in order.
    pub(crate) attachments: Vec<Attachment>,
}

/// A file that came with a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attachment {
    /// Its name as given, for people; never used as a path. `attachment 3` when it has none.
    pub(crate) name: String,
    /// Its media type as given, in small letters: `application/pdf`.
    pub(crate) media_type: String,
    /// Its bytes, decoded.
    pub(crate) bytes: Vec<u8>,
    /// Whether it is a picture shown within the body (a logo), and so no document of the response.
    pub(crate) is_inline_picture: bool,
}
