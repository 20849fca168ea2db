package fetch

import (
	"fmt"
	"net/netip"
)

// Rule decides about each address that is about to be dialled, after the name
// was looked up and for every redirect anew. An error forbids it.
type Rule func(netip.AddrPort) error

// Public is the rule for the public web: ports 80 and 443 of addresses that
// are globally reachable by the IANA special-purpose registries (RFC 6890).
// Forbidden are private, shared (CGNAT), loopback and link-local addresses,
// those of cloud metadata services, multicast, documentation and reserved
// ones, and every form in which IPv6 can carry an IPv4 address past such a
// list: mapped, NAT64 (RFC 6052), 6to4 and Teredo.
//
// A NAT64 prefix of a provider's own is like any public address; who runs
// such a network must not route private addresses through it.
func Public(at netip.AddrPort) error {
	a := at.Addr()
	switch {
	case at.Port() != 80 && at.Port() != 443:
		return fmt.Errorf("port %d is not a web server's", at.Port())
	case a.Zone() != "" || a.Is4In6():
		return fmt.Errorf("%v is not a public address", a)
	case a.Is6() && !global6.Contains(a):
		return fmt.Errorf("%v is not a public address", a)
	}
	for _, p := range special {
		if p.Contains(a) {
			return fmt.Errorf("%v is not a public address (%v)", a, p)
		}
	}
	return nil
}

// global6 is all that IANA has given out for global unicast; loopback, NAT64,
// unique local, link-local and multicast addresses are outside of it.
var global6 = netip.MustParsePrefix("2000::/3")

var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("10.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // shared, CGNAT
	netip.MustParsePrefix("127.0.0.0/8"),
	netip.MustParsePrefix("168.63.129.16/32"), // Azure's host service, else a public address
	netip.MustParsePrefix("169.254.0.0/16"),   // link-local, with most clouds' metadata
	netip.MustParsePrefix("172.16.0.0/12"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("192.88.99.0/24"), // 6to4 relays
	netip.MustParsePrefix("192.168.0.0/16"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("224.0.0.0/4"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("2001::/23"), // protocols, Teredo among them
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), // 6to4
	netip.MustParsePrefix("3fff::/20"),
}
