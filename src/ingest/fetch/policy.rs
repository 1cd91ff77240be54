//! Which addresses may be asked: http and https, and no machine of a private network unless the settings allow it.
//!
//! Names are checked where they are resolved, so that the address checked is the address connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Why an address is not asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    #[error("it is no address that can be collected; it must begin with http:// or https://")]
    Address,
    #[error("it holds a name or a password; take them out, and send a header with `env:NAME` under `[source.collect]`")]
    Password,
    #[error(
        "it leads to a private address or to this machine, which is refused; \
         if that is meant, write `allow_private = true` under `[source.collect]`"
    )]
    Private,
    #[error("it redirects to an address that is neither http:// nor https://, which is refused")]
    Scheme,
    #[error("it redirects from https:// to http://, which is refused: anybody on the way could read and change it")]
    Downgrade,
}

/// Checks an address before it is asked. What its name resolves to is checked by [`Public`].
pub(super) fn check(url: &Url, allow_private: bool) -> Result<(), Refusal> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Refusal::Address);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::Password);
    }
    // Whatever form an IPv4 address was written in (one number, octal), parsing made it four decimals.
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or(Refusal::Address)?;
    let literal: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    match literal {
        Some(ip) if !allow_private && !is_public(ip) => Err(Refusal::Private),
        _ => Ok(()),
    }
}

/// Checks where a server sends us.
pub(super) fn check_hop(from: &Url, to: &Url, allow_private: bool) -> Result<(), Refusal> {
    if from.scheme() == "https" && to.scheme() == "http" {
        return Err(Refusal::Downgrade);
    }
    check(to, allow_private).map_err(|refusal| if refusal == Refusal::Address { Refusal::Scheme } else { refusal })
}

/// Resolves names to public addresses alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Public;

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(Refusal::Private.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the open network, by the registries of special-purpose addresses of IANA
/// (RFC 6890 and what it was brought up to date with).
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = match a {
        // This network, private, loopback.
        0 | 10 | 127 => true,
        // Shared by carriers (RFC 6598).
        100 => (64..128).contains(&b),
        // Link-local: where clouds keep their secrets.
        169 => b == 254,
        172 => (16..32).contains(&b),
        // Protocol assignments, documentation, the old 6to4 relay, private.
        192 => (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99) || b == 168,
        // Benchmarks, documentation.
        198 => b == 18 || b == 19 || (b == 51 && c == 100),
        203 => b == 0 && c == 113,
        // Multicast, reserved, broadcast.
        _ => a >= 224,
    };
    !is_special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let low = || {
        let ([g1, g2], [h1, h2]) = (g.to_be_bytes(), h.to_be_bytes());
        Ipv4Addr::new(g1, g2, h1, h2)
    };
    // IPv4 in IPv6 clothes: mapped, and translated by NAT64.
    if [a, b, c, d, e] == [0; 5] && f == 0xffff || [a, b, c, d, e, f] == [0x64, 0xff9b, 0, 0, 0, 0] {
        return is_public_v4(low());
    }
    // Only 2000::/3 is given out; of it, not protocol assignments and Teredo, documentation, or 6to4.
    let is_given_out = a & 0xe000 == 0x2000;
    let is_special = (a == 0x2001 && (b < 0x200 || b == 0xdb8)) || a == 0x2002 || (a == 0x3fff && b < 0x1000);
    is_given_out && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_private_networks_are_told_in_every_form() {
        for private in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.31.0.1",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
            "3fff::1",
            "100::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in
            ["8.8.8.8", "100.128.0.1", "172.32.0.1", "192.1.1.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"]
        {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn an_address_is_refused_for_its_scheme_its_password_and_its_disguise() {
        let check = |url: &str| check(&Url::parse(url).unwrap(), false);
        assert_eq!(check("https://consultations.example.wales/a"), Ok(()));
        assert_eq!(check("file:///etc/passwd"), Err(Refusal::Address));
        assert_eq!(check("ftp://example.wales/a"), Err(Refusal::Address));
        assert_eq!(check("https://dai:secret@example.wales/"), Err(Refusal::Password));
        // One number, octal and hexadecimal are all 127.0.0.1.
        for disguise in ["http://2130706433/", "http://0177.0.0.1/", "http://0x7f.1/", "http://[::ffff:7f00:1]/"] {
            assert_eq!(check(disguise), Err(Refusal::Private), "{disguise}");
        }
        let (https, http) = (Url::parse("https://a.wales/").unwrap(), Url::parse("http://a.wales/").unwrap());
        assert_eq!(check_hop(&https, &http, true), Err(Refusal::Downgrade));
        assert_eq!(check_hop(&http, &https, false), Ok(()));
        let metadata = Url::parse("http://169.254.169.254/latest").unwrap();
        assert_eq!(check_hop(&http, &metadata, false), Err(Refusal::Private));
        assert_eq!(check_hop(&http, &metadata, true), Ok(()));
        assert_eq!(check_hop(&http, &Url::parse("file:///x").unwrap(), true), Err(Refusal::Scheme));
    }
}
