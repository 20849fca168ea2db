package fetch

import (
	"net/netip"
	"testing"
)

func TestPublic(t *testing.T) {
	tests := []struct {
		name, at string
		want     bool
	}{
		{"public", "93.184.215.14:443", true},
		{"public, plain", "8.8.8.8:80", true},
		{"public IPv6", "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:443", true},
		{"other port", "93.184.215.14:22", false},
		{"high port", "93.184.215.14:8080", false},
		{"loopback", "127.0.0.1:80", false},
		{"loopback, other", "127.8.9.1:80", false},
		{"this network", "0.0.0.0:80", false},
		{"private 10", "10.1.2.3:80", false},
		{"private 172", "172.31.255.255:80", false},
		{"next to private 172", "172.32.0.1:80", true},
		{"private 192", "192.168.1.1:443", false},
		{"shared", "100.64.0.1:80", false},
		{"metadata in the shared range", "100.100.100.200:80", false},
		{"link-local metadata", "169.254.169.254:80", false},
		{"host service", "168.63.129.16:80", false},
		{"protocols", "192.0.0.192:80", false},
		{"documentation", "203.0.113.7:80", false},
		{"benchmark", "198.19.0.1:80", false},
		{"multicast", "224.0.0.1:80", false},
		{"reserved", "250.1.1.1:80", false},
		{"broadcast", "255.255.255.255:80", false},
		{"IPv6 loopback", "[::1]:80", false},
		{"IPv6 unspecified", "[::]:80", false},
		{"mapped loopback", "[::ffff:127.0.0.1]:80", false},
		{"mapped public", "[::ffff:8.8.8.8]:80", false},
		{"compatible", "[::127.0.0.1]:80", false},
		{"NAT64", "[64:ff9b::7f00:1]:80", false},
		{"local NAT64", "[64:ff9b:1::7f00:1]:80", false},
		{"6to4 of loopback", "[2002:7f00:1::1]:80", false},
		{"Teredo", "[2001:0:1::1]:80", false},
		{"unique local", "[fd00:ec2::254]:80", false},
		{"link-local", "[fe80::1]:80", false},
		{"link-local with a zone", "[fe80::1%eth0]:80", false},
		{"IPv6 multicast", "[ff02::1]:80", false},
		{"IPv6 documentation", "[2001:db8::1]:80", false},
		{"discard", "[100::1]:80", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := Public(netip.MustParseAddrPort(tt.at)); (err == nil) != tt.want {
				t.Errorf("Public(%s) = %v, want allowed: %v", tt.at, err, tt.want)
			}
		})
	}
}
