//! Query strings: names and values, percent-decoded.

use crate::error::Malformed;

/// The names and values, in order; a name may come several times.
pub(super) fn pairs(query: &str) -> Result<Vec<(String, String)>, Malformed> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let name = decoded(name).ok_or_else(|| wrong("query", name))?;
            let value = decoded(value).ok_or_else(|| wrong(&name, value))?;
            Ok((name, value))
        })
        .collect()
}

fn wrong(field: &str, found: &str) -> Malformed {
    Malformed::new("percent-encoded UTF-8", found).at(field)
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next()?)?.checked_mul(16)?.checked_add(hex(rest.next()?)?)?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn names_and_values_are_decoded() {
        let found = pairs("a=1&b=%E4%BC%99%20x+y&&c&d=&a=2%3D").unwrap();
        let found: Vec<_> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, [("a", "1"), ("b", "伙 x y"), ("c", ""), ("d", ""), ("a", "2=")]);
    }

    #[test]
    fn what_is_no_utf8_is_refused_by_name() {
        for query in ["customer_id=%FF", "customer_id=%", "customer_id=%4", "customer_id=%zz"] {
            assert_eq!(pairs(query).unwrap_err().field, "customer_id", "{query}");
        }
        assert_eq!(pairs("%FF=1").unwrap_err().field, "query");
    }
}
