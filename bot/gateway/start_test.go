package gateway_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// TestStart begins while Discord is not in order: the bot comes up as soon as it is.
func TestStart(t *testing.T) {
	for _, tt := range []struct {
		name   string
		fault  discordtest.RESTFault
		times  int
		dials  int32 // that fail
		within time.Duration
	}{
		{"gateway/bot answers 503", discordtest.RESTFault{Status: 503}, 3, 0, 20 * time.Second},
		{"gateway/bot answers with a page", discordtest.RESTFault{Status: 502, Text: "<html>"}, 3, 0, 20 * time.Second},
		{"gateway/bot is limited", discordtest.RESTFault{Status: 429, RetryAfter: time.Second, Headers: true}, 3, 0, 20 * time.Second},
		{"gateway/bot dies", discordtest.RESTFault{Cut: true}, 3, 0, 20 * time.Second},
		{"gateway/bot hangs", discordtest.RESTFault{Delay: time.Hour}, 1, 0, 30 * time.Second},
		{"gateway/bot does not exist", discordtest.RESTFault{Status: 404}, 9, 0, time.Second},
		{"the gateway is unreachable", discordtest.RESTFault{}, 0, 4, time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				d.Fail(discordtest.GatewayBot, tt.times, tt.fault)
				var dials atomic.Int32
				began := time.Now()
				r := newRig(t, d, func(o *gateway.Options) {
					o.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
						if dials.Add(1) <= tt.dials {
							return nil, errors.New("no route to host")
						}
						return d.Dial(ctx, network, addr)
					}
				})
				if _, ok := r.g.Ready(); ok {
					t.Error("ready before the start")
				}
				d.WaitReady(1)
				if took := time.Since(began); took > tt.within {
					t.Errorf("connected after %v, want within %v", took, tt.within)
				}
				if err := r.end(); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// TestStopEarly ends the bot while it waits for Discord.
func TestStopEarly(t *testing.T) {
	for _, tt := range []struct {
		name   string
		script discordtest.Fault
		rest   discordtest.RESTFault
	}{
		{"for HELLO", discordtest.Fault{At: discordtest.Hello, Do: discordtest.Silence}, discordtest.RESTFault{}},
		{"for READY", discordtest.Fault{At: discordtest.Answer, Do: discordtest.Silence}, discordtest.RESTFault{}},
		{"before the next try", discordtest.Fault{At: discordtest.Answer, Do: discordtest.Invalidate}, discordtest.RESTFault{}},
		{"for gateway/bot", discordtest.Fault{}, discordtest.RESTFault{Delay: time.Hour}},
		{"for gateway/bot to work", discordtest.Fault{}, discordtest.RESTFault{Status: 503}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				d.Script(tt.script)
				d.Fail(discordtest.GatewayBot, 99, tt.rest)
				r := newRig(t, d, nil)
				pass(time.Second)
				began := time.Now()
				if err := r.end(); err != nil {
					t.Error(err)
				}
				if took := time.Since(began); took > 4*time.Second {
					t.Errorf("stopped after %v", took)
				}
			})
		})
	}
}

// TestStateAfterResume shows that handlers find the bot's own user in the session after a resume, for which Discord does
// not send it again.
func TestStateAfterResume(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		ids := make(chan string, 2)
		r := newRig(t, d, func(o *gateway.Options) {
			o.Handler = func(_ context.Context, s *discordgo.Session, event any) {
				if _, ok := event.(*discordgo.MessageCreate); ok {
					ids <- s.State.User.ID + " " + s.State.Application.ID
				}
			}
		})
		d.WaitReady(1)
		d.Do(now(discordtest.Reconnect, 0))
		d.WaitReady(2)
		d.Message(discordtest.Message{Text: "hello"})
		if got, want := <-ids, discordtest.BotID+" "+discordtest.AppID; got != want {
			t.Errorf("user and application %q, want %q", got, want)
		}
		_ = r.end()
	})
}

// TestShards runs three shards in one process and checks that they start one after the other, five seconds apart.
func TestShards(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		second := "200000000004194304" // another shard than GuildID's
		d := discordtest.New(t, discordtest.Options{Memory: true, Shards: 3, MaxConcurrency: 1, Patience: time.Minute, Guilds: []string{discordtest.GuildID, second}})
		r := newRig(t, d, nil)
		d.WaitReady(3)
		var shards []string
		for i, l := range d.Links() {
			shards = append(shards, fmt.Sprint(l.Shard))
			if i > 0 && l.Began.Sub(d.Links()[i-1].Began) < 5*time.Second {
				t.Errorf("connection %d began %v after the one before", i+1, l.Began.Sub(d.Links()[i-1].Began))
			}
		}
		got := strings.Join(shards, " ")
		for _, want := range []string{"[0 3]", "[1 3]", "[2 3]"} {
			if !strings.Contains(got, want) {
				t.Errorf("shards %s, want %s among them", got, want)
			}
		}
		for _, guild := range []string{discordtest.GuildID, second} {
			in := discordtest.Slash("help")
			in.Guild = guild
			if d.Reply(d.Interact(in)).Text() != "help" {
				t.Errorf("no answer in server %s", guild)
			}
		}
		if _, ok := r.g.Ready(); !ok {
			t.Error("not ready")
		}
		_ = r.end()
	})
}

// TestIdentifyBudget restarts the bot again and again: after half of the day's identifies it waits between them.
func TestIdentifyBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Identifies: 2, Patience: 3 * time.Hour})
		file := filepath.Join(t.TempDir(), "identifies.json")
		began := time.Now()
		for n := 1; n <= 2; n++ {
			r := newRig(t, d, func(o *gateway.Options) { o.Identifies = file })
			d.WaitReady(n)
			if err := r.end(); err != nil {
				t.Fatal(err)
			}
		}
		// One is left for an hour: the second start waits that hour.
		if took := time.Since(began); took < 50*time.Minute || took > 70*time.Minute {
			t.Errorf("two starts with two identifies left took %v, want about an hour", took)
		}
	})
}

// TestTLSThroughProxy connects as in production: TLS to a name that only an HTTP proxy can reach. Proxy and certificate
// come from the environment, which Go reads once, so a second process of this test does it.
func TestTLSThroughProxy(t *testing.T) {
	if os.Getenv("GATEWAY_TEST_CHILD") != "" {
		connectThroughProxy(t)
		return
	}
	dir := t.TempDir()
	writeCertificate(t, dir, "gateway.example")
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	_ = l.Close()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTLSThroughProxy$", "-test.v")
	cmd.Env = append(os.Environ(), "GATEWAY_TEST_CHILD="+dir, "SSL_CERT_FILE="+filepath.Join(dir, "cert.pem"), "HTTPS_PROXY=http://user:pass@"+addr)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "answered through the proxy") {
		t.Errorf("%v\n%s", err, out)
	}
}

// connectThroughProxy is the second process: fake Discord, TLS before it, the proxy, and the bot.
func connectThroughProxy(t *testing.T) {
	t.Helper()
	d := discordtest.New(t, discordtest.Options{})
	dir := os.Getenv("GATEWAY_TEST_CHILD")
	pair, err := tls.LoadX509KeyPair(filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"))
	if err != nil {
		t.Fatal(err)
	}
	_, proxy, _ := strings.Cut(os.Getenv("HTTPS_PROXY"), "@")
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", proxy)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // the test is over
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go tunnel(t, d, c, &tls.Config{Certificates: []tls.Certificate{pair}})
		}
	}()
	client := d.Client()
	client.Transport = elsewhere{client.Transport}
	rest := gateway.NewREST(discordtest.Token, client)
	g := gateway.New(discordtest.Token, gateway.Options{
		Log: deaf, Client: client, Handler: func(ctx context.Context, _ *discordgo.Session, event any) {
			if i, ok := event.(*discordgo.InteractionCreate); ok {
				_ = rest.Reply(i.Interaction).Answer(ctx, gateway.Message{Content: "answered through the proxy"})
			}
		},
	})
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	d.WaitReady(1)
	t.Log(d.Reply(d.Interact(discordtest.Slash("ask"))).Text())
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// tunnel is the proxy for one connection: it answers CONNECT, then speaks TLS and hands on to the fake gateway.
func tunnel(t *testing.T, d *discordtest.Server, c net.Conn, conf *tls.Config) {
	t.Helper()
	defer c.Close() //nolint:errcheck // nothing to lose
	r, err := http.ReadRequest(bufio.NewReader(c))
	if err != nil || r.Method != http.MethodConnect || r.Host != "gateway.example:443" || r.Header.Get("Proxy-Authorization") == "" {
		t.Errorf("the proxy was asked %+v, %v", r, err)
		return
	}
	_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\n\r\n")
	up, err := d.Dial(t.Context(), "tcp", "")
	if err != nil {
		return
	}
	defer up.Close() //nolint:errcheck // nothing to lose
	secure := tls.Server(c, conf)
	go func() { _, _ = io.Copy(up, secure) }()
	_, _ = io.Copy(secure, up)
}

// elsewhere tells the bot that the gateway is at a name that no resolver knows.
type elsewhere struct{ next http.RoundTripper }

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	res, err := e.next.RoundTrip(r)
	if err == nil && strings.HasSuffix(r.URL.Path, "/gateway/bot") {
		res.Body = io.NopCloser(strings.NewReader(`{"url":"wss://gateway.example","shards":1}`))
	}
	return res, err
}

func writeCertificate(t *testing.T, dir, host string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{host}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]*pem.Block{
		"cert.pem": {Type: "CERTIFICATE", Bytes: der}, "key.pem": {Type: "PRIVATE KEY", Bytes: secret},
	} {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
