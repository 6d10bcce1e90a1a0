//! Who calls, and how often.

use std::collections::HashMap;
use std::net::IpAddr;

use partnerkit::{Actor, Token};

/// The accounts that have an access key.
#[derive(Default)]
pub struct Callers {
    known: Vec<Caller>,
}

struct Caller {
    access_key: &'static str,
    who: &'static str,
    actor: Actor,
}

impl Callers {
    /// Gives an account an access key.
    pub fn add(&mut self, access_key: &'static str, who: &'static str, actor: Actor) {
        self.known.push(Caller { access_key, who, actor });
    }

    /// The access keys, as one tells them to people. Any secret key goes with them.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.known.iter().map(|caller| format!("access key {:<16} {}", caller.access_key, caller.who))
    }

    /// Whose the access key of a header `Authorization: SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…` is. The signature is
    /// not verified.
    pub fn of_header(&self, authorization: Option<&str>) -> Result<Actor, Token> {
        let header = authorization.ok_or(Token::Missing)?;
        let fields = header.strip_prefix("SDK-HMAC-SHA256 ").ok_or(Token::Illegal)?;
        let access_key = fields.split(',').find_map(|field| field.trim().strip_prefix("Access=")).ok_or(Token::Illegal)?;
        let found = self.known.iter().find(|caller| caller.access_key == access_key);
        found.map(|caller| caller.actor.clone()).ok_or(Token::Illegal)
    }
}

/// The calls of this second. Only those with a valid token count, refused ones too.
#[derive(Default)]
pub struct CallLog {
    second: u64,
    calls: HashMap<(IpAddr, &'static str, String), u32>,
}

impl CallLog {
    /// Notes a call, and says how many of the same source address, operation and account came before it in this second.
    pub fn note(&mut self, second: u64, source: IpAddr, operation: &'static str, actor: &Actor) -> u32 {
        if second != self.second {
            self.second = second;
            self.calls.clear();
        }
        // The operators of a partner count together.
        let account = match actor {
            Actor::Customer(account) => account.customer.to_string(),
            actor => actor.acts_for().map(ToString::to_string).unwrap_or_default(),
        };
        let count = self.calls.entry((source, operation, account)).or_default();
        let before = *count;
        *count = count.saturating_add(1);
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(partner: &str) -> Actor {
        Actor::partner(partner.parse().unwrap())
    }

    #[test]
    fn a_caller_is_known_by_the_access_key() {
        let mut callers = Callers::default();
        callers.add("AK1", "somebody", actor("P1"));
        assert_eq!(callers.of_header(Some("SDK-HMAC-SHA256 Access=AK1, SignedHeaders=host, Signature=00")), Ok(actor("P1")));
        assert_eq!(callers.of_header(None), Err(Token::Missing));
        for header in ["", "Bearer AK1", "SDK-HMAC-SHA256 Access=AK2", "SDK-HMAC-SHA256 Signature=00", "SDK-HMAC-SHA256 Access="]
        {
            assert_eq!(callers.of_header(Some(header)), Err(Token::Illegal), "{header}");
        }
    }

    #[test]
    fn calls_are_counted_by_second_source_operation_and_partner() {
        let [here, there]: [IpAddr; 2] = ["127.0.0.1", "127.0.0.2"].map(|address| address.parse().unwrap());
        let mut log = CallLog::default();
        assert_eq!(log.note(1, here, "Issue", &actor("P1")), 0);
        assert_eq!(log.note(1, here, "Issue", &actor("P1")), 1);
        assert_eq!(log.note(1, here, "List", &actor("P1")), 0);
        assert_eq!(log.note(1, there, "Issue", &actor("P1")), 0);
        assert_eq!(log.note(1, here, "Issue", &actor("P2")), 0);
        assert_eq!(log.note(2, here, "Issue", &actor("P1")), 0);
    }
}
