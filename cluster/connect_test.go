package cluster

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nkeys"
)

// journal is a log that tests read.
type journal struct {
	mu   sync.Mutex
	text strings.Builder
}

func (j *journal) Write(b []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(b)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

// served starts a NATS server on loopback, changed by change, and gives its port.
func served(t *testing.T, change func(*server.Options)) *server.Server {
	t.Helper()
	o := &server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, NoSigs: true, NoLog: true, JetStream: true, StoreDir: t.TempDir()}
	if change != nil {
		change(o)
	}
	s, err := server.NewServer(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("the server does not start")
	}
	return s
}

func port(t *testing.T, s *server.Server) int {
	t.Helper()
	a, ok := s.Addr().(*net.TCPAddr)
	if !ok {
		t.Fatal("the server has no port")
	}
	return a.Port
}

func put(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// authority signs certificates.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	file string
}

func newAuthority(t *testing.T, dir, name string) *authority {
	t.Helper()
	a := &authority{}
	a.key = must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der := must(x509.CreateCertificate(rand.Reader, c, c, &a.key.PublicKey, a.key))
	a.cert = must(x509.ParseCertificate(der))
	a.file = put(t, dir, name+".pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	return a
}

// sign makes a certificate for host, or for a client when that is "".
func (a *authority) sign(t *testing.T, dir, name, host string) (cert, key string) {
	t.Helper()
	k := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	c := &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	if host != "" {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
		if ip := net.ParseIP(host); ip != nil {
			c.IPAddresses = []net.IP{ip}
		} else {
			c.DNSNames = []string{host}
		}
	}
	der := must(x509.CreateCertificate(rand.Reader, c, a.cert, &k.PublicKey, a.key))
	cert = put(t, dir, name+".crt", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	key = put(t, dir, name+".key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: must(x509.MarshalPKCS8PrivateKey(k))}))
	return cert, key
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// credentials makes an operator with one account that may keep things, and a
// user of it: the server's options and the user's file.
func credentials(t *testing.T, dir string) (change func(*server.Options), file string) {
	t.Helper()
	operator, account, user := must(nkeys.CreateOperator()), must(nkeys.CreateAccount()), must(nkeys.CreateUser())
	oc := jwt.NewOperatorClaims(must(operator.PublicKey()))
	ac := jwt.NewAccountClaims(must(account.PublicKey()))
	ac.Limits.JetStreamLimits = jwt.JetStreamLimits{DiskStorage: jwt.NoLimit, MemoryStorage: jwt.NoLimit}
	uc := jwt.NewUserClaims(must(user.PublicKey()))
	resolver := &server.MemAccResolver{}
	if err := resolver.Store(must(account.PublicKey()), must(ac.Encode(operator))); err != nil {
		t.Fatal(err)
	}
	trusted := must(jwt.DecodeOperatorClaims(must(oc.Encode(operator))))
	file = put(t, dir, "user.creds", must(jwt.FormatUserConfig(must(uc.Encode(account)), must(user.Seed()))))
	return func(o *server.Options) {
		o.TrustedOperators, o.AccountResolver = []*jwt.OperatorClaims{trusted}, resolver
		system := must(nkeys.CreateAccount())
		sc := jwt.NewAccountClaims(must(system.PublicKey()))
		if err := resolver.Store(must(system.PublicKey()), must(sc.Encode(operator))); err != nil {
			t.Fatal(err)
		}
		o.SystemAccount = must(system.PublicKey())
	}, file
}

// TestConnect lets us in, or not, at servers of every kind.
func TestConnect(t *testing.T) {
	dir := t.TempDir()
	ca, other := newAuthority(t, dir, "ca"), newAuthority(t, dir, "other")
	cert, key := ca.sign(t, dir, "server", "127.0.0.1")
	wrongName, wrongNameKey := ca.sign(t, dir, "elsewhere", "elsewhere.example")
	ourCert, ourKey := ca.sign(t, dir, "client", "")
	theirCert, theirKey := other.sign(t, dir, "stranger", "")
	config := func(cert, key string, verify bool) func(*server.Options) {
		return func(o *server.Options) {
			c := must(server.GenTLSConfig(&server.TLSConfigOpts{CertFile: cert, KeyFile: key, CaFile: ca.file, Verify: verify, Timeout: 2}))
			o.TLS, o.TLSVerify, o.TLSConfig, o.TLSTimeout = true, verify, c, 2
			c.MinVersion = tls.VersionTLS12
		}
	}
	nkey := must(nkeys.CreateUser())
	seed, otherSeed := put(t, dir, "nkey", must(nkey.Seed())), put(t, dir, "other.nkey", must(must(nkeys.CreateUser()).Seed()))
	byFile, creds := credentials(t, dir)
	_, otherCreds := credentials(t, t.TempDir())

	open := served(t, nil)
	password := served(t, func(o *server.Options) { o.Username, o.Password = "bot", "s3cret" })
	token := served(t, func(o *server.Options) { o.Authorization = "t0ken" })
	keyed := served(t, func(o *server.Options) { o.Nkeys = []*server.NkeyUser{{Nkey: must(nkey.PublicKey())}} })
	credited := served(t, byFile)
	secure := served(t, config(cert, key, false))
	misnamed := served(t, config(wrongName, wrongNameKey, false))
	mutual := served(t, config(cert, key, true))
	forgetful := served(t, func(o *server.Options) { o.JetStream = false })

	for _, tt := range []struct {
		name string
		at   *server.Server
		url  string // %d is the port
		o    Options
		want string // "" = let in; what stands in the error
	}{
		{"open", open, "nats://127.0.0.1:%d", Options{}, ""},
		{"open, TLS wanted", open, "tls://127.0.0.1:%d", Options{}, "offers no TLS"},
		{"password", password, "nats://bot:s3cret@127.0.0.1:%d", Options{}, ""},
		{"wrong password", password, "nats://bot:s3cre7@127.0.0.1:%d", Options{}, "refuses our credentials"},
		{"no password", password, "nats://127.0.0.1:%d", Options{}, "refuses our credentials"},
		{"token", token, "nats://t0ken@127.0.0.1:%d", Options{}, ""},
		{"wrong token", token, "nats://t0ke@127.0.0.1:%d", Options{}, "refuses our credentials"},
		{"nkey", keyed, "nats://127.0.0.1:%d", Options{Credentials: seed}, ""},
		{"another nkey", keyed, "nats://127.0.0.1:%d", Options{Credentials: otherSeed}, "refuses our credentials"},
		{"a certificate for an nkey", keyed, "nats://127.0.0.1:%d", Options{Credentials: cert}, "neither a credentials file"},
		{"credentials", credited, "nats://127.0.0.1:%d", Options{Credentials: creds}, ""},
		{"another operator's credentials", credited, "nats://127.0.0.1:%d", Options{Credentials: otherCreds}, "refuses our credentials"},
		{"no such file", credited, "nats://127.0.0.1:%d", Options{Credentials: filepath.Join(dir, "none")}, "no such file"},
		{"TLS", secure, "tls://127.0.0.1:%d", Options{CA: ca.file}, ""},
		{"TLS by the file alone", secure, "nats://127.0.0.1:%d", Options{CA: ca.file}, ""},
		{"unknown authority", secure, "tls://127.0.0.1:%d", Options{}, "VERBATIM_NATS_CA"},
		{"another authority", secure, "tls://127.0.0.1:%d", Options{CA: other.file}, "VERBATIM_NATS_CA"},
		{"no authority in the file", secure, "tls://127.0.0.1:%d", Options{CA: seed}, "no certificate in it"},
		{"another name", misnamed, "tls://127.0.0.1:%d", Options{CA: ca.file}, "does not hold"},
		{"our certificate", mutual, "tls://127.0.0.1:%d", Options{CA: ca.file, Cert: ourCert, Key: ourKey}, ""},
		{"a stranger's certificate", mutual, "tls://127.0.0.1:%d", Options{CA: ca.file, Cert: theirCert, Key: theirKey}, "refuses our certificate"},
		{"no certificate", mutual, "tls://127.0.0.1:%d", Options{CA: ca.file}, "refuses our certificate"},
		{"another's key", mutual, "tls://127.0.0.1:%d", Options{CA: ca.file, Cert: ourCert, Key: theirKey}, "our certificate for NATS"},
		{"without JetStream", forgetful, "nats://127.0.0.1:%d", Options{patience: time.Second}, "JetStream is not switched on"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var log journal
			tt.o.Addresses, tt.o.Shown, tt.o.Name, tt.o.Log = fmt.Sprintf(tt.url, port(t, tt.at)), "nats://here", "test", slog.New(slog.NewTextHandler(&log, nil))
			c, err := Connect(t.Context(), tt.o)
			if c != nil {
				defer c.Close()
			}
			text := log.String()
			if err != nil {
				text += err.Error()
			}
			for _, secret := range []string{"s3cre", "t0ke"} {
				if strings.Contains(text, secret) {
					t.Errorf("a secret is told: %s", text)
				}
			}
			if tt.want != "" {
				_, refused := errors.AsType[*RefusedError](err)
				if err == nil || !strings.Contains(err.Error(), tt.want) || refused == (tt.o.patience > 0) {
					t.Errorf("error %v, want %q in a refusal", err, tt.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if h := c.Health(t.Context()); !h.Quorum || h.Server == "" {
				t.Errorf("health %+v", h)
			}
		})
	}
}

// TestAwait starts the server after the first attempt, and stops it when we are
// connected.
func TestAwait(t *testing.T) {
	s := served(t, nil)
	n := port(t, s)
	s.Shutdown()
	s.WaitForShutdown()
	var log journal
	o := Options{Addresses: fmt.Sprintf("nats://user:pass@127.0.0.1:%d", n), Shown: "nats://there", Log: slog.New(slog.NewTextHandler(&log, nil)), patience: time.Second}
	if _, err := Connect(t.Context(), o); err == nil || !strings.Contains(err.Error(), "are the servers running") || strings.Contains(err.Error(), "pass") {
		t.Errorf("nobody there: %v", err)
	}
	if !strings.Contains(log.String(), "waiting for NATS") || strings.Contains(log.String(), "user:pass") {
		t.Errorf("log: %s", log.String())
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Connect(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
	o.patience = 0
	late := make(chan *Conn, 1)
	go func() {
		c, err := Connect(t.Context(), o)
		if err != nil {
			t.Error(err)
		}
		late <- c
	}()
	s = served(t, func(o *server.Options) { o.Port = n })
	c := <-late
	if c == nil {
		t.FailNow()
	}
	defer c.Close()
	s.Shutdown()
	s.WaitForShutdown()
	if h := c.Health(t.Context()); h.Quorum || h.Why == "" {
		t.Errorf("without a server: %+v", h)
	}
	served(t, func(o *server.Options) { o.Port = n })
	for deadline := time.Now().Add(20 * time.Second); !c.Health(t.Context()).Quorum; {
		if time.Now().After(deadline) {
			t.Fatalf("not connected again: %+v\n%s", c.Health(t.Context()), log.String())
		}
	}
}

func TestInTheClear(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		want string
	}{
		{Options{Addresses: "nats://a:4222"}, ""},
		{Options{Addresses: "nats://u:p@127.0.0.1:4222,nats://u:p@localhost:1,nats://u:p@[::1]:2"}, ""},
		{Options{Addresses: "nats://127.0.0.1:4222,nats://u:p@a:4222"}, "a:4222"},
		{Options{Addresses: "nats://a:4222", Credentials: "file"}, "a:4222"},
		{Options{Addresses: "tls://u:p@a:4222"}, ""},
		{Options{Addresses: "nats://u:p@a:4222", CA: "file"}, ""},
	} {
		if got := tt.o.inTheClear(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.o, got, tt.want)
		}
	}
}

// TestStreams lists what is kept under our names.
func TestStreams(t *testing.T) {
	s := served(t, nil)
	c, err := Connect(t.Context(), Options{Addresses: s.ClientURL(), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, name := range []string{"OURS_B", "OURS_A", "OTHERS"} {
		if _, err := c.JetStream.CreateStream(t.Context(), jetstream.StreamConfig{Name: name, Subjects: []string{name}}); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		if _, err := c.JetStream.Publish(t.Context(), "OURS_A", []byte("word")); err != nil {
			t.Fatal(err)
		}
	}
	got, err := c.Streams(t.Context(), "OURS_")
	if err != nil || len(got) != 2 || got[0].Name != "OURS_A" || got[0].Messages != 3 || got[0].Last != 3 || got[0].Bytes == 0 || got[0].Replicas != 1 || got[0].Current != 1 || got[0].Leader == "" {
		t.Errorf("%+v, %v", got, err)
	}
}
