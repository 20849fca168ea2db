package cluster

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"

	"github.com/nats-io/nats.go"
)

// RefusedError says that the servers do not let us in as we are, or that we do
// not believe them: somebody has to change a setting.
type RefusedError struct{ words string }

func (e *RefusedError) Error() string { return e.words }

func refusedf(format string, args ...any) error {
	return &RefusedError{fmt.Sprintf(format, args...)}
}

// jwtHead begins a file of credentials; an nkey seed stands alone in its file.
var jwtHead = []byte("BEGIN NATS USER JWT")

// identity are the options that say who we are and whom we believe.
func (o Options) identity() ([]nats.Option, error) {
	var opts []nats.Option
	if o.Credentials != "" {
		data, err := os.ReadFile(o.Credentials)
		if err != nil {
			return nil, refusedf("the credentials for NATS: %v", err)
		}
		if bytes.Contains(data, jwtHead) {
			opts = append(opts, nats.UserCredentials(o.Credentials)) // read anew with every connection
		} else {
			nkey, err := nats.NkeyOptionFromSeed(o.Credentials)
			if err != nil {
				return nil, refusedf("%s: neither a credentials file as nsc writes it nor the seed of an nkey", o.Credentials)
			}
			opts = append(opts, nkey)
		}
	}
	if !o.secure() {
		return opts, nil
	}
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	if o.CA != "" {
		data, err := os.ReadFile(o.CA)
		if err != nil {
			return nil, refusedf("the authority of NATS's certificates: %v", err)
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(data) {
			return nil, refusedf("%s: no certificate in it; give a PEM file", o.CA)
		}
	}
	if o.Cert != "" {
		own, err := tls.LoadX509KeyPair(o.Cert, o.Key)
		if err != nil {
			return nil, refusedf("our certificate for NATS: %v", err)
		}
		c.Certificates = []tls.Certificate{own}
	}
	return append(opts, nats.Secure(c)), nil
}

// secure tells whether only a connection by TLS will do.
func (o Options) secure() bool {
	return o.CA != "" || o.Cert != "" || strings.Contains(o.Addresses, "tls://")
}

// inTheClear gives the first server to which credentials go without TLS over a
// network, "" when there is none.
func (o Options) inTheClear() string {
	if o.secure() {
		return ""
	}
	for a := range strings.SplitSeq(o.Addresses, ",") {
		u, err := url.Parse(strings.TrimSpace(a))
		if err != nil || (u.User == nil && o.Credentials == "") {
			continue
		}
		if ip := net.ParseIP(u.Hostname()); u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
			return u.Host
		}
	}
	return ""
}

// told gives err in words, as a [RefusedError] when trying again helps nothing.
func (o Options) told(err error) error {
	at := o.Shown
	switch {
	case err == nil:
		return nil
	case errors.Is(err, nats.ErrAuthorization), errors.Is(err, nats.ErrAuthExpired), errors.Is(err, nats.ErrAuthRevoked), errors.Is(err, nats.ErrAccountAuthExpired):
		return refusedf("NATS at %s refuses our credentials (%v); put them right in VERBATIM_NATS or in the file VERBATIM_NATS_CREDS", at, err)
	case errors.Is(err, nats.ErrNkeysNotSupported), errors.Is(err, nats.ErrNoUserCB), errors.Is(err, nats.ErrNkeyButNoSigCB):
		return refusedf("NATS at %s wants other credentials than ours (%v)", at, err)
	case errors.Is(err, nats.ErrSecureConnWanted):
		return refusedf("NATS at %s offers no TLS, and we want it; give the servers certificates, or use nats:// addresses", at)
	}
	if late, ok := errors.AsType[net.Error](err); ok && late.Timeout() {
		return err
	}
	var (
		authority x509.UnknownAuthorityError
		hostname  x509.HostnameError
		invalid   x509.CertificateInvalidError
		alert     tls.AlertError
	)
	switch {
	case errors.As(err, &authority):
		return refusedf("NATS at %s has a certificate of an authority that is not known here; name it in VERBATIM_NATS_CA", at)
	case errors.As(err, &hostname), errors.As(err, &invalid):
		return refusedf("NATS at %s has a certificate that does not hold: %v", at, err)
	case errors.As(err, &alert), strings.Contains(err.Error(), "remote error: tls:"), errors.Is(err, nats.ErrTLS):
		return refusedf("NATS at %s refuses our certificate (%v); see VERBATIM_NATS_CERT and VERBATIM_NATS_KEY", at, err)
	}
	return err
}
