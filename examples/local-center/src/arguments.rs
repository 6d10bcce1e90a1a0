//! The command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use partnerkit::Site;

use crate::clock::Clock;

const USAGE: &str = "usage: local-center [--port PORT] [--bind ADDRESS] [--seed small] [--site SITE] [--now TIME]
  --port PORT     the port; 0, the default, takes a free one and says which
  --bind ADDRESS  a loopback address; 127.0.0.1 when not said
  --seed small    the world it begins with; there is one
  --site SITE     cn, which is the default, intl or eu
  --now TIME      a time such as 2026-03-10T00:00:00Z at which the clock stands; otherwise it is the machine's";

/// What was asked for.
#[derive(Debug)]
pub struct Arguments {
    /// Where to listen.
    pub address: SocketAddr,
    /// The site that the center stands for.
    pub site: Site,
    /// The clock.
    pub clock: Clock,
}

impl Arguments {
    /// Reads the command line.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let (mut site, mut clock) = (Site::Cn, Clock::Machine);
        while let Some(name) = words.next() {
            let wrong = |value: &str| format!("{name} cannot be `{value}`\n{USAGE}");
            let value = words.next().ok_or_else(|| USAGE.to_owned())?;
            match name.as_str() {
                "--port" => address.set_port(value.parse().map_err(|_| wrong(&value))?),
                "--bind" => {
                    let ip: IpAddr = value.parse().map_err(|_| wrong(&value))?;
                    if !ip.is_loopback() {
                        return Err(format!("it verifies no signatures, so it listens on loopback only, not on {ip}"));
                    }
                    address.set_ip(ip);
                }
                "--seed" if value == "small" => {}
                "--site" => site = value.parse().map_err(|_| wrong(&value))?,
                "--now" => clock = Clock::Stands(value.parse().map_err(|_| wrong(&value))?),
                "--seed" => return Err(wrong(&value)),
                _ => return Err(format!("there is no {name}\n{USAGE}")),
            }
        }
        Ok(Self { address, site, clock })
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split_whitespace().map(Into::into))
    }

    #[test]
    fn it_listens_on_loopback_only() {
        assert_eq!(read("--port 8080").unwrap().address.to_string(), "127.0.0.1:8080");
        assert_eq!(read("--bind ::1").unwrap().address.to_string(), "[::1]:0");
        for line in ["--bind 0.0.0.0", "--bind ::", "--bind 192.168.1.2", "--bind 8.8.8.8"] {
            assert!(read(line).unwrap_err().contains("loopback only"), "{line}");
        }
    }

    #[test]
    fn what_it_does_not_understand_is_named() {
        for line in [
            "--site mars",
            "--port x",
            "--port 65536",
            "--seed large",
            "--now today",
            "--bind localhost",
            "--host 127.0.0.1",
            "--port",
        ] {
            assert!(read(line).unwrap_err().contains("usage"), "{line}");
        }
    }
}
