/// Reads and writes the names of an enum's values, and their codes at the vendor's API, from one table.
macro_rules! named {
    ($name:ident: $($variant:ident = $text:literal),+ $(,)?) => {
        impl $name {
            /// The name used in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Malformed;
            fn from_str(text: &str) -> Result<Self, $crate::Malformed> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::Malformed::new(concat!("one of", $(" ", $text),+), text)),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
    (codes $name:ident: $($variant:ident = $code:literal),+ $(,)?) => {
        $crate::named::named!(codes u8 $name: $($variant = $code),+);
    };
    (codes $number:ident $name:ident: $($variant:ident = $code:literal),+ $(,)?) => {
        impl $name {
            /// The vendor's code.
            pub fn code(self) -> $number {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn of_code(code: $number) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use named;
